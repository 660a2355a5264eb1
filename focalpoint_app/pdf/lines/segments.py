"""A stretch of a line that one pen draws in one go."""

from __future__ import annotations

from sys import intern
from typing import NamedTuple

from focalpoint_app.pdf.glyphs.pens import Pen
from focalpoint_app.pdf.lines.guides import class_of, stands_alone
from focalpoint_app.pdf.lines.spans import Span


class Segment(NamedTuple):
    """Operators at ``x`` points from the line's left end.

    ``ends``: what its leftmost and its rightmost glyph say.  ``before`` and ``after``
    are guiding marks, which many segments have in common.
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

    def between(self, before: str, after: str = "") -> Segment:
        """Quicker than ``_replace``: a document has tens of thousands."""
        x, width, pen, operators, span, level, ends, _, _ = self
        kept = intern(before)
        return Segment(x, width, pen, operators, span, level, ends, kept, after)

    @property
    def is_rtl(self) -> bool:
        return self.level % 2 == 1

    @property
    def is_lone_sign(self) -> bool:
        """Or a blank between numbers, which PDFium passes over where it is alone."""
        left, right = self.ends
        if not self.is_rtl:
            return False
        if left == right == " ":
            return self.width <= self.span.lettering.word(" ", rtl=True).width
        return left == right and stands_alone(left)

    @property
    def starts_with_mark(self) -> bool:
        """The leftmost letter of a line's end may carry a vowel sign."""
        return self.is_rtl and class_of(self.ends[0][-1:]) == "M"

    @property
    def has_arabic_digits(self) -> bool:
        """MuPDF reads them leftwards."""
        return not self.is_rtl and "N" in {class_of(end[-1:]) for end in self.ends}

    @property
    def ends_rtl(self) -> bool:
        """As MuPDF sees it."""
        return self.is_rtl or class_of(self.ends[1][-1:]) == "N"
