"""Reading answers JSON: all of it is right, or nothing is taken."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, TypeVar

from focalpoint_app.domain.errors import AppError, RefusedEntriesError
from focalpoint_app.domain.questionnaire import Questionnaire
from focalpoint_app.domain.source import Source
from focalpoint_app.exchange.answer_entry import AnswerPatch, patch_of
from focalpoint_app.exchange.json_marks import is_crowded
from focalpoint_app.exchange.source_entry import source_of

LARGEST = 24 * 1024 * 1024
"""Bytes: one sign outside the usual ones makes four of each when it is read."""

_MOST_ERRORS = 1_000


@dataclass(frozen=True, slots=True)
class IncomingAnswers:
    """``patches`` by question id; None clears the whole answer."""

    sources: tuple[Source, ...]
    patches: Mapping[str, AnswerPatch | None]


def read_answers(
    content: bytes, questionnaire: Questionnaire, known_sources: Collection[str]
) -> IncomingAnswers:
    """Check every entry against the questionnaire.

    Raises:
        AppError: ``answers.too_large``, ``answers.not_json``,
            ``answers.wrong_shape``, ``answers.other_questionnaire``.
        RefusedEntriesError: ``answers.refused``, with an error for each entry.
    """
    document = _document(content)
    if document["questionnaire"] != questionnaire.id:
        raise AppError(
            "answers.other_questionnaire",
            found=str(document["questionnaire"]),
            expected=questionnaire.id,
        )
    errors: list[AppError] = []
    sources = _gather(errors, map(_source_reader, document.get("sources", [])))
    known = frozenset(known_sources) | {source.id for source in sources}
    patches = _gather(
        errors,
        (_patch_reader(questionnaire, known, *pair) for pair in _pairs(document)),
    )
    if errors:
        raise RefusedEntriesError("answers.refused", tuple(errors))
    return IncomingAnswers(tuple(sources), dict(patches))


def read_answers_file(path: Path) -> bytes:
    """The file's bytes, never more than one beyond ``LARGEST``."""
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except FileNotFoundError as exc:
        raise AppError("file.not_found", file=path.name) from exc
    except OSError as exc:
        raise AppError("file.unreadable", file=path.name) from exc
    if len(content) > LARGEST:
        raise AppError("answers.too_large", file=path.name)
    return content


def parsed(content: bytes) -> Any:
    """Any JSON, its numbers as ``Decimal``; no key twice in one object.

    Raises:
        AppError: ``answers.too_large``, ``answers.not_json``, ``answers.wrong_shape``.
    """
    if len(content) > LARGEST or is_crowded(content):
        raise AppError("answers.too_large", file="")
    try:
        return json.loads(
            content.decode("utf-8-sig"),
            parse_float=_number,
            parse_int=Decimal,
            parse_constant=_refuse_constant,
            object_pairs_hook=_object,
        )
    except ValueError as exc:
        raise AppError("answers.not_json", line=getattr(exc, "lineno", 1)) from exc
    except RecursionError as exc:
        raise AppError("answers.wrong_shape") from exc


def _document(content: bytes) -> dict[str, Any]:
    document = parsed(content)
    if not _is_shaped(document):
        raise AppError("answers.wrong_shape")
    return dict(document)


def _is_shaped(document: object) -> bool:
    if not isinstance(document, dict):
        return False
    allowed = {"questionnaire", "version", "sources", "answers"}
    return (
        set(document) <= allowed
        and isinstance(document.get("questionnaire"), str)
        and isinstance(document.get("version", ""), str)
        and isinstance(document.get("sources", []), list)
        and isinstance(document.get("answers"), dict)
    )


def _number(text: str) -> Decimal:
    """No number where its exponent is beyond counting: its entry is refused."""
    try:
        return Decimal(text)
    except InvalidOperation:
        return Decimal("NaN")


def _refuse_constant(name: str) -> None:
    raise ValueError(name)


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key twice in one object")
    return found


def _pairs(document: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    answers: Mapping[str, Any] = document["answers"]
    yield from answers.items()


def _source_reader(data: object) -> Callable[[], Source]:
    return lambda: source_of(data)


def _patch_reader(
    questionnaire: Questionnaire, known: Collection[str], question: str, data: object
) -> Callable[[], tuple[str, AnswerPatch | None]]:
    def read() -> tuple[str, AnswerPatch | None]:
        if question not in questionnaire.questions:
            raise AppError("answers.unknown_question", question=question[:100])
        if data is None:
            return question, None
        asked = questionnaire.questions[question]
        return question, patch_of(asked, data, known)

    return read


T = TypeVar("T")


def _gather(errors: list[AppError], readers: Iterator[Callable[[], T]]) -> list[T]:
    """What could be read; after the first thousand errors nobody needs the rest."""
    found: list[T] = []
    for read in readers:
        if len(errors) >= _MOST_ERRORS:
            break
        try:
            found.append(read())
        except AppError as exc:
            errors.append(exc)
    return found
