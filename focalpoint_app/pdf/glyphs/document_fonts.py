"""The fonts of one document: faces loaded and codes given out as they are needed."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from focalpoint_app.language.places import bundled
from focalpoint_app.pdf.glyphs.codes import Codes
from focalpoint_app.pdf.glyphs.faces import Face
from focalpoint_app.pdf.glyphs.lettering import Lettering
from focalpoint_app.pdf.glyphs.pens import Pen
from focalpoint_app.pdf.glyphs.shapes import shapes_of
from focalpoint_app.pdf.layout.look import Family, Look

_CHINESE = "NotoSansSC-Regular"  # the one weight there is


class Fonts:
    """``missing`` gathers characters that no font holds."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder or _bundled()
        self._codes: dict[str, Codes] = {}
        self._letterings: dict[tuple[str, str, float, float], Lettering] = {}
        self.missing: set[str] = set()

    @property
    def used(self) -> tuple[Codes, ...]:
        return tuple(codes for codes in self._codes.values() if codes.all)

    def lettering(self, look: Look, *, bold: bool = False) -> Lettering:
        bold = look.bold or bold
        arabic, latin = look.family.value[bold]
        key = (arabic, latin, look.arabic, look.latin)
        if key not in self._letterings:
            # Bound to the codes and not to self: what a document leaves behind is
            # not collected, so it must hold no cycle.
            pen = partial(_pen, self._folder, self._codes)
            self._letterings[key] = Lettering(
                pen(arabic, look.arabic),
                pen(latin, look.latin),
                partial(pen, _CHINESE, look.latin, swollen=bold),
                self.missing,
            )
        return self._letterings[key]


def faces_of(family: Family) -> Iterator[Face]:
    """Those that a family's texts are drawn with; bold ones hold the same."""
    for name in (*family.value[False], _CHINESE):
        yield shapes_of(_bundled() / f"{name}.ttf").face


def face_named(name: str) -> Face | None:
    """The face that a file of ours calls so; None for any other."""
    if name == _CHINESE.replace("Regular", "Bold"):
        return shapes_of(_bundled() / f"{_CHINESE}.ttf", swollen=True).face
    path = _bundled() / f"{name}.ttf"
    return shapes_of(path).face if path in _bundled().iterdir() else None


def _bundled() -> Path:
    return bundled("resources") / "fonts"


def _pen(
    folder: Path,
    known: dict[str, Codes],
    name: str,
    size: float,
    *,
    swollen: bool = False,
) -> Pen:
    shapes = shapes_of(folder / f"{name}.ttf", swollen=swollen)
    codes = known.setdefault(shapes.face.name, Codes(shapes.face))
    return Pen(shapes, codes, size)
