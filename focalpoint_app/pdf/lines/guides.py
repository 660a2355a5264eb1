"""Empty glyphs that tell readers of the page which way a stretch runs.

Poppler, MuPDF and pypdf put right-to-left text in order by guessing at each
character, each in its own way.  Marks without ink settle what they would guess
wrong.  What each needs was found by measuring; tests hold the result.

Most marks lie in a marked-content sequence whose ActualText is empty.  Poppler, which
heeds that of Span only, and pypdf are guided by them; MuPDF and PDFium take no
character from them, so that a search there finds the words around them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from focalpoint_app.pdf.glyphs.faces import Face, Glyph
from focalpoint_app.pdf.levels.classes import classes_of

# U+061C rather than U+200F: pypdf takes only Arabic characters for right-to-left.
RTL_MARK, LTR_MARK = "\u061c", "\u200e"
GUIDES = frozenset((RTL_MARK, LTR_MARK))
_STRONG = frozenset("RA")
_NO_GUESS = frozenset("RAMWb")  # letters, and what follows its neighbours everywhere
_LATIN_TO_PYPDF = re.compile("[\\[-`{-\xbf\xd7\xf7\u2070-\u209f\u2200-\u2bff]")


@cache
def stands_alone(char: str) -> bool:
    """Signs that end a right-to-left stretch for MuPDF (by class) or for pypdf (it
    takes brackets and guillemets for Latin); drawn by themselves, in reading
    order, they part nothing."""
    return classes_of(char) in "+$" or _LATIN_TO_PYPDF.match(char) is not None


def guided(face: Face, glyphs: Iterable[Glyph]) -> Iterator[Glyph]:
    """A right-to-left stretch from left to right, with marks before signs that do
    not follow a strong letter: poppler takes a comma for part of a number.

    What stands alone is drawn between marks anyway.
    """
    glyphs = tuple(glyphs)
    if len(glyphs) == 1 and stands_alone(glyphs[0].says):
        yield glyphs[0]
        return
    before = ""
    for glyph in glyphs:
        letter = class_of(glyph.says[:1])
        if letter and letter not in _NO_GUESS and before not in _STRONG:
            yield face.silent(RTL_MARK)
            letter = "R"
        yield glyph
        before = letter or before


@cache
def class_of(char: str) -> str:
    """The bidi class of one character, as in ``bidi_classes``."""
    return classes_of(char)
