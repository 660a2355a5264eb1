"""The file on the disk: made, opened, locked, moved to a newer version, put back."""
