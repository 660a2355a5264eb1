"""The chain of what was sealed and done, and how it is checked."""
