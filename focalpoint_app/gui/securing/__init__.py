"""Passphrase, recovery sheet, locking."""
