"""The sources that answers cite."""
