"""DRAFT across a page, as outlines: seen by the eye, not mixed into the text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import uharfbuzz as hb

from focalpoint_app.pdf.glyphs.document_fonts import Fonts
from focalpoint_app.pdf.glyphs.faces import UNITS, Face, Glyph
from focalpoint_app.pdf.layout.look import (
    PAGE_HEIGHT,
    PAGE_WIDTH,
    WATERMARK,
    Family,
    Look,
)
from focalpoint_app.pdf.levels.paragraph import paragraph_levels, visual_order
from focalpoint_app.pdf.lines.spans import drawable

_LOOK = Look(1.0, 0.86, (1.0, 1.0), Family.PLAIN, bold=True)
_LONGEST = 540.0  # points along the diagonal
_TALLEST = 140.0
_CAPITALS = 0.35  # half the height of the letters, in ems
_COS, _SIN = 0.5736, 0.8192  # 55 degrees

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class _Drawn:
    face: Face
    glyph: Glyph
    x: float  # ems
    size: float


def watermark_operators(text: str, fonts: Fonts, base: int) -> list[str]:
    """Filled outlines of ``text``, centred and rising across an A4 page."""
    glyphs, width = _laid_out(drawable(text).replace("\n", " "), fonts, base)
    if not width:
        return []
    size = min(_LONGEST / width, _TALLEST)
    x = PAGE_WIDTH / 2 - (width / 2 * _COS - _CAPITALS * _SIN) * size
    y = PAGE_HEIGHT / 2 - (width / 2 * _SIN + _CAPITALS * _COS) * size
    matrix = (size * _COS, size * _SIN, -size * _SIN, size * _COS, x, y)
    operators = [f"q {' '.join(f'{n:.3f}' for n in matrix)} cm {WATERMARK} rg"]
    for drawn in glyphs:
        operators += _filled(drawn)
    return [*operators, "f", "Q"]


def _laid_out(text: str, fonts: Fonts, base: int) -> tuple[list[_Drawn], float]:
    lettering = fonts.lettering(_LOOK)
    runs = paragraph_levels(text, base).runs
    drawn: list[_Drawn] = []
    x = 0.0
    for place in visual_order([run.level for run in runs]):
        run = runs[place]
        rtl = run.level % 2 == 1
        parts = list(lettering.glyphs(text[run.start : run.end], rtl=rtl))
        for pen, glyphs in reversed(parts) if rtl else parts:
            for glyph in glyphs:
                drawn.append(_Drawn(pen.codes.face, glyph, x, pen.size))
                x += glyph.advance / UNITS * pen.size
    return drawn, x


def _filled(drawn: _Drawn) -> Iterator[str]:
    unit = drawn.size / UNITS
    for part in drawn.glyph.outline.parts:
        x, y = drawn.x + part.dx * unit, part.dy * unit
        path = _Path(x, y, drawn.size / drawn.face.face.upem)
        drawn.face.font.draw_glyph(part.gid, _DRAWING, path)
        yield from path.operators


class _Path:
    """The outline of one glyph as path operators, scaled and moved."""

    def __init__(self, x: float, y: float, unit: float) -> None:
        self.operators: list[str] = []
        self._place = (x, y, unit)
        self._last: Point = (0.0, 0.0)

    def add(self, operator: str, *points: Point) -> None:
        x, y, unit = self._place
        numbers = " ".join(
            f"{x + point[0] * unit:.4f} {y + point[1] * unit:.4f}" for point in points
        )
        self.operators.append(f"{numbers} {operator}")
        self._last = points[-1]

    def quadratic(self, control: Point, end: Point) -> None:
        """PDF knows cubic curves only."""
        start = self._last
        first = tuple(a + 2 / 3 * (c - a) for a, c in zip(start, control, strict=True))
        second = tuple(b + 2 / 3 * (c - b) for b, c in zip(end, control, strict=True))
        self.add("c", (first[0], first[1]), (second[0], second[1]), end)


def _drawing() -> hb.DrawFuncs:
    def move(x: float, y: float, path: _Path) -> None:
        path.add("m", (x, y))

    def line(x: float, y: float, path: _Path) -> None:
        path.add("l", (x, y))

    def quadratic(cx: float, cy: float, x: float, y: float, path: _Path) -> None:
        path.quadratic((cx, cy), (x, y))

    def close(path: _Path) -> None:
        path.operators.append("h")

    functions = hb.DrawFuncs()
    functions.set_move_to_func(move)
    functions.set_line_to_func(line)
    functions.set_quadratic_to_func(quadratic)
    functions.set_close_path_func(close)
    return functions


_DRAWING = _drawing()
