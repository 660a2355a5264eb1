"""Putting together what several people made of one text, losing none of it."""
