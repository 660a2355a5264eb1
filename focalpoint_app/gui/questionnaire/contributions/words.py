"""What a contribution says and what became of it, in the window's words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from focalpoint_app.domain.answer import (
    NOT_COLLECTED,
    Cell,
    ChoicesValue,
    ChoiceValue,
    DateValue,
    NumberValue,
    Row,
    TableValue,
    TextValue,
    Value,
)
from focalpoint_app.domain.consultation import Carrier, Standing
from focalpoint_app.domain.contribution import Use, UseKind
from focalpoint_app.domain.questionnaire import Choice, Column, Question
from focalpoint_app.domain.stakeholder import Stakeholder
from focalpoint_app.gui.texts import dotted, in_language, listed
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.dates import written_date
from focalpoint_app.language.markers import N_

if TYPE_CHECKING:
    from focalpoint_app.workflow.consultation.voices import Voice

STANDINGS: Mapping[Standing, str] = {
    Standing.OFFICIAL: N_("official"),
    Standing.WORKING: N_("working level"),
    Standing.PERSONAL: N_("personal view"),
    Standing.ORAL: N_("oral"),
}
CARRIERS: Mapping[Carrier, str] = {
    Carrier.WORD: N_("Word form"),
    Carrier.EXCEL: N_("Excel sheet"),
    Carrier.PACKET: N_("Packet"),
    Carrier.MEETING: N_("Meeting"),
    Carrier.LETTER: N_("Letter"),
}
_USES: Mapping[UseKind, str] = {
    UseKind.INSERTED: N_("Inserted into the answer by {author}, {date}"),
    UseKind.ATTRIBUTED: N_("Inserted with its name by {author}, {date}"),
    UseKind.MERGED: N_("Merged into the answer by {author}, {date}"),
    UseKind.COPIED: N_("Copied into the answer by hand by {author}, {date}"),
    UseKind.NOTED: N_("Noted, not used ({author}, {date}): {reason}"),
    UseKind.ASKED_AGAIN: N_("To be asked again ({author}, {date}): {reason}"),
}


def institution_name(stakeholder: Stakeholder, tr: Catalogue) -> str:
    """An anonymous contributor goes by a code."""
    if not stakeholder.is_anonymous:
        return stakeholder.name
    return tr("Anonymous contributor {code}", code=stakeholder.name)


def origin_words(voice: Voice, tr: Catalogue) -> str:
    """How binding, when, and through whom."""
    person = voice.receipt.respondent
    when = written_date(voice.receipt.time.astimezone().date(), tr.language, tr.digits)
    said_by = listed([person.name, person.role], tr)
    return dotted(tr(STANDINGS[voice.contribution.standing]), when, said_by)


def use_words(use: Use, author: str, tr: Catalogue) -> str:
    """``author``: the name of whoever did it."""
    gaps = {
        "author": author,
        "date": written_date(use.time.astimezone().date(), tr.language, tr.digits),
        "reason": use.reason,
    }
    sentence = _USES[use.kind]
    return tr(sentence, **{k: v for k, v in gaps.items() if f"{{{k}}}" in sentence})


def value_words(value: Value | None, question: Question, tr: Catalogue) -> str:
    """What stands for a text is its texts, one after another."""
    match value:
        case ChoiceValue(choice):
            return choice_words(choice, question.choices, tr)
        case ChoicesValue(choices):
            return listed([choice_words(c, question.choices, tr) for c in choices], tr)
        case NumberValue(number):
            return tr.number(number)
        case DateValue(date):
            return written_date(date, tr.language, tr.digits)
        case TableValue(rows):
            return "\n".join(_row_words(row, question, tr) for row in rows)
        case TextValue(texts):
            return "\n\n".join(text for text in texts.values() if text)
    return ""


def choice_words(choice: str, choices: tuple[Choice, ...], tr: Catalogue) -> str:
    named = (in_language(each.text, tr.language) for each in choices)
    ids = (each.id for each in choices)
    return dict(zip(ids, named, strict=True)).get(choice, choice)


def _row_words(row: Row, question: Question, tr: Catalogue) -> str:
    return dotted(*_cells(row, question, tr))


def _cells(row: Row, question: Question, tr: Catalogue) -> Iterator[str]:
    for column in question.columns:
        if column.id in row.cells:
            name = in_language(column.text, tr.language)
            yield f"{name}: {_cell(row.cells[column.id], column, tr)}"


def _cell(cell: Cell, column: Column, tr: Catalogue) -> str:
    if cell == NOT_COLLECTED:
        return tr("not collected")
    if isinstance(cell, str):
        return choice_words(cell, column.choices, tr)
    return tr.number(cell)
