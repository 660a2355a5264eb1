"""A table answer on the page: as it is, or turned where it has too many columns."""

from __future__ import annotations

from collections.abc import Iterator

from focalpoint_app.document.blocks import Cell, Table
from focalpoint_app.document.wording import Wording
from focalpoint_app.domain.answer import Row
from focalpoint_app.domain.questionnaire import Column, Kind

WIDEST = 7
"""Columns that a portrait page holds without breaking words."""
SIDE_BY_SIDE = 6
"""Rows that stand beside each other in a turned table."""


def answer_tables(
    columns: tuple[Column, ...], rows: tuple[Row, ...], wording: Wording
) -> Iterator[Table]:
    """One table; a wide one is turned, a column a line, a few rows a table."""
    if len(columns) <= WIDEST:
        yield _upright(columns, rows, wording)
        return
    for start in range(0, len(rows), SIDE_BY_SIDE):
        yield _turned(columns, rows[start : start + SIDE_BY_SIDE], wording)


def _upright(
    columns: tuple[Column, ...], rows: tuple[Row, ...], wording: Wording
) -> Table:
    head = tuple(_head(wording.of(column.text), wording) for column in columns)
    body = (tuple(_cell(column, row, wording) for column in columns) for row in rows)
    widths = tuple(2.0 if column.kind is Kind.TEXT else 1.0 for column in columns)
    return Table((head, *body), widths, language=wording.language)


def _turned(
    columns: tuple[Column, ...], rows: tuple[Row, ...], wording: Wording
) -> Table:
    lines = tuple(
        (
            _head(wording.of(column.text), wording),
            *(_cell(column, row, wording, header=place == 0) for row in rows),
        )
        for place, column in enumerate(columns)
    )
    widths = (2.2, *(1.0 for _ in rows))
    return Table(lines, widths, language=wording.language)


def _head(text: str, wording: Wording) -> Cell:
    return Cell((wording.paragraph(text),), header=True)


def _cell(column: Column, row: Row, wording: Wording, *, header: bool = False) -> Cell:
    text = wording.cell(column, row.cells.get(column.id))
    numeric = column.kind is Kind.NUMBER
    return Cell((wording.paragraph(text),), header=header, numeric=numeric)
