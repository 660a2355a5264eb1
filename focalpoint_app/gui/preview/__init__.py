"""Pages shown as they will be printed: read, searched, printed."""
