"""Contributions beside a question: read, compared, taken over, or noted."""
