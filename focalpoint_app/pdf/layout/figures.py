"""Pictures, machine codes, boxes to tick and lines to write on."""

from __future__ import annotations

from functools import cache
from math import isqrt
from typing import Any

from focalpoint_app.document.blocks import Figure, MachineCode, Style, Tick
from focalpoint_app.pdf.layout.bands import (
    Band,
    Bond,
    Box,
    Mark,
    Modules,
    Placard,
    Stroke,
    Words,
)
from focalpoint_app.pdf.layout.elements import Element, Role
from focalpoint_app.pdf.layout.look import HAIR, INK, STYLES, Align
from focalpoint_app.pdf.layout.paging import ROOM
from focalpoint_app.pdf.layout.pictures import picture
from focalpoint_app.pdf.layout.setting import (
    Column,
    SetLine,
    Setter,
    Tongue,
    links_in,
    placed,
)
from focalpoint_app.pdf.layout.tagging import language_of

_AFTER_FIGURE = 8.0
_QUIET = 4  # modules around a QR code (ISO/IEC 18004)
_CORRECTION = "M"  # mends 15 % of the code
_BESIDE = 12.0
_WRITING = 26.0  # points from line to line: what a pen needs
_TICK, _TICK_ROOM = 9.0, 17.0


def figure_bands(
    setter: Setter, figure: Figure, column: Column, align: Align = Align.LEADING
) -> list[Band]:
    """Decoration where it has no words of its own."""
    shown = picture(figure.content, figure.height)
    height = min(figure.height, ROOM - _AFTER_FIGURE)
    width = height * shown.width / shown.height
    if width > column.width:
        width, height = column.width, height * column.width / width
    tag = _tag(setter, figure) if figure.alternative else None
    at = Placard(shown, _left_edge(column, width, align), 0.0, width, height, tag)
    return [Band(height + _AFTER_FIGURE, (at,), before=4.0)]


def _tag(setter: Setter, shown: Figure | MachineCode) -> Element:
    tag = setter.inside.child(Role.FIGURE, shown.language)
    tag.alternative = shown.alternative
    return tag


def _left_edge(column: Column, width: float, align: Align) -> float:
    if align is Align.CENTRE:
        return column.left + (column.width - width) / 2
    return column.right - width if column.rtl else column.left


def machine_code_bands(setter: Setter, code: MachineCode, column: Column) -> list[Band]:
    """The code at the leading edge, its words beside it, on one page."""
    rows = qr_rows(code.content)
    side = code.size / (len(rows) + 2 * _QUIET)
    left = _left_edge(column, code.size, Align.LEADING) + _QUIET * side
    marks: list[Mark] = [Modules(left, _QUIET * side, side, rows, _tag(setter, code))]
    beside = column.indented(code.size + _BESIDE)
    words = [band for text in code.beside for band in setter.paragraph(text, beside)]
    height = sum(band.before + band.height for band in words)
    top = max(0.0, (code.size - height) / 2)
    first = Band(top, tuple(marks), before=4.0, bond=Bond.STUCK)
    for band in words:
        band.bond = Bond.STUCK
    rest = max(0.0, code.size - height - top)
    return [first, *words, Band(rest + _AFTER_FIGURE)]


@cache
def qr_rows(content: str) -> tuple[tuple[bool, ...], ...]:
    """The modules of a QR code that says ``content``, dark ones True."""
    import zxingcpp

    code = zxingcpp.create_barcode(
        content, zxingcpp.BarcodeFormat.QRCode, ec_level=_CORRECTION
    )
    # A byte to a module; the library's stub does not say that it is a buffer.
    image: Any = zxingcpp.write_barcode_to_image(code, scale=1, add_quiet_zones=False)
    dark = [level == 0 for level in bytes(image)]
    wide = isqrt(len(dark))
    return tuple(
        tuple(dark[start : start + wide]) for start in range(0, len(dark), wide)
    )


def writing_bands(lines: int, column: Column) -> list[Band]:
    """Ruled lines; neither the first nor the last stands alone on a page."""
    line = Stroke(column.left, _WRITING - 4, column.right, _WRITING - 4, HAIR, 0.6)
    bands = [Band(_WRITING, (line,)) for _ in range(lines)]
    if len(bands) > 1:
        bands[0].bond = bands[-2].bond = Bond.STUCK
    if bands:
        bands[-1].height += _AFTER_FIGURE
    return bands


def tick_bands(setter: Setter, tick: Tick, column: Column) -> list[Band]:
    look = STYLES[Style.ANSWER]
    inner = column.indented(_TICK_ROOM)
    tongue = Tongue(tick.language)
    tag = setter.inside.child(Role.P, tick.language or language_of(tick.runs))
    bands = [
        _beside_box(line, inner)
        for line in setter.lines(tick.runs, look, tongue, inner.width, tag)
    ]
    first = bands[0]
    (words,) = (mark for mark in first.marks if isinstance(mark, Words))
    x = _left_edge(column, _TICK, Align.LEADING)
    box = Box(x, words.y - _TICK + 0.5, _TICK, _TICK, INK)
    first.marks = (box, words)
    for band in bands[:-1]:
        band.bond = Bond.STUCK
    bands[-1].height += look.after
    return bands


def _beside_box(line: SetLine, column: Column) -> Band:
    """At the box's side whatever the language: an English word in an Arabic form."""
    words = placed(line._replace(aligned_right=column.rtl), column, Align.LEADING)
    return Band(line.leading, (words,), links=links_in(words, line.leading))
