"""JSON of strangers: counted before it is parsed."""

from __future__ import annotations

MOST_MARKS = 500_000
"""Brackets, commas and colons, those in texts too, each some hundred bytes once
parsed; 150 answers of 20,000 letters and tables of 100 rows have a tenth."""

_MARKS = (b"{", b"[", b",", b":")


def is_crowded(content: bytes) -> bool:
    """Whether its values would take more memory than any file of ours needs."""
    return sum(map(content.count, _MARKS)) > MOST_MARKS
