"""Blocks as bands, bands on pages."""
