"""Clearing, signing, handing over, checking."""
