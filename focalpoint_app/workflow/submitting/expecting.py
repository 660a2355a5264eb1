"""What a submission's pages must say, worked out from the data inside."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
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
from focalpoint_app.pdf.verifying.expected import (
    Expectation,
    ExpectedAnswer,
    Paragraphs,
    Printing,
    Says,
)
from focalpoint_app.workflow.submitting.around import surroundings
from focalpoint_app.workflow.submitting.editions import shipped_questionnaire, view_of
from focalpoint_app.workflow.submitting.reworded import NO_EDITION, doubt, legible
from focalpoint_app.workflow.submitting.spoken import beside_of, mark_of


def expectation(content: bytes, language: str, says: Says) -> Expectation:
    """For the data inside a file and the language of its pages.

    Where the questionnaire is worded otherwise here, it is known as far as the pages
    have its words.  Where it is not the one that ships, only texts can be compared:
    choices print as words that are not known.
    Data that no submission of ours holds cannot be compared at all.
    """
    try:
        data: Mapping[str, Any] = json.loads(content)
        digest = sha256_hex(content)
        questionnaire = _shipped(data["questionnaire"], language)
        if questionnaire is None:
            return Expectation(tuple(_unworded(data["answers"], language)))
        if _is_same(data["questionnaire"], language):
            return _expectation(_Inside(questionnaire, data, digest), language, says)
        inside = _Inside(
            questionnaire, legible(questionnaire, data), digest, is_doubted=True
        )
        found = _expectation(inside, language, says)
        others = _others(inside, data, language)
        return replace(found, answers=(*found.answers, *others))
    except NO_EDITION:
        return Expectation(())


@dataclass(frozen=True, slots=True)
class _Inside:
    """``is_doubted``: the questionnaire may have been worded otherwise."""

    questionnaire: Questionnaire
    data: Mapping[str, Any]
    digest: str
    is_doubted: bool = False


def _others(
    inside: _Inside, data: Mapping[str, Any], language: str
) -> Iterator[ExpectedAnswer]:
    """What answers no question of the questionnaire here may stand anywhere."""
    known = inside.data["answers"]
    others = {k: entry for k, entry in data["answers"].items() if k not in known}
    return _unworded(others, language)


def _expectation(inside: _Inside, language: str, says: Says) -> Expectation:
    view = view_of(inside.questionnaire, inside.data, inside.digest)
    beside = beside_of(view, language, says)
    wordings = tuple(
        Wording(Catalogue(each, mark=mark_of(view, each, says)))
        for each in (language, *beside)
    )
    printed = _printed(view, wordings)
    body = _after_contents(printed)
    answers = _answers(view, wordings)
    if inside.is_doubted:
        answers = (doubt(each, inside.questionnaire, wordings) for each in answers)
    return Expectation(
        tuple(answers),
        (*paragraphs_of(printed), *_known(view, wordings, inside.data)),
        Printing(
            printed.stamp,
            tuple(with_labels(body)),
            tuple(repeated(body)),
            abreast=bool(beside),
        ),
        surroundings(view, wordings[0]),
        is_sure=not inside.is_doubted,
    )


def _printed(view: EditionView, wordings: Wordings) -> Document:
    """Without its sign-off, whose lines are not among the data."""
    beside = wordings[1].tr if len(wordings) > 1 else None
    return submission(view, wordings[0].tr, (), look=Look(beside))


def _after_contents(document: Document) -> tuple[Block, ...]:
    blocks = document.blocks
    before = next(n for n, each in enumerate(blocks) if isinstance(each, Contents))
    return blocks[before + 1 :]


def _shipped(described: Mapping[str, Any], language: str) -> Questionnaire | None:
    try:
        questionnaire = shipped_questionnaire(str(described["id"]))
    except (AppError, ValueError):
        return None
    return questionnaire if language in questionnaire.languages else None


def _is_same(described: Mapping[str, Any], language: str) -> bool:
    stated = (described["structure"], described["texts"].get(language))
    return stated == _hashes(str(described["id"]), language)


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
            texts = _texts(_chosen(value, (language,)))
            yield ExpectedAnswer(question, texts=texts, is_prose=True)
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
    languages: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    match value:
        case TextValue(written, directions):
            chosen = _chosen(written, tuple(each.language for each in wordings))
            texts = _texts(chosen)
            languages = tuple("" if directions.get(tag) else tag for tag in chosen)
        case TableValue():
            rows = tuple(_cells(question, row, first) for row in value.rows)
        case _:
            texts = tuple(tuple(_words(question, value, each)) for each in wordings)
    is_main = question.parent is None
    return ExpectedAnswer(
        question.id,
        first.of(question.text),
        is_main,
        texts,
        languages,
        rows,
        is_prose=isinstance(value, TextValue),
    )


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


def _chosen(
    written: Mapping[str, str], languages: tuple[str, ...]
) -> Mapping[str, str]:
    """In the document's languages where written in one, else as it is written."""
    given = {tag: text for tag, text in written.items() if text.strip()}
    chosen = {tag: given[tag] for tag in languages if tag in given}
    return chosen or given


def _texts(chosen: Mapping[str, str]) -> tuple[Paragraphs, ...]:
    return tuple(
        tuple(line for line in text.split("\n") if line.strip())
        for text in chosen.values()
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
        if worded.is_alternative:
            yield from (wording.former_head(worded) for wording in wordings)


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
