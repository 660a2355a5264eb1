"""Every other file that enters or leaves."""
