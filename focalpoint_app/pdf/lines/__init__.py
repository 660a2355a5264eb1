"""A paragraph broken into lines that read and read back right."""
