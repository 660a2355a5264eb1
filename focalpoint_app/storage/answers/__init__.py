"""Answers: working text, sealed revisions, steps, large changes."""
