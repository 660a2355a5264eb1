"""One face at one size: glyphs turned into the operators that draw them."""

from __future__ import annotations

from typing import NamedTuple

from focalpoint_app.pdf.glyphs.codes import Codes
from focalpoint_app.pdf.glyphs.faces import UNITS
from focalpoint_app.pdf.glyphs.shapes import Shape, Shapes

BLANKS = (
    " \t\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000"
)


class Pen:
    """``size`` in points; ``codes`` are of the face whose words ``shapes`` knows."""

    __slots__ = ("borders", "codes", "face", "font_operator", "shapes", "size")

    def __init__(self, shapes: Shapes, codes: Codes, size: float) -> None:
        self.face = shapes.face
        self.shapes = shapes
        self.codes = codes
        self.size = size
        self.font_operator = f"/{codes.name} {size:g} Tf"
        # Marks around segments, as ``lines.borders`` puts them together.
        self.borders: dict[tuple[bool, bool, bool, bool], tuple[str, str]] = {}

    def aside(self, mark: str, shift: int, *, hidden: bool = True) -> str:
        """A guiding mark, ``shift`` to the left of where the pen stays."""
        glyph = self.face.silent(mark)
        codes = self.codes
        drawn = codes.operators((glyph,)) if hidden else codes.code(glyph).hex
        return f">{shift}<{drawn}>-{shift}<"


class Piece(NamedTuple):
    """Glyphs of one pen from left to right.

    ``operators`` stand between ``[<`` and ``>]TJ``, so that pieces concatenate.
    """

    pen: Pen
    operators: str
    width: float
    ends: tuple[str, str]  # what the leftmost and the rightmost glyph say
    alone: bool = False


def piece(pen: Pen, shape: Shape) -> Piece:
    operators = pen.codes.operators(shape.glyphs)
    width = shape.advance * pen.size / UNITS
    return Piece(pen, operators, width, shape.ends, shape.alone)


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
    if len(left) == len(right) == 1:  # most words and their blank
        return (middle,)
    return (*left[:-1], middle, *right[1:])
