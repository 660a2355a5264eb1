"""What one constituent unit says, in its own words, and where it said so."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from focalpoint_app.document.consultation_record import STANDINGS
from focalpoint_app.document.wording import Wording
from focalpoint_app.domain.answer import (
    ChoicesValue,
    ChoiceValue,
    DateValue,
    NumberValue,
    Row,
    TableValue,
    TextValue,
    Value,
)
from focalpoint_app.domain.contribution import Contribution, Receipt
from focalpoint_app.domain.questionnaire import Question
from focalpoint_app.domain.text import is_blank
from focalpoint_app.exchange.entries import answer_from_edition
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.dates import written_date
from focalpoint_app.language.punctuation import punctuation

if TYPE_CHECKING:
    from focalpoint_app.workflow.consultation.voices import Voice

MOST_ROWS = 12
"""Rows of a table that are said one by one; of more, their number."""
_ITEM = "– "


def unit_value(question: Question, contribution: Contribution) -> Value | None:
    """What it answers; None where it only comments or says nothing."""
    entry = contribution.entry or {}
    given = {name: entry[name] for name in entry if name != "cites"}
    value = answer_from_edition(question, given).value
    match value:
        case TextValue(texts):
            return None if all(map(is_blank, texts.values())) else value
        case TableValue(rows):
            return value if any(row.cells for row in rows) else None
    return value


def unit_said(question: Question, voice: Voice | None, tr: Catalogue) -> str:
    """In the document's language, or in the one that the unit answered in; a table's
    rows stand beneath each other.
    """
    value = None if voice is None else unit_value(question, voice.contribution)
    match value:
        case None:
            return _nothing_said(voice, tr)
        case ChoiceValue(choice):
            return _choices(question, (choice,), tr)
        case ChoicesValue(choices):
            return _choices(question, choices, tr)
        case TextValue(texts):
            written = (texts.get(tr.language, ""), *texts.values())
            return next(each for each in written if not is_blank(each))
        case NumberValue(number):
            return tr.number(number)
        case DateValue(date):
            return written_date(date, tr.language, tr.digits)
        case TableValue(rows):
            return _table(question, rows, tr)


def _nothing_said(voice: Voice | None, tr: Catalogue) -> str:
    entry = (voice and voice.contribution.entry) or {}
    if entry.get("skipped"):
        return tr("has said why it has no answer")
    return tr("has not answered")


def unit_source(voice: Voice, tr: Catalogue) -> str:
    """``official, letter No. 44/C of 1 December 2026``; without a letter's number,
    when it was received.
    """
    standing = tr(STANDINGS[voice.contribution.standing])
    told = (standing, _letter(voice.receipt, tr))
    return punctuation(tr.language).comma.join(told)


def _letter(receipt: Receipt, tr: Catalogue) -> str:
    register = receipt.register
    day = register.date or receipt.time.astimezone().date().isoformat()
    date = written_date(day, tr.language, tr.digits)
    if not register.outgoing:
        return date
    if not register.date:
        return tr("letter No. {number}", number=register.outgoing)
    return tr("letter No. {number} of {date}", number=register.outgoing, date=date)


def _choices(question: Question, chosen: tuple[str, ...], tr: Catalogue) -> str:
    words = [Wording(tr).of(e.text) for e in question.choices if e.id in chosen]
    return punctuation(tr.language).comma.join(words) or tr("has answered")


def _table(question: Question, rows: tuple[Row, ...], tr: Catalogue) -> str:
    told = tuple(row for row in rows if row.cells)
    if len(told) <= MOST_ROWS:
        return "".join(f"\n{_ITEM}{_row(question, each, tr)}" for each in told)
    figures = sum(any(_is_figure(e) for e in row.cells.values()) for row in told)
    counted = tr.counted("{n} row", "{n} rows", len(told))
    return tr("{rows}, of which with figures: {n}", rows=counted, n=figures)


def _row(question: Question, row: Row, tr: Catalogue) -> str:
    return punctuation(tr.language).semicolon.join(_cells(question, row, tr))


def _cells(question: Question, row: Row, tr: Catalogue) -> Iterator[str]:
    """Those that say something, on one line, each after its column's name."""
    wording, colon = Wording(tr), punctuation(tr.language).colon
    for column in question.columns:
        if column.id in row.cells:
            said = " ".join(wording.cell(column, row.cells[column.id]).split())
            yield f"{wording.of(column.text)}{colon}{said}"


def _is_figure(cell: object) -> bool:
    return isinstance(cell, Decimal)
