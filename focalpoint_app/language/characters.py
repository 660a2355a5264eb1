"""Characters named so that they can be found, whether or not anything draws them."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from focalpoint_app.language.isolates import isolate

_MOST_NAMED = 8
_UNSEEN = ("C", "Z")  # controls, private and unassigned characters; blanks
_CIRCLE = "\u25cc"  # carries a mark that has no letter


def named_characters(characters: Sequence[str]) -> str:
    """``U+A9F0 X, U+1F600 X``: each isolated, with its number; the first eight."""
    names = [_named(char) for char in characters[:_MOST_NAMED]]
    if len(characters) > _MOST_NAMED:
        names.append("…")
    return isolate(", ".join(names))


def _named(char: str) -> str:
    number = f"U+{ord(char):04X}"
    category = unicodedata.category(char)
    if category.startswith(_UNSEEN):
        return number
    shown = _CIRCLE + char if category.startswith("M") else char
    return f"{number} {isolate(shown)}"
