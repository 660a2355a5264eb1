"""Which code in the PDF stands for which glyph saying which text."""

from __future__ import annotations

from dataclasses import dataclass

from focalpoint_app.pdf.faces import Face, Outline


@dataclass(frozen=True, slots=True)
class Code:
    """A character code of a Type0 font; ``width`` in thousandths of an em."""

    number: int
    outline: Outline
    says: str
    width: int

    @property
    def hex(self) -> str:
        return f"{self.number:04X}"


class Codes:
    """The codes of one face in one document, given out as they are asked for.

    One glyph may say several texts (a mirrored bracket, an empty glyph), so a
    code belongs to the pair; the map back to text is then exact.
    """

    def __init__(self, face: Face) -> None:
        self.face = face
        self.name = f"F{face.name.replace('-', '')}"
        self.all: list[Code] = []
        self._known: dict[tuple[Outline, str], Code] = {}

    def code(self, outline: Outline, says: str) -> Code:
        known = self._known.get((outline, says))
        if known is None:
            known = Code(len(self.all) + 1, outline, says, outline.advance)
            self._known[outline, says] = known
            self.all.append(known)
        return known
