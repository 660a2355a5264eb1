"""Catalogues, plurals, dates, digits, isolates, provisions, names of States."""
