"""Scanned pages: opened within limits, and what the code on them says."""
