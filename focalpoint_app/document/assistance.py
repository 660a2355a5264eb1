"""The technical assistance that all instruments need, or have had, in one table."""

from __future__ import annotations

from collections.abc import Iterator

from focalpoint_app.document.abreast import level
from focalpoint_app.document.answer_table import column_head, row_cell, text_cell
from focalpoint_app.document.blocks import Block, Cell, Table
from focalpoint_app.document.edition_view import EditionView
from focalpoint_app.document.frame import heading
from focalpoint_app.document.wording import Wording, Wordings
from focalpoint_app.domain.answer import Row, TableValue
from focalpoint_app.domain.questionnaire import CLOSING, Column, Question

_WIDTHS = {"priority": 1.1, "type": 1.7, "detail": 2.6, "institution": 1.5}
"""Shares of the table's columns; the others take 1.3, the instrument 1.7."""

NEEDED, RECEIVED = "assistance.needs", "received.list"
"""What the closing pages' tables are called."""

Entry = tuple[Question, Row]


def assistance_part(view: EditionView, wordings: Wordings) -> Iterator[Block]:
    """A chapter of its own; absent where nothing is needed."""
    table = gathered_table(NEEDED, view, wordings)
    if table is None:
        return

    def title(wording: Wording) -> Iterator[Block]:
        text = wording.tr("Technical assistance needed")
        yield heading(wording, text, 1, new_page=True)

    yield from level(wordings, title)
    yield table


def gathered_table(name: str, view: EditionView, wordings: Wordings) -> Table | None:
    """All rows of all instruments, most urgent first; None where there are none."""
    entries = sorted(_entries(name, view), key=lambda entry: _urgency(entry[1]))
    if not entries:
        return None
    columns = entries[0][0].columns
    names = tuple(wording.tr("Instrument") for wording in wordings)
    head = (
        text_cell(names, wordings, header=True),
        *(column_head(column, wordings) for column in columns),
    )
    body = (_row(entry, columns, view, wordings) for entry in entries)
    widths = (1.7, *(_WIDTHS.get(column.id, 1.3) for column in columns))
    return Table((head, *body), widths, language=wordings[0].language)


def _entries(name: str, view: EditionView) -> Iterator[Entry]:
    for part in view.parts:
        question = view.questionnaire.questions.get(f"{part}.{CLOSING}.{name}")
        if question is None or not view.facts.is_visible(question.id):
            continue
        answer = view.answers.get(question.id)
        if answer is not None and isinstance(answer.value, TableValue):
            yield from ((question, row) for row in answer.value.rows)


def _urgency(row: Row) -> int:
    order = ("high", "medium", "low")
    priority = str(row.cells.get("priority", ""))
    return order.index(priority) if priority in order else len(order)


def _row(
    entry: Entry, columns: tuple[Column, ...], view: EditionView, wordings: Wordings
) -> tuple[Cell, ...]:
    question, row = entry
    part = view.questionnaire.part(question.part)
    names = tuple(wording.of(part.short_title) for wording in wordings)
    return (
        text_cell(names, wordings),
        *(row_cell(column, row, wordings) for column in columns),
    )
