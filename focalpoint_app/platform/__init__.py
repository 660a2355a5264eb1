"""Where files lie, settings, log."""
