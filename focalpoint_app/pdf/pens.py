"""One face at one size: glyphs turned into the operators that draw them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from focalpoint_app.pdf.codes import Codes
from focalpoint_app.pdf.faces import UNITS, Glyph

BLANKS = (
    " \t\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000"
)


@dataclass(frozen=True, slots=True, eq=False)
class Pen:
    """``size`` in points."""

    codes: Codes
    size: float

    @property
    def font_operator(self) -> str:
        return f"/{self.codes.name} {self.size:g} Tf"

    def silent(self, says: str) -> str:
        """The hexadecimal code of a glyph without ink or width."""
        return self.codes.code(self.codes.face.silent(says)).hex


@dataclass(frozen=True, slots=True)
class Piece:
    """Glyphs of one pen from left to right.

    ``operators`` stand between ``[<`` and ``>]TJ``, so that pieces concatenate.
    """

    pen: Pen
    operators: str
    width: float
    ends: tuple[str, str]  # what the leftmost and the rightmost glyph say
    alone: bool = False

    def resized(self, pen: Pen) -> Piece:
        """The same glyphs from a pen of the same face."""
        if pen is self.pen:
            return self
        width = self.width / self.pen.size * pen.size
        return Piece(pen, self.operators, width, self.ends, self.alone)


def piece(pen: Pen, glyphs: Iterable[Glyph], *, alone: bool = False) -> Piece:
    """Codes, with kerning as movements between them."""
    parts: list[str] = []
    total = 0
    said: list[str] = []
    for glyph in glyphs:
        said.append(glyph.says)
        code = pen.codes.code(glyph)
        parts.append(code.hex)
        if glyph.advance != code.width:
            parts.append(f">{code.width - glyph.advance}<")
        total += glyph.advance
    ends = (said[0], said[-1]) if said else ("", "")
    return Piece(pen, "".join(parts), total * pen.size / UNITS, ends, alone)


def joined(left: tuple[Piece, ...], right: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """``left`` and ``right``, as one piece where they meet if one pen drew both."""
    if not left or not right:
        return left + right
    one, other = left[-1], right[0]
    if one.pen is not other.pen or one.alone or other.alone:
        return left + right
    operators = one.operators + other.operators
    ends = (one.ends[0], other.ends[1])
    middle = Piece(one.pen, operators, one.width + other.width, ends)
    return (*left[:-1], middle, *right[1:])
