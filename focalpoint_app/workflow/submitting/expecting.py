"""What a submission's pages must say, worked out from the data inside."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import lru_cache
from typing import Any

from focalpoint_app.document.blocks import (
    Block,
    Contents,
    Document,
)
from focalpoint_app.document.edition_view import EditionView
from focalpoint_app.document.look import Look
from focalpoint_app.document.said import paragraphs_of, repeated, with_labels
from focalpoint_app.document.submission import submission
from focalpoint_app.document.wording import Wording, Wordings
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
from focalpoint_app.domain.canonical import sha256_hex
from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.questionnaire import Question, Questionnaire
from focalpoint_app.domain.questionnaire_data import structure_hash, text_hash
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.dates import written_date
from focalpoint_app.language.digits import POINT
from focalpoint_app.pdf.verifying.expected import (
    Expectation,
    ExpectedAnswer,
    Paragraphs,
    Printing,
    Says,
)
from focalpoint_app.pdf.verifying.runs import squeezed
from focalpoint_app.workflow.submitting.around import surroundings
from focalpoint_app.workflow.submitting.editions import shipped_questionnaire, view_of

_LANGUAGES_LOOKED_AT = 12
"""Questions whose wordings tell in which other language a document speaks."""
_BEGINNING = 14
"""Letters that a half column has on its first line."""


def expectation(content: bytes, language: str, says: Says) -> Expectation:
    """For the data inside a file and the language of its pages.

    Where the questionnaire is not the one that ships, or is worded otherwise
    here, only texts can be compared: choices print as words that are not known.
    Data that no submission of ours holds cannot be compared at all.
    """
    try:
        return _expectation(content, language, says)
    except (ValueError, LookupError, TypeError, AttributeError, AppError):
        return Expectation(())


def _expectation(content: bytes, language: str, says: Says) -> Expectation:
    data: Mapping[str, Any] = json.loads(content)
    questionnaire = _same_questionnaire(data["questionnaire"], language)
    if questionnaire is None:
        return Expectation(tuple(_unworded(data["answers"], language)))
    view = view_of(questionnaire, data, sha256_hex(content))
    beside = _beside(view, language, says)
    wordings = tuple(
        Wording(Catalogue(each, mark=_mark(view, each, says)))
        for each in (language, *beside)
    )
    printed = _printed(view, wordings)
    body = _after_contents(printed)
    return Expectation(
        tuple(_answers(view, wordings)),
        (*paragraphs_of(printed), *_known(view, wordings, data)),
        Printing(
            printed.stamp,
            tuple(with_labels(body)),
            tuple(repeated(body)),
            abreast=bool(beside),
        ),
        surroundings(view, wordings[0]),
    )


def _mark(view: EditionView, language: str, says: Says) -> str:
    """A point where an earlier version set one between figures that have a comma
    now; empty for the language's own."""
    tr = Catalogue(language)
    parted = [each for each in _numbers(view) if POINT in str(each)]
    is_old = bool(parted) and not any(says(tr.number(each)) for each in parted)
    return POINT if is_old and tr.mark != POINT else ""


def _numbers(view: EditionView) -> Iterator[Decimal]:
    for answer in view.answers.values():
        match answer.value:
            case NumberValue(number):
                yield number
            case TableValue(rows):
                cells = (cell for row in rows for cell in row.cells.values())
                yield from (each for each in cells if isinstance(each, Decimal))


def _printed(view: EditionView, wordings: Wordings) -> Document:
    """Without its sign-off, whose lines are not among the data."""
    beside = wordings[1].tr if len(wordings) > 1 else None
    return submission(view, wordings[0].tr, (), look=Look(beside))


def _after_contents(document: Document) -> tuple[Block, ...]:
    blocks = document.blocks
    before = next(n for n, each in enumerate(blocks) if isinstance(each, Contents))
    return blocks[before + 1 :]


def _beside(view: EditionView, language: str, says: Says) -> tuple[str, ...]:
    """The language of a translation beside, told by the questions' wordings."""
    asked = [
        question.text
        for question in view.questionnaire.questions.values()
        if question.parent is None and question.id in view.answers
    ][:_LANGUAGES_LOOKED_AT]
    for other in view.questionnaire.languages:
        if other == language:
            continue
        beginnings = [squeezed(text.get(other, ""))[:_BEGINNING] for text in asked]
        own = [squeezed(text.get(language, "")) for text in asked]
        pairs = zip(beginnings, own, strict=True)
        told = [says(each) for each, here in pairs if each and each not in here]
        if told and sum(told) * 3 > len(told):
            return (other,)
    return ()


def _same_questionnaire(
    described: Mapping[str, Any], language: str
) -> Questionnaire | None:
    form = str(described["id"])
    try:
        questionnaire = shipped_questionnaire(form)
    except (AppError, ValueError):
        return None
    if language not in questionnaire.languages:
        return None
    stated = (described["structure"], described["texts"].get(language))
    return questionnaire if stated == _hashes(form, language) else None


@lru_cache(maxsize=24)
def _hashes(form: str, language: str) -> tuple[str, str]:
    questionnaire = shipped_questionnaire(form)
    return structure_hash(questionnaire), text_hash(questionnaire, language)


def _unworded(
    answers: Mapping[str, Mapping[str, Any]], language: str
) -> Iterator[ExpectedAnswer]:
    for question, entry in answers.items():
        value = entry["value"]
        if isinstance(value, dict):
            yield ExpectedAnswer(question, texts=_texts(value, (language,)))
        else:
            yield ExpectedAnswer(question, is_known=False)


def _answers(view: EditionView, wordings: Wordings) -> Iterator[ExpectedAnswer]:
    for part in view.parts:
        for article in view.questionnaire.part(part).articles:
            for question in article.questions:
                if question.parent is None:
                    yield from _with_companions(question, view, wordings)


def _with_companions(
    question: Question, view: EditionView, wordings: Wordings
) -> Iterator[ExpectedAnswer]:
    answer = view.answers.get(question.id)
    if answer is not None and answer.value is not None:
        yield _expected(question, answer.value, wordings)
    for child in view.questionnaire.companions.get(question.id, ()):
        yield from _with_companions(child, view, wordings)


def _expected(question: Question, value: Value, wordings: Wordings) -> ExpectedAnswer:
    first = wordings[0]
    texts: tuple[Paragraphs, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    match value:
        case TextValue(written):
            texts = _texts(written, tuple(each.language for each in wordings))
        case TableValue():
            rows = tuple(_cells(question, row, first) for row in value.rows)
        case _:
            texts = tuple(tuple(_words(question, value, each)) for each in wordings)
    is_main = question.parent is None
    return ExpectedAnswer(question.id, first.of(question.text), is_main, texts, rows)


def _cells(question: Question, row: Row, wording: Wording) -> tuple[str, ...]:
    return tuple(wording.cell(c, row.cells.get(c.id)) for c in question.columns)


def _words(question: Question, value: Value, wording: Wording) -> Iterator[str]:
    match value:
        case ChoiceValue(choice):
            yield from _choices(question, (choice,), wording)
        case ChoicesValue(choices):
            yield from _choices(question, choices, wording)
        case NumberValue(number):
            yield wording.tr.number(number)
        case DateValue(date):
            yield written_date(date, wording.language)


def _choices(
    question: Question, chosen: tuple[str, ...], wording: Wording
) -> Iterator[str]:
    for each in question.choices:
        if each.id in chosen:
            yield wording.of(each.text)


def _texts(
    written: Mapping[str, str], languages: tuple[str, ...]
) -> tuple[Paragraphs, ...]:
    """In the document's languages where written in one, else as it is written."""
    given = {tag: text for tag, text in written.items() if text.strip()}
    chosen = [given[tag] for tag in languages if tag in given] or given.values()
    return tuple(
        tuple(line for line in text.split("\n") if line.strip()) for text in chosen
    )


def _known(
    view: EditionView, wordings: Wordings, data: Mapping[str, Any]
) -> Iterator[str]:
    """What a submission of these data may say, in any of the languages."""
    yield from _strings(data)
    for question, answer in view.answers.items():
        if isinstance(answer.value, TableValue):
            asked = view.questionnaire.questions[question]
            for wording in wordings:
                for row in answer.value.rows:
                    yield from _cells(asked, row, wording)
    for worded in view.questionnaire.questions.values():
        yield from _worded(worded)


def _worded(question: Question) -> Iterator[str]:
    yield from question.text.values()
    for choice in question.choices:
        yield from choice.text.values()
    for column in question.columns:
        yield from column.text.values()


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _strings(each)
    elif isinstance(value, list):
        for each in value:
            yield from _strings(each)
