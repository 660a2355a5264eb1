"""Technical assistance needed and received, over all instruments."""
