"""A submission whose questionnaire was worded otherwise, by the one that ships."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from focalpoint_app.document.assistance import NEEDED
from focalpoint_app.document.wording import Wordings
from focalpoint_app.domain.answer import (
    NOT_COLLECTED,
    ChoicesValue,
    ChoiceValue,
    TableValue,
    Value,
)
from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.questionnaire import (
    Choice,
    Column,
    Kind,
    Question,
    Questionnaire,
)
from focalpoint_app.exchange.entries import answer_from_edition
from focalpoint_app.pdf.verifying.expected import ExpectedAnswer

NO_EDITION = (ValueError, LookupError, TypeError, AttributeError, AppError)
"""What data that no submission of ours holds raise where they are read."""


def legible(questionnaire: Questionnaire, data: Mapping[str, Any]) -> dict[str, Any]:
    """What are parts of it, and answers to its questions, as it has them."""
    questions = questionnaire.questions
    parts = {part.id for part in questionnaire.parts}
    answers = {
        question: entry
        for question, entry in data["answers"].items()
        if question in questions and _is_legible(questions[question], entry)
    }
    kept = [part for part in data["parts"] if part in parts]
    return {**data, "answers": answers, "parts": kept}


def _is_legible(question: Question, entry: Mapping[str, Any]) -> bool:
    try:
        value = answer_from_edition(question, entry).value
        return value is None or _fits(question, value)
    except NO_EDITION:
        return False


def _fits(question: Question, value: Value) -> bool:
    match value:
        case ChoiceValue(choice):
            return choice in _ids(question.choices)
        case ChoicesValue(choices):
            return set(choices) <= _ids(question.choices)
        case TableValue(rows):
            columns = {column.id: column for column in question.columns}
            return all(
                _is_cell(columns[name], cell)
                for row in rows
                for name, cell in row.cells.items()
            )
    return True


def _is_cell(column: Column, cell: object) -> bool:
    if column.kind is not Kind.CHOICE or cell == NOT_COLLECTED:
        return True
    return cell in _ids(column.choices)


def _ids(choices: tuple[Choice, ...]) -> set[str]:
    return {each.id for each in choices}


def doubt(
    answer: ExpectedAnswer, questionnaire: Questionnaire, spoken: Wordings
) -> ExpectedAnswer:
    """What it says in the questionnaire's words, and may have said in others."""
    question = questionnaire.questions[answer.question]
    said = {each for texts in answer.texts for each in texts}
    choices = {wording.of(each.text) for wording in spoken for each in question.choices}
    cells = frozenset(_cell_words(question, spoken))
    wording = "" if question.id.endswith(NEEDED) else answer.wording
    return replace(
        answer,
        wording=wording,
        worded=cells if answer.rows else frozenset(choices & said),
        instead=tuple(sorted(choices - said)),
    )


def _cell_words(question: Question, spoken: Wordings) -> Iterator[str]:
    for wording in spoken:
        yield wording.tr("not collected")
        for column in question.columns:
            yield from (wording.of(choice.text) for choice in column.choices)
