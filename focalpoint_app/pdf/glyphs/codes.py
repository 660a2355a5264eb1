"""Which code in the PDF stands for which glyph saying which text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from focalpoint_app.pdf.glyphs.faces import Face, Glyph, Outline
from focalpoint_app.pdf.lines.guides import GUIDES

_MOST = 60_000  # codes of two bytes, with room for the parts they are drawn from
_REPLACEMENT = "\u25a1"  # a box, which all further ones say they are
# In the middle of an array of codes, as ``Pen.piece`` writes them.
_HIDDEN = ">]TJ/Guide<</ActualText()>>BDC[<%s>]TJ EMC[<"


@dataclass(frozen=True, slots=True)
class Code:
    """A character code of a Type0 font; ``width`` in thousandths of an em."""

    number: int
    outline: Outline
    says: str
    width: int
    hex: str


class Codes:
    """The codes of one face in one document, given out as they are asked for.

    One glyph may say several texts (a mirrored bracket, an empty glyph), so a
    code belongs to the pair; the map back to text is then exact.
    """

    def __init__(self, face: Face) -> None:
        self.face = face
        self.name = f"F{face.name.replace('-', '')}"
        self.all: list[Code] = []
        self._operators: dict[Glyph, str] = {}
        self._of_glyph: dict[Glyph, Code] = {}
        self._of_pair: dict[tuple[Outline, str], Code] = {}

    def code(self, glyph: Glyph) -> Code:
        known = self._of_glyph.get(glyph)
        if known is None:
            known = self._of_glyph[glyph] = self._code(glyph.outline, glyph.says)
        return known

    def operators(self, glyphs: Sequence[Glyph]) -> str:
        """Codes in hexadecimal, with kerning as movements between them."""
        try:
            return "".join(map(self._operators.__getitem__, glyphs))
        except KeyError:  # at most once for each glyph of the document
            return "".join(map(self._operator, glyphs))

    def _operator(self, glyph: Glyph) -> str:
        code = self.code(glyph)
        if glyph.says in GUIDES:
            return self._operators.setdefault(glyph, _HIDDEN % code.hex)
        kerning = code.width - glyph.advance
        operator = f"{code.hex}>{kerning}<" if kerning else code.hex
        self._operators[glyph] = operator
        return operator

    def _code(self, outline: Outline, says: str) -> Code:
        known = self._of_pair.get((outline, says))
        if known is None:
            number = len(self.all) + 1
            if number > _MOST:
                return self.all[-1]
            if number == _MOST:
                outline, says = self.face.missing(_REPLACEMENT).outline, _REPLACEMENT
            known = Code(number, outline, says, outline.advance, f"{number:04X}")
            self._of_pair[outline, says] = known
            self.all.append(known)
        return known
