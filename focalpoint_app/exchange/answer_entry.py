"""One entry of answers JSON, checked against its question."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar
from uuid import uuid4

from focalpoint_app.domain.answer import (
    LONGEST_CELL,
    LONGEST_PROVISION,
    LONGEST_REASON,
    NOT_COLLECTED,
    AnswerState,
    Cell,
    ChoicesValue,
    ChoiceValue,
    Cite,
    Confidentiality,
    DateValue,
    NumberValue,
    Row,
    TableValue,
    TextValue,
    Value,
    is_exact,
)
from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.questionnaire import Choice, Column, Kind, Question
from focalpoint_app.domain.text import clean_text
from focalpoint_app.exchange.source_entry import is_language

MOST_ROWS = 2_000
LONGEST_ID = 100
_KEYS = {"value", "directions", "cites", "skipped", "confidentiality", "state"}
_DIRECTIONS = {"", "rtl", "ltr"}


@dataclass(frozen=True, slots=True)
class AnswerPatch:
    """The fields an entry names; ``named`` holds their keys, the rest is unchanged.

    A text changes only in the languages it names; one whose text is None is
    cleared (``cleared_languages``).
    """

    named: frozenset[str]
    value: Value | None = None
    cleared_languages: tuple[str, ...] = ()
    cites: tuple[Cite, ...] = ()
    skipped: str | None = None
    confidentiality: Confidentiality = Confidentiality.REVIEWING
    state: AnswerState = AnswerState.DRAFT


def patch_of(question: Question, data: object, known: Collection[str]) -> AnswerPatch:
    """Raises AppError ``answers.*`` naming the question; ``known`` are source ids."""
    if not isinstance(data, Mapping) or not set(data) <= _KEYS:
        raise AppError("answers.wrong_entry", question=question.id)
    value, cleared = _value(question, data)
    return AnswerPatch(
        named=frozenset(data),
        value=value,
        cleared_languages=cleared,
        cites=tuple(_cite(question, each, known) for each in _list(question, data)),
        skipped=_text_or_none(question, data.get("skipped"), LONGEST_REASON),
        confidentiality=_member(question, data, Confidentiality.REVIEWING),
        state=_member(question, data, AnswerState.DRAFT),
    )


def _value(
    question: Question, data: Mapping[str, Any]
) -> tuple[Value | None, tuple[str, ...]]:
    value = data.get("value")
    if value is None:
        return None, ()
    if question.kind is Kind.TEXT:
        return _texts(question, value, data.get("directions", {}))
    return _READERS[question.kind](question, value), ()


def _texts(
    question: Question, value: object, directions: object
) -> tuple[TextValue, tuple[str, ...]]:
    if not isinstance(value, Mapping) or not all(map(is_language, value)):
        raise _wrong(question)
    texts = {
        language: _text(question, text, question.limit)
        for language, text in value.items()
        if text is not None
    }
    cleared = tuple(language for language, text in value.items() if text is None)
    return TextValue(texts, _directions(question, directions)), cleared


def _directions(question: Question, data: object) -> dict[str, tuple[str, ...]]:
    if not isinstance(data, Mapping) or not all(map(is_language, data)):
        raise _wrong(question)
    for marks in data.values():
        if not isinstance(marks, list) or not set(map(str, marks)) <= _DIRECTIONS:
            raise _wrong(question)
    return {str(language): tuple(marks) for language, marks in data.items()}


def _choice(question: Question, value: object) -> ChoiceValue:
    return ChoiceValue(_one_of(question, question.choices, value))


def _choices(question: Question, value: object) -> ChoicesValue:
    if not isinstance(value, list):
        raise _wrong(question)
    chosen = {_one_of(question, question.choices, each) for each in value}
    return ChoicesValue(tuple(sorted(chosen)))


def _number(question: Question, value: object) -> NumberValue:
    return NumberValue(_decimal(question, value))


def _date(question: Question, value: object) -> DateValue:
    if not isinstance(value, str):
        raise _wrong(question)
    return DateValue(_iso_date(question, value))


def _table(question: Question, value: object) -> TableValue:
    if not isinstance(value, list) or len(value) > MOST_ROWS:
        raise _wrong(question)
    rows = tuple(_row(question, each) for each in value)
    if len({row.id for row in rows}) != len(rows):
        raise AppError("answers.repeated_row", question=question.id)
    return TableValue(rows)


_READERS: Mapping[Kind, Callable[[Question, object], Value]] = {
    Kind.CHOICE: _choice,
    Kind.CHOICES: _choices,
    Kind.NUMBER: _number,
    Kind.DATE: _date,
    Kind.TABLE: _table,
}


def _row(question: Question, data: object) -> Row:
    if not isinstance(data, Mapping):
        raise _wrong(question)
    columns = {column.id: column for column in question.columns}
    for name in data:
        if name != "id" and name not in columns:
            raise AppError(
                "answers.unknown_column", question=question.id, column=str(name)[:100]
            )
    return Row(
        _text_or_none(question, data.get("id"), LONGEST_ID) or str(uuid4()),
        {
            name: _cell(question, columns[name], cell)
            for name, cell in data.items()
            if name != "id" and cell is not None
        },
    )


def _cell(question: Question, column: Column, cell: object) -> Cell:
    if cell == NOT_COLLECTED:
        return NOT_COLLECTED
    match column.kind:
        case Kind.NUMBER:
            return _decimal(question, cell)
        case Kind.CHOICE:
            return _one_of(question, column.choices, cell)
        case Kind.DATE if isinstance(cell, str):
            return _iso_date(question, cell)
    return _text(question, cell, LONGEST_CELL)


def _cite(question: Question, data: object, known: Collection[str]) -> Cite:
    if not isinstance(data, Mapping) or not set(data) <= {"source", "provision"}:
        raise _wrong(question)
    source = data.get("source")
    if not isinstance(source, str) or source not in known:
        raise AppError(
            "answers.unknown_source", question=question.id, source=str(source)[:100]
        )
    provision = _text(question, data.get("provision", ""), LONGEST_PROVISION)
    return Cite(str(uuid4()), source, provision)


def _list(question: Question, data: Mapping[str, Any]) -> list[object]:
    cites = data.get("cites")
    if not isinstance(cites, list | None):
        raise _wrong(question)
    return cites or []


E = TypeVar("E", Confidentiality, AnswerState)


def _member(question: Question, data: Mapping[str, Any], default: E) -> E:
    key = "confidentiality" if isinstance(default, Confidentiality) else "state"
    try:
        given = data.get(key)
        return default if given is None else type(default)(given)
    except ValueError as exc:
        raise _wrong(question) from exc


def _one_of(question: Question, choices: tuple[Choice, ...], value: object) -> str:
    if not isinstance(value, str):
        raise _wrong(question)
    if value not in {each.id for each in choices}:
        raise AppError(
            "answers.unknown_choice", question=question.id, choice=value[:100]
        )
    return value


def _decimal(question: Question, value: object) -> Decimal:
    if not isinstance(value, Decimal) or not value.is_finite():
        raise _wrong(question)
    if not is_exact(value):
        raise AppError("answers.number_too_long", question=question.id)
    return value


def _iso_date(question: Question, value: str) -> str:
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError as exc:
        raise AppError(
            "answers.not_a_date", question=question.id, found=value[:40]
        ) from exc


def _text_or_none(question: Question, value: object, limit: int) -> str | None:
    return None if value is None else _text(question, value, limit)


def _text(question: Question, value: object, limit: int | None) -> str:
    if not isinstance(value, str):
        raise _wrong(question)
    try:
        text = clean_text(value)
    except AppError as exc:
        raise _bad_text(question, exc, limit) from exc
    if limit is not None and len(text) > limit:
        raise AppError(
            "answers.over_limit", question=question.id, length=len(text), limit=limit
        )
    return text


def _bad_text(question: Question, error: AppError, limit: int | None) -> AppError:
    if error.code == "text.forbidden_character":
        character = error.context["character"]
        return AppError(
            "answers.forbidden_character", question=question.id, character=character
        )
    length, most = error.context["length"], limit or error.context["limit"]
    return AppError(
        "answers.over_limit", question=question.id, length=length, limit=most
    )


def _wrong(question: Question) -> AppError:
    return AppError(
        "answers.wrong_value", question=question.id, kind=question.kind.value
    )
