"""The fonts of one document: faces loaded and codes given out as they are needed."""

from __future__ import annotations

from pathlib import Path

from focalpoint_app.language.places import bundled
from focalpoint_app.pdf.glyphs.codes import Codes
from focalpoint_app.pdf.glyphs.lettering import Lettering
from focalpoint_app.pdf.glyphs.pens import Pen
from focalpoint_app.pdf.glyphs.shapes import shapes_of
from focalpoint_app.pdf.layout.look import Look


class Fonts:
    """``missing`` gathers characters that no font holds."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder or bundled("resources") / "fonts"
        self._codes: dict[str, Codes] = {}
        self._letterings: dict[tuple[str, str, float, float], Lettering] = {}
        self.missing: set[str] = set()

    @property
    def used(self) -> tuple[Codes, ...]:
        return tuple(codes for codes in self._codes.values() if codes.all)

    def lettering(self, look: Look, *, bold: bool = False) -> Lettering:
        arabic, latin = look.family.value[look.bold or bold]
        key = (arabic, latin, look.arabic, look.latin)
        if key not in self._letterings:
            self._letterings[key] = Lettering(
                self._pen(arabic, look.arabic),
                self._pen(latin, look.latin),
                self.missing,
            )
        return self._letterings[key]

    def _pen(self, name: str, size: float) -> Pen:
        shapes = shapes_of(self._folder / f"{name}.ttf")
        codes = self._codes.setdefault(name, Codes(shapes.face))
        return Pen(shapes, codes, size)
