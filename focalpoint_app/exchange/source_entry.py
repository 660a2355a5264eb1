"""One source of answers JSON, checked."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields
from decimal import Decimal
from typing import Any

from focalpoint_app.domain.answer import is_exact
from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.source import (
    LONGEST_FIELD,
    Source,
    SourceKind,
    read_link,
)
from focalpoint_app.domain.text import clean_text

_NAMES = {each.name for each in fields(Source)}
_PARTIAL_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


def source_of(data: object) -> Source:
    """Raises AppError ``answers.wrong_source`` naming the source and the field."""
    if not isinstance(data, Mapping):
        raise AppError("answers.wrong_source", source="?", field="sources")
    name = str(data.get("id", "?"))[:100]
    for field in data:
        if field not in _NAMES:
            raise _wrong(name, str(field)[:100])
    texts = {
        field: _text(name, field, value)
        for field, value in data.items()
        if field not in ("kind", "title", "year") and value is not None
    }
    if not texts.get("id") or len(texts["id"]) > 100:
        raise _wrong(name, "id")
    _check(name, texts)
    return Source(
        kind=_kind(name, data.get("kind")),
        title=_title(name, data.get("title")),
        year=_year(name, data.get("year")),
        **texts,
    )


def _check(name: str, texts: Mapping[str, str]) -> None:
    if texts.get("date") and not _PARTIAL_DATE.fullmatch(texts["date"]):
        raise _wrong(name, "date")
    for field in ("url", "sherloc"):
        if texts.get(field) and read_link(texts[field]) != texts[field]:
            raise _wrong(name, field)


def _text(name: str, field: str, value: object) -> str:
    if not isinstance(value, str) or len(value) > LONGEST_FIELD:
        raise _wrong(name, field)
    try:
        return clean_text(value)
    except AppError as exc:
        raise _wrong(name, field) from exc


def _kind(name: str, value: Any) -> SourceKind:
    try:
        return SourceKind(value)
    except ValueError as exc:
        raise _wrong(name, "kind") from exc


def _title(name: str, value: object) -> dict[str, str]:
    if not isinstance(value, Mapping) or not value or not all(map(is_language, value)):
        raise _wrong(name, "title")
    return {
        str(language): _text(name, "title", text) for language, text in value.items()
    }


def is_language(tag: object) -> bool:
    """Two small letters (ISO 639-1), as every official language has."""
    return isinstance(tag, str) and re.fullmatch("[a-z]{2}", tag) is not None


def _year(name: str, value: object) -> int | None:
    if value is None:
        return None
    if not isinstance(value, Decimal) or not is_exact(value):
        raise _wrong(name, "year")
    if value != int(value) or not 1 <= value < 3000:
        raise _wrong(name, "year")
    return int(value)


def _wrong(name: str, field: str) -> AppError:
    return AppError("answers.wrong_source", source=name, field=field)
