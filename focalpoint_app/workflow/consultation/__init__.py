"""Asking, receiving, consolidating."""
