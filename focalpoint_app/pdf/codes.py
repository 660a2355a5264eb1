"""Which code in the PDF stands for which glyph saying which text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from focalpoint_app.pdf.faces import Face, Glyph, Outline

if TYPE_CHECKING:
    from focalpoint_app.pdf.pens import Piece


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

    ``pieces`` keeps what was drawn with them, by text and whether right to left.

    One glyph may say several texts (a mirrored bracket, an empty glyph), so a
    code belongs to the pair; the map back to text is then exact.
    """

    def __init__(self, face: Face) -> None:
        self.face = face
        self.name = f"F{face.name.replace('-', '')}"
        self.all: list[Code] = []
        self.pieces: dict[tuple[str, bool], Piece] = {}
        self._of_glyph: dict[Glyph, Code] = {}
        self._of_pair: dict[tuple[Outline, str], Code] = {}

    def code(self, glyph: Glyph) -> Code:
        known = self._of_glyph.get(glyph)
        if known is None:
            known = self._of_glyph[glyph] = self._code(glyph.outline, glyph.says)
        return known

    def _code(self, outline: Outline, says: str) -> Code:
        known = self._of_pair.get((outline, says))
        if known is None:
            number = len(self.all) + 1
            known = Code(number, outline, says, outline.advance, f"{number:04X}")
            self._of_pair[outline, says] = known
            self.all.append(known)
        return known
