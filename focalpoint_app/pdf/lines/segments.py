"""A stretch of a line that one pen draws in one go."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from focalpoint_app.pdf.glyphs.pens import Pen
from focalpoint_app.pdf.lines.guides import class_of, stands_alone
from focalpoint_app.pdf.lines.spans import Span


class Nature(NamedTuple):
    """What readers of the page make of a stretch, by what stands at its two ends.

    ``is_odd``: MuPDF reads Arabic digits leftwards, and lone signs part nothing.
    ``starts_with_mark``: a line's leftmost letter may carry a vowel sign.
    ``ends_rtl``: as MuPDF sees it.
    """

    is_rtl: bool
    is_odd: bool
    starts_with_mark: bool
    ends_rtl: bool


class Segment(NamedTuple):
    """Operators at ``x`` points from the line's left end.

    ``ends``: what its leftmost and its rightmost glyph say.  ``before`` and ``after``
    are guiding marks, which many segments have in common.  ``turn``: how far right of
    ``x`` the pen begins.
    """

    x: float
    width: float
    pen: Pen
    operators: str
    span: Span
    level: int
    ends: tuple[str, str]
    before: str = ""
    after: str = ""
    turn: float = 0.0

    def between(self, before: str, after: str = "") -> Segment:
        """Quicker than ``_replace``: a document has tens of thousands."""
        x, width, pen, operators, span, level, ends, _, _, turn = self
        return Segment(x, width, pen, operators, span, level, ends, before, after, turn)

    @property
    def is_rtl(self) -> bool:
        return self.level % 2 == 1

    @property
    def nature(self) -> Nature:
        """A blank alone is a sign too, but only as wide as between numbers: PDFium
        passes over it."""
        left, right = self.ends
        nature = _nature(left, right, self.level % 2 == 1)
        if nature.is_odd and nature.is_rtl and self.ends[0] == " ":
            blank = self.span.lettering.word(" ", rtl=True).width
            return nature._replace(is_odd=self.width <= blank)
        return nature


@lru_cache(maxsize=4096)
def _nature(left: str, right: str, is_rtl: bool, /) -> Nature:
    first, last = class_of(left[-1:]), class_of(right[-1:])
    if not is_rtl:
        return Nature(False, "N" in (first, last), False, last == "N")
    is_lone = left == right and (left == " " or stands_alone(left))
    return Nature(True, is_lone, first == "M", True)
