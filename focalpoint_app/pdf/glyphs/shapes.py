"""Words as a face shapes them, remembered from one document to the next."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple

from focalpoint_app.pdf.glyphs.faces import Face, Glyph
from focalpoint_app.pdf.lines.guides import guided, stands_alone

_ARABIC_WORD = re.compile("[\u0620-\u064a\u0671-\u06d3][\u0620-\u065f\u0670-\u06d3]*")
MOST_KEPT = 10_000  # words of a face: some five megabytes


class Shape(NamedTuple):
    """Glyphs from left to right, with guiding marks; lengths in thousandths of an em.

    ``ends``: what the leftmost and the rightmost glyph say.
    """

    glyphs: tuple[Glyph, ...]
    advance: int
    ends: tuple[str, str]
    alone: bool


class Shapes:
    """Safe between threads: two that shape one word at once find the same."""

    def __init__(self, face: Face) -> None:
        self.face = face
        self._kept: tuple[dict[str, Shape], dict[str, Shape]] = ({}, {})

    def of(self, text: str, *, rtl: bool) -> Shape:
        known = self._kept[rtl].get(text)
        if known is None:
            known = shape(self.face, self.face.shaped(text, rtl=rtl), rtl=rtl)
            self._keep(text, known, rtl=rtl)
        return known

    def learn(self, texts: Iterable[str]) -> None:
        """Shape the Arabic words among ``texts`` in one go, to be asked for soon."""
        kept = self._kept[True]
        new = {t for t in texts if t not in kept and _ARABIC_WORD.fullmatch(t)}
        if len(new) > 1:
            words = sorted(new)
            shaped = self.face.shaped_together(words, rtl=True)
            for word, glyphs in zip(words, shaped, strict=True):
                self._keep(word, shape(self.face, glyphs, rtl=True), rtl=True)

    def _keep(self, text: str, found: Shape, *, rtl: bool) -> None:
        kept = self._kept[rtl]
        if len(kept) >= MOST_KEPT:
            kept.clear()
        kept[text] = found


def shape(face: Face, glyphs: list[Glyph], *, rtl: bool) -> Shape:
    alone = rtl and len(glyphs) == 1 and stands_alone(glyphs[0].says)
    marked = tuple(guided(face, glyphs)) if rtl else tuple(glyphs)
    ends = (glyphs[0].says, glyphs[-1].says) if glyphs else ("", "")
    return Shape(marked, sum(glyph.advance for glyph in marked), ends, alone)


@cache
def shapes_of(path: Path, *, swollen: bool = False) -> Shapes:
    """Of the font file at ``path``, one for the whole process."""
    return Shapes(Face(path, swollen=swollen))
