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
        glyph = self.codes.face.silent(says)
        return self.codes.code(glyph.outline, glyph.says).hex


@dataclass(frozen=True, slots=True)
class Piece:
    """Glyphs of one pen from left to right.

    ``operators`` stand between ``[<`` and ``>]TJ``, so that pieces concatenate.
    """

    pen: Pen
    operators: str
    width: float


def piece(pen: Pen, glyphs: Iterable[Glyph]) -> Piece:
    """Each glyph where HarfBuzz puts it; the rise is back at zero at the end."""
    parts: list[str] = []
    shift = rise = total = 0  # thousandths of an em still to be moved
    for glyph in glyphs:
        code = pen.codes.code(glyph.outline, glyph.says)
        if glyph.dy != rise:
            rise = glyph.dy
            parts.append(_risen(rise, pen.size))
        shift += glyph.dx
        if shift:
            parts.append(_moved(shift))
        parts.append(code.hex)
        shift = glyph.advance - glyph.dx - code.width
        total += glyph.advance
    if rise:
        parts.append(_risen(0, pen.size))
    if shift:
        parts.append(_moved(shift))
    return Piece(pen, "".join(parts), total * pen.size / UNITS)


def _moved(thousandths: int) -> str:
    return f">{-thousandths}<"


def _risen(thousandths: int, size: float) -> str:
    return f">]TJ {thousandths * size / UNITS:.4g} Ts[<"
