"""Letters as a face shapes them, and the fonts of one document."""
