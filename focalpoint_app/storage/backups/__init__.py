"""Copies: made, verified, kept, put back."""
