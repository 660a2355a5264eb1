"""A PDF's pages as pictures, and where words stand on them."""
