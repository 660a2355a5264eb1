"""A table answer on the page: as it is, or turned where it has too many columns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from focalpoint_app.document.blocks import Cell, Paragraph, Table
from focalpoint_app.document.wording import Wordings
from focalpoint_app.domain.answer import NOT_COLLECTED, Row
from focalpoint_app.domain.questionnaire import Column, Kind

WIDEST = 7
"""Columns that a portrait page holds without breaking words."""
SIDE_BY_SIDE = 6
"""Rows that stand beside each other in a turned table."""


def answer_tables(
    columns: tuple[Column, ...], rows: tuple[Row, ...], wordings: Wordings
) -> Iterator[Table]:
    """One table; a wide one is turned, a column a line, a few rows a table."""
    if len(columns) <= WIDEST:
        yield _upright(columns, rows, wordings)
        return
    for start in range(0, len(rows), SIDE_BY_SIDE):
        yield _turned(columns, rows[start : start + SIDE_BY_SIDE], wordings)


def text_cell(texts: tuple[str, ...], wordings: Wordings, **kinds: bool) -> Cell:
    """A text in each language; one that is the same in both is said once."""
    said: dict[str, Paragraph] = {}
    for text, wording in zip(texts, wordings, strict=True):
        said.setdefault(text, wording.paragraph(text))
    return Cell(tuple(said.values()), **kinds)


def row_cell(
    column: Column, row: Row, wordings: Wordings, *, header: bool = False
) -> Cell:
    """What somebody wrote in a cell is in no language that is known."""
    found = row.cells.get(column.id)
    if column.kind is Kind.TEXT and isinstance(found, str) and found != NOT_COLLECTED:
        return Cell((wordings[0].unworded(found),), header=header)
    texts = tuple(wording.cell(column, found) for wording in wordings)
    numeric = column.kind is Kind.NUMBER
    return text_cell(texts, wordings, header=header, numeric=numeric)


def column_head(column: Column, wordings: Wordings) -> Cell:
    texts = tuple(wording.of(column.text) for wording in wordings)
    return text_cell(texts, wordings, header=True)


def column_widths(columns: tuple[Column, ...]) -> tuple[float, ...]:
    return tuple(2.0 if column.kind is Kind.TEXT else 1.0 for column in columns)


def _upright(
    columns: tuple[Column, ...], rows: tuple[Row, ...], wordings: Wordings
) -> Table:
    head = tuple(
        replace(column_head(column, wordings), numeric=column.kind is Kind.NUMBER)
        for column in columns
    )
    body = (
        tuple(row_cell(column, row, wordings) for column in columns) for row in rows
    )
    return Table((head, *body), column_widths(columns), language=wordings[0].language)


def _turned(
    columns: tuple[Column, ...], rows: tuple[Row, ...], wordings: Wordings
) -> Table:
    lines = tuple(
        (
            column_head(column, wordings),
            *(row_cell(column, row, wordings, header=place == 0) for row in rows),
        )
        for place, column in enumerate(columns)
    )
    widths = (2.2, *(1.0 for _ in rows))
    return Table(lines, widths, language=wordings[0].language)
