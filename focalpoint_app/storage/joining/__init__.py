"""Two files of one review brought together."""
