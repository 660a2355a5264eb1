"""Words in the fonts their characters need, shaped once and remembered."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

from focalpoint_app.pdf.faces import Glyph, is_invisible
from focalpoint_app.pdf.guides import guided, stands_alone
from focalpoint_app.pdf.pens import BLANKS, Pen, Piece, piece

_ARABIC = re.compile(
    "[\u0600-\u06ff\u0750-\u077f\u0870-\u08ff\ufb50-\ufdff\ufe70-\ufefc]"
)


@dataclass(frozen=True, slots=True)
class Word:
    """A stretch of one direction; ``ink`` is its width without final blanks.

    Widths in points, pieces from left to right.
    """

    text: str
    width: float
    ink: float
    pieces: tuple[Piece, ...]


@dataclass(slots=True, eq=False)
class Lettering:
    """The pens of one style of text; further scripts follow the first two."""

    arabic: Pen
    latin: Pen
    missing: set[str]
    further: tuple[Pen, ...] = ()
    _words: tuple[dict[str, Word], dict[str, Word]] = field(
        default_factory=lambda: ({}, {})
    )

    def word(self, text: str, *, rtl: bool) -> Word:
        known = self._words[rtl].get(text)
        if known is None:
            known = self._words[rtl][text] = self._shaped(text, rtl=rtl)
        return known

    def _shaped(self, text: str, *, rtl: bool) -> Word:
        pieces = [
            _right_to_left(pen, glyphs) if rtl else piece(pen, glyphs)
            for pen, glyphs in self.glyphs(text, rtl=rtl)
        ]
        width = sum(part.width for part in pieces)
        blank = text[len(text.rstrip(BLANKS)) :]
        ink = width
        if blank and blank != text:
            ink -= self.word(blank, rtl=rtl).width
        ordered = reversed(pieces) if rtl else pieces
        return Word(text, width, ink if blank != text else 0.0, tuple(ordered))

    def glyphs(self, text: str, *, rtl: bool) -> Iterator[tuple[Pen, list[Glyph]]]:
        """Stretches of one pen in logical order, each with glyphs left to right."""
        for pen, part in self._parts(text, rtl=rtl):
            if pen is not None:
                yield pen, pen.codes.face.shaped(part, rtl=rtl)
                continue
            self.missing.update(part)
            boxes = [self.latin.codes.face.missing(char) for char in part]
            yield self.latin, boxes[::-1] if rtl else boxes

    def _parts(self, text: str, *, rtl: bool) -> Iterator[tuple[Pen | None, str]]:
        """``text`` cut where the pen changes; None where no font has the character."""
        start = 0
        was_alone = False
        current: Pen | None = None
        for place, char in enumerate(text):
            pen = self._pen(char, current if place else None, rtl=rtl)
            alone = rtl and stands_alone(char)
            if place and (alone or was_alone or pen is not current):
                yield current, text[start:place]
                start = place
            current, was_alone = pen, alone
        yield current, text[start:]

    def _pen(self, char: str, before: Pen | None, *, rtl: bool) -> Pen | None:
        follows = is_invisible(char) or unicodedata.category(char)[0] == "M"
        if follows and before is not None and before.codes.face.covers(char):
            return before
        ordered = (*self._preferred(char, rtl=rtl), *self.further)
        return next((pen for pen in ordered if pen.codes.face.covers(char)), None)

    def _preferred(self, char: str, *, rtl: bool) -> tuple[Pen, Pen]:
        if _ARABIC.match(char) or (rtl and not char.isalnum()):
            return self.arabic, self.latin
        return self.latin, self.arabic


def _right_to_left(pen: Pen, glyphs: list[Glyph]) -> Piece:
    alone = len(glyphs) == 1 and stands_alone(glyphs[0].says)
    return piece(pen, guided(pen, glyphs), alone=alone)
