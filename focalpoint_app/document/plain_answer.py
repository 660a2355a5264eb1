"""One answer as plain text, as a person pastes it into a form."""

from __future__ import annotations

from collections.abc import Iterator

from focalpoint_app.document.edition_view import EditionView
from focalpoint_app.document.wording import Wording
from focalpoint_app.domain.answer import (
    Answer,
    ChoicesValue,
    ChoiceValue,
    DateValue,
    NumberValue,
    TableValue,
    TextValue,
    Value,
)
from focalpoint_app.domain.questionnaire import Question
from focalpoint_app.domain.source import Source
from focalpoint_app.language.dates import written_date


def plain_answer(question: Question, view: EditionView, wording: Wording) -> str:
    """Value, then each citation on a line of its own with its link."""
    answer = view.answers.get(question.id, Answer())
    lines = [] if answer.value is None else [_value(question, answer.value, wording)]
    return "\n".join([*lines, *_cites(answer, view, wording)])


def _value(question: Question, value: Value, wording: Wording) -> str:
    match value:
        case ChoiceValue() | ChoicesValue():
            return "\n".join(_choices(question, value, wording))
        case TextValue(texts):
            written = texts.get(wording.language, "")
            return written or "\n\n".join(filter(None, texts.values()))
        case NumberValue(number):
            return wording.tr.number(number)
        case DateValue(date):
            return written_date(date, wording.language)
        case TableValue(rows):
            return "\n".join(_rows(question, TableValue(rows), wording))


def _choices(
    question: Question, value: ChoiceValue | ChoicesValue, wording: Wording
) -> Iterator[str]:
    chosen = (value.choice,) if isinstance(value, ChoiceValue) else value.choices
    for choice in question.choices:
        if choice.id in chosen:
            yield wording.of(choice.text)


def _rows(question: Question, value: TableValue, wording: Wording) -> Iterator[str]:
    """Cells parted by tabs, which tables on the web take apart again."""
    yield "\t".join(wording.of(column.text) for column in question.columns)
    for row in value.rows:
        cells = (wording.cell(c, row.cells.get(c.id)) for c in question.columns)
        yield "\t".join(cell.replace("\t", " ").replace("\n", " ") for cell in cells)


def _cites(answer: Answer, view: EditionView, wording: Wording) -> Iterator[str]:
    sources = {source.id: source for source in view.sources}
    for cite in answer.cites:
        if cite.source in sources:
            yield _cite(sources[cite.source], cite.provision, wording)


def _cite(source: Source, provision: str, wording: Wording) -> str:
    parts = [wording.of(source.title), provision, source.sherloc or source.url]
    return wording.marks.comma.join(filter(None, parts))
