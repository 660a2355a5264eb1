"""Room for a hand's answer: boxes to tick, lines, tables of empty rows."""

from __future__ import annotations

from collections.abc import Iterator

from focalpoint_app.document.answer_table import (
    WIDEST,
    column_head,
    column_widths,
)
from focalpoint_app.document.blocks import (
    Block,
    Cell,
    Paragraph,
    Run,
    Section,
    Style,
    Table,
    Tick,
    WritingSpace,
)
from focalpoint_app.document.wording import Wordings
from focalpoint_app.domain.questionnaire import Choice, Column, Kind, Question, Role
from focalpoint_app.language.markers import N_

_LINES = {Role.NARRATIVE: 5, Role.EXPLANATION: 4, Role.CASES: 4, Role.MAIN: 5}
"""What most answers of that role take; the rest goes onto a separate sheet."""
_OTHER_LINES = 3
_DATE = N_("Day, month, year:")
_LAW = N_("Law and provision:")
_ROWS = 4
_EMPTY = "\u00a0"


def space_for(question: Question, wordings: Wordings) -> Iterator[Block]:
    match question.kind:
        case Kind.CHOICE | Kind.CHOICES:
            ticks = tuple(_tick(choice, wordings) for choice in question.choices)
            yield Section(ticks, together=True)
        case Kind.TEXT:
            yield WritingSpace(_LINES.get(question.role, _OTHER_LINES))
        case Kind.NUMBER:
            yield WritingSpace(1)
        case Kind.DATE:
            yield _said(_DATE, wordings)
            yield WritingSpace(1)
        case Kind.TABLE:
            yield from _key(question.columns, wordings)
            yield empty_table(question.columns, wordings)
    if question.cites_law:
        yield _said(_LAW, wordings)
        yield WritingSpace(2)


def empty_table(columns: tuple[Column, ...], wordings: Wordings) -> Table:
    """A wide one is turned: a line for each column, empty columns beside."""
    heads = tuple(column_head(column, wordings) for column in columns)
    language = wordings[0].language
    if len(columns) <= WIDEST:
        rows = (heads, *(_empty_cells(len(columns)) for _ in range(_ROWS)))
        widths = column_widths(columns)
        return Table(rows, widths, language=language, ruled=True)
    lines = tuple((head, *_empty_cells(_ROWS)) for head in heads)
    widths = (2.2, *[1.0] * _ROWS)
    return Table(lines, widths, header_rows=0, language=language, ruled=True)


def _key(columns: tuple[Column, ...], wordings: Wordings) -> Iterator[Paragraph]:
    """What may be written in a column that takes no other word."""
    for column in columns:
        for wording in wordings if column.choices else ():
            name = Run(wording.of(column.text), wording.language, bold=True)
            listed = " / ".join(wording.of(choice.text) for choice in column.choices)
            rest = Run(wording.marks.colon + listed, wording.language)
            yield Paragraph(
                (name, rest), Style.NOTE, wording.language, keep_with_next=True
            )


def _empty_cells(count: int) -> tuple[Cell, ...]:
    """Two lines high: what a pen needs."""
    line = Paragraph((Run(_EMPTY),))
    return tuple(Cell((line, line)) for _ in range(count))


def _tick(choice: Choice, wordings: Wordings) -> Tick:
    """One box, whatever the languages: two could be ticked apart."""
    runs: list[Run] = []
    for wording in wordings:
        if runs:
            runs.append(Run(" · ", wordings[0].language))
        text = wording.of(choice.text)
        runs.append(Run(text, wording.language, isolated=len(wordings) > 1))
    return Tick(tuple(runs), wordings[0].language)


def _said(sentence: str, wordings: Wordings) -> Paragraph:
    first, *others = wordings
    runs = [Run(first.tr(sentence), first.language)]
    for wording in others:
        runs += [
            Run(" · ", first.language),
            Run(wording.tr(sentence), wording.language, isolated=True),
        ]
    return Paragraph(tuple(runs), Style.NOTE, first.language, keep_with_next=True)
