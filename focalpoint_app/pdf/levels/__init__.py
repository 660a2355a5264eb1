"""Which way each character of a paragraph runs (UAX #9)."""
