"""Numbers that our own pages draw from the last digit to the first.

The letters that readers of Arabic need so (``lines.numerals``) are told here by their
places: each ends where the one drawn before it begins, so that the eye reads from the
last drawn to the first.
"""

from __future__ import annotations

from collections.abc import Sequence
from unicodedata import bidirectional

from focalpoint_app.pdf.verifying.fonts import Decoder

Steps = Sequence[tuple[int, float]]
"""After how many strings the pen goes back, by how many thousandths of an em."""
_OF_NUMBERS = frozenset(("AN", "CS", "ES", "ET"))
_NEAR = 20.0  # thousandths of an em: that far from its place no letter reads otherwise
_EM = 1000.0


def leftwards(strings: Sequence[tuple[Decoder, bytes]], steps: Steps) -> list[str]:
    """What they say from left to right; empty where they do not stand so."""
    widths = [decode.length(codes) * _EM for decode, codes in strings]
    letters = [decode(codes) for decode, codes in strings]
    inked = [place for place, width in enumerate(widths) if width]
    if not inked or inked != list(range(inked[0], len(strings))):
        return []
    said = ["".join(letters[place]) for place in inked]
    if not all(len(each) == 1 and bidirectional(each) in _OF_NUMBERS for each in said):
        return []
    return said[::-1] if _are_side_by_side(widths, steps, inked[0]) else []


def _are_side_by_side(widths: list[float], steps: Steps, first: int) -> bool:
    """What stands before the first letter are marks, and moves as small as theirs."""
    back = [0.0] * (len(widths) + 1)
    for place, by in steps:
        back[place] += by
    ways = (
        back[place] - widths[place] - (widths[place - 1] if place > first else 0.0)
        for place in range(first, len(widths))
    )
    return all(abs(way) <= _NEAR for way in (*back[:first], *ways))
