"""Field keys as columns, and columns as field keys."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Row, Table, and_, bindparam

from focalpoint_app.domain.content import Field, FieldKey

KEY_COLUMNS = ("question", "field", "language", "item")

T = TypeVar("T")


def key_values(key: FieldKey) -> dict[str, str]:
    return {
        "question": key.question,
        "field": key.field.value,
        "language": key.language,
        "item": key.item,
    }


def bound_key(key: FieldKey) -> dict[str, str]:
    """For statements made with ``is_bound_key``."""
    return {f"key_{name}": value for name, value in key_values(key).items()}


def is_bound_key(table: Table) -> ColumnElement[bool]:
    return and_(*(table.c[name] == bindparam(f"key_{name}") for name in KEY_COLUMNS))


def key_of(row: Row[*tuple[Any, ...]]) -> FieldKey:
    """From any row that has the four columns."""
    return FieldKey(row.question, Field(row.field), row.language, row.item)


def in_chunks(items: Sequence[T], size: int) -> Iterator[Sequence[T]]:
    for start in range(0, len(items), size):
        yield items[start : start + size]
