"""The windows, thin."""
