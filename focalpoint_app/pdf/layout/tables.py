"""Tables: one band per line across all cells, so that rows may break over pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from focalpoint_app.document.blocks import Cell, Table
from focalpoint_app.pdf.layout.bands import Band, Bond, Frame, Stroke, Words, lowered
from focalpoint_app.pdf.layout.columns import column_widths, is_crowded
from focalpoint_app.pdf.layout.elements import Element, Role
from focalpoint_app.pdf.layout.look import (
    ACCENT,
    CELL,
    CELL_HEAD,
    HAIR,
    TINT,
    Align,
    Look,
)
from focalpoint_app.pdf.layout.setting import (
    Column,
    SetLine,
    Setter,
    Tongue,
    links_in,
    placed,
)
from focalpoint_app.pdf.layout.tagging import language_of
from focalpoint_app.pdf.lines.spans import is_rtl

_SIDE, _ABOVE, _BELOW = 6.0, 3.0, 4.0
_BESIDE = 2 * _SIDE + 0.01  # what rounding may take
_TALLEST_KEPT = 260.0  # points: a longer row may break anywhere but at its ends
_TALLEST_REPEATED = 200.0  # points: on each page a taller head leaves too little
_BEFORE, _AFTER = 4.0, 10.0
_SMALLER = (0.92, 0.85, 0.8)  # of the letters where words would be cut
_OF_COLUMN, _OF_ROW = "<</O/Table/Scope/Column>>", "<</O/Table/Scope/Row>>"


@dataclass(frozen=True, slots=True)
class _Grid:
    """A table's columns, and how what stands in them looks."""

    columns: list[Column]
    cell: Look
    head: Look
    ruled: bool = False


@dataclass(frozen=True, slots=True)
class _CellLine:
    line: SetLine
    column: Column
    numeric: bool


def table_bands(setter: Setter, table: Table, column: Column) -> list[Band]:
    if not any(table.rows):
        return []
    grid = _grid(setter, table, column)
    with setter.within(setter.inside.child(Role.TABLE, table.language)):
        caption = _caption(setter, table, column)
        rows = [
            _row(setter, row, grid, is_head=place < table.header_rows)
            for place, row in enumerate(table.rows)
        ]
    header = [band for row in rows[: table.header_rows] for band in row]
    for band in header:
        band.bond = Bond.STUCK
    body = [band for row in rows[table.header_rows :] for band in row]
    if sum(band.height for band in header) <= _TALLEST_REPEATED:
        for band in body:
            band.repeated = tuple(header)
    _keep_together(rows, table.header_rows)
    bands = [*caption, *header, *body]
    if not bands:
        return []
    bands[0].before = max(bands[0].before, _BEFORE)
    return [*bands, Band(_AFTER)]


def _caption(setter: Setter, table: Table, column: Column) -> list[Band]:
    if table.caption is None:
        return []
    bands = setter.paragraph(table.caption, column, role=Role.CAPTION)
    for band in bands:
        band.bond = Bond.STUCK
    return bands


def _keep_together(rows: Sequence[list[Band]], headers: int) -> None:
    """A short table does not break; a long one starts and ends with two rows."""
    body = [row for row in rows[headers:] if row]
    height = sum(band.height for row in rows for band in row)
    short = height <= _TALLEST_KEPT
    for place, row in enumerate(body[:-1]):
        if short or place in (0, len(body) - 2):
            row[-1].bond = Bond.STUCK


def _grid(setter: Setter, table: Table, column: Column) -> _Grid:
    """Letters are smaller where that spares words from being cut."""
    words = _longest_words(setter, table)
    for scale in (1.0, *_SMALLER):
        needed = [word * scale + _BESIDE for word in words]
        if not is_crowded(needed, column.width):
            break
    columns = _columns(table, needed, column)
    looks = _scaled(CELL, scale), _scaled(CELL_HEAD, scale)
    return _Grid(columns, *looks, ruled=table.ruled)


def _scaled(look: Look, scale: float) -> Look:
    arabic, latin = look.leading
    return replace(
        look,
        arabic=look.arabic * scale,
        latin=look.latin * scale,
        leading=(arabic * scale, latin * scale),
    )


def _columns(table: Table, words: Sequence[float], column: Column) -> list[Column]:
    """First column at the leading edge: on the right in a right-to-left table."""
    rtl = is_rtl(table.language) if table.language else column.rtl
    shares = [*table.widths, *[1.0] * len(words)][: len(words)]
    columns, start = [], 0.0
    for width in column_widths(shares, words, column.width):
        end = start + width
        left = column.right - end if rtl else column.left + start
        columns.append(Column(left + _SIDE, left + width - _SIDE, rtl))
        start = end
    return columns


def _longest_words(setter: Setter, table: Table) -> list[float]:
    """Of each column, as large as ``CELL`` and ``CELL_HEAD`` have them."""
    found = [0.0] * max((len(row) for row in table.rows), default=0)
    for row in table.rows:
        for place, cell in enumerate(row):
            look = CELL_HEAD if cell.header else CELL
            for paragraph in cell.paragraphs:
                longest = setter.longest_word(paragraph.runs, look)
                found[place] = max(found[place], longest)
    return found


def _row(
    setter: Setter, row: tuple[Cell, ...], grid: _Grid, *, is_head: bool
) -> list[Band]:
    columns = grid.columns
    with setter.within(setter.inside.child(Role.TR)):
        cells = [
            _cell_lines(setter, cell, place, grid, _cell_tag(setter, cell, is_head))
            for cell, place in zip(row, columns, strict=False)
        ]
        for _ in columns[len(row) :]:
            setter.inside.child(Role.TD)  # every row has as many cells
    frame = _row_frame(row, columns)
    depth = max((len(cell) for cell in cells), default=0)
    bands = [_row_band(cells, place) for place in range(depth)]
    if not bands:
        return []
    _padded(bands)
    if grid.ruled:
        _rule(bands, columns)
    tall = sum(band.height for band in bands) > _TALLEST_KEPT
    for place, band in enumerate(bands[:-1]):
        at_end = place in (0, depth - 2)
        band.bond = Bond.STUCK if at_end or not tall else Bond.FREE
    anchors = [p.anchor for cell in row for p in cell.paragraphs if p.anchor]
    bands[0].anchors = tuple(anchors)
    return [replace(band, frames=(frame,)) for band in bands]


def _row_frame(row: tuple[Cell, ...], columns: Sequence[Column]) -> Frame:
    left = min(column.left for column in columns) - _SIDE
    right = max(column.right for column in columns) + _SIDE
    if all(cell.header for cell in row):
        return Frame(left, right, ground=TINT, underline=ACCENT)
    return Frame(left, right, underline=HAIR)


def _cell_tag(setter: Setter, cell: Cell, is_head: bool) -> Element:
    tag = setter.inside.child(Role.TH if cell.header else Role.TD)
    if cell.header:
        tag.attributes = _OF_COLUMN if is_head else _OF_ROW
    return tag


def _cell_lines(
    setter: Setter, cell: Cell, column: Column, grid: _Grid, tag: Element
) -> list[_CellLine]:
    """A cell's only paragraph is the cell's own text."""
    look = grid.head if cell.header else grid.cell
    alone = len(cell.paragraphs) == 1
    found: list[_CellLine] = []
    for paragraph in cell.paragraphs:
        language = paragraph.language or language_of(paragraph.runs) or tag.language
        part = tag if alone else tag.child(Role.P)
        part.language = language
        tongue = Tongue(paragraph.language or tag.language, paragraph.direction)
        lines = setter.lines(paragraph.runs, look, tongue, column.width, part)
        found += [_CellLine(line, column, cell.numeric) for line in lines]
    return found


def _row_band(cells: Sequence[Sequence[_CellLine]], place: int) -> Band:
    lines = [cell[place] for cell in cells if place < len(cell)]
    height = max(line.line.leading for line in lines)
    baseline = max(line.line.baseline for line in lines)
    words = [_placed(line, baseline) for line in lines]
    links = tuple(link for mark in words for link in links_in(mark, height))
    return Band(height, tuple(words), links=links)


def _placed(line: _CellLine, baseline: float) -> Words:
    aligned = line.line
    if line.numeric:
        aligned = aligned._replace(aligned_right=True)
    words = placed(aligned, line.column, Align.LEADING)
    return words._replace(y=baseline)


def _rule(bands: list[Band], columns: Sequence[Column]) -> None:
    """A line down between each two columns."""
    edges = sorted(column.left - _SIDE for column in columns)[1:]
    for band in bands:
        lines = (Stroke(x, 0.0, x, band.height, HAIR, 0.6) for x in edges)
        band.marks = (*band.marks, *lines)


def _padded(bands: list[Band]) -> None:
    bands[0] = lowered(bands[0], _ABOVE)
    bands[-1].height += _BELOW
