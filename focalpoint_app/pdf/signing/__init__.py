"""Certificates, signatures, and what a signature shows on the page."""
