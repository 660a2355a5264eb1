"""Empty glyphs that tell readers of the page which way a stretch runs.

Poppler, MuPDF and pypdf order right-to-left text by guessing at each character.
A mark without ink, where they would guess wrong, settles it (measured).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from focalpoint_app.pdf.bidi_classes import classes_of
from focalpoint_app.pdf.faces import Glyph
from focalpoint_app.pdf.pens import Pen

RLM, LRM = "\u200f", "\u200e"
_STRONG = frozenset("RA")
_SPEAKING = frozenset("RAMWb")


def stands_alone(char: str) -> bool:
    """Signs at which MuPDF ends a right-to-left stretch; drawn by themselves, in
    reading order, they cannot."""
    return classes_of(char) in "+$"


def guided(pen: Pen, glyphs: Iterable[Glyph]) -> Iterator[Glyph]:
    """``glyphs`` of a right-to-left stretch, left to right, with marks before
    signs that do not follow a strong letter."""
    before = ""
    for glyph in glyphs:
        letter = classes_of(glyph.says[:1])
        if letter and letter not in _SPEAKING and before not in _STRONG:
            yield pen.codes.face.silent(RLM)
            letter = "R"
        yield glyph
        before = letter or before
