"""Words wider than a line, cut between letters rather than running off the page."""

from __future__ import annotations

import unicodedata

from focalpoint_app.pdf.glyphs.faces import is_invisible
from focalpoint_app.pdf.glyphs.lettering import Lettering, Word

_MOST_MARKS = 4  # that stay with their letter; a cut word is broken text already


def cut(text: str, lettering: Lettering, measure: float, *, rtl: bool) -> list[Word]:
    """Words of at most ``measure`` points each, at least one letter to a word."""
    found: list[Word] = []
    units = _letters(text)
    start = 0
    while start < len(units):
        end = _estimated_end(units, start, lettering, measure, rtl=rtl)
        word = lettering.word("".join(units[start:end]), rtl=rtl)
        while word.ink > measure and end - start > 1:
            end -= max(1, (end - start) // 16)
            word = lettering.word("".join(units[start:end]), rtl=rtl)
        found.append(word)
        start = end
    return found


def _estimated_end(
    units: list[str], start: int, lettering: Lettering, measure: float, *, rtl: bool
) -> int:
    """Letters are measured alone, which is a little wider than when joined."""
    width, end = 0.0, start
    while end < len(units):
        width += lettering.word(units[end], rtl=rtl).width
        if width > measure and end > start:
            break
        end += 1
    return end


def _letters(text: str) -> list[str]:
    """Letters with the marks upon them."""
    units: list[str] = []
    for char in text:
        if units and len(units[-1]) <= _MOST_MARKS and _follows(char):
            units[-1] += char
        else:
            units.append(char)
    return units


def _follows(char: str) -> bool:
    return is_invisible(char) or unicodedata.category(char)[0] == "M"
