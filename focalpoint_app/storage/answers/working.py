"""Working text: one durable, replaceable row a field; the path of every autosave."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, and_, bindparam, delete, select, update

from focalpoint_app.domain.content import Content, FieldKey
from focalpoint_app.storage.answers.keys import (
    KEY_COLUMNS,
    bound_key,
    is_bound_key,
    key_of,
)
from focalpoint_app.storage.schema import batches, fields, staged

_KEY = tuple(fields.c[name] for name in KEY_COLUMNS)
_UPDATE = (
    update(fields)
    .where(fields.c.review == bindparam("key_review"), is_bound_key(fields))
    .values(
        content=bindparam("new_content"),
        time=bindparam("new_time"),
        author=bindparam("new_author"),
        is_sealed=False,
        is_indexed=bindparam("new_is_indexed"),
    )
)
_INSERT = fields.insert().values(
    review=bindparam("key_review"),
    **{name: bindparam(f"key_{name}") for name in KEY_COLUMNS},
    content=bindparam("new_content"),
    time=bindparam("new_time"),
    author=bindparam("new_author"),
    base=None,
    is_sealed=False,
    is_indexed=bindparam("new_is_indexed"),
)
_OF_QUESTIONS = and_(
    fields.c.review == bindparam("key_review"),
    fields.c.question.in_(bindparam("questions", expanding=True)),
)
_KNOWN = select(*_KEY).where(_OF_QUESTIONS)
_STANDING = select(*_KEY, fields.c.content, fields.c.is_sealed).where(_OF_QUESTIONS)
_IN_REVIEW = select(batches.c.id).where(
    batches.c.review == bindparam("key_review"), batches.c.is_published
)
_ANY_PUBLISHED = select(batches.c.id).where(batches.c.is_published).limit(1)
_UNSTAGE = delete(staged).where(staged.c.batch.in_(_IN_REVIEW), is_bound_key(staged))


@dataclass(frozen=True, slots=True)
class Written:
    """What every row of one save has in common."""

    review: str
    author: str
    time: datetime
    is_indexed: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """What one row says now."""

    content: Content
    is_sealed: bool


def save(
    connection: Connection, written: Written, contents: Mapping[FieldKey, Content]
) -> None:
    """What a published import still holds ready for these fields is older: it goes."""
    if contents and connection.execute(_ANY_PUBLISHED).first() is not None:
        keys = [{"key_review": written.review, **bound_key(key)} for key in contents]
        connection.execute(_UNSTAGE, keys)
    write(connection, written, contents)


def write(
    connection: Connection, written: Written, contents: Mapping[FieldKey, Content]
) -> None:
    """Update what is there, insert what is not: nothing comes between."""
    known = _known(connection, written.review, contents)
    updates = [_values(written, k, c) for k, c in contents.items() if k in known]
    inserts = [_values(written, k, c) for k, c in contents.items() if k not in known]
    if updates:
        connection.execute(_UPDATE, updates)
    if inserts:
        connection.execute(_INSERT, inserts)


def read(connection: Connection, review: str) -> dict[FieldKey, Content]:
    """Every content that is not None; a published import lies over the rows."""
    found = dict(_rows(connection, review))
    found.update(_staged(connection, review))
    return {key: content for key, content in found.items() if content is not None}


def standing(
    connection: Connection, review: str, keys: Sequence[FieldKey]
) -> dict[FieldKey, Standing]:
    """Of those fields that have a row."""
    rows = connection.execute(_STANDING, _of_questions(review, keys))
    found = {key_of(row): Standing(row.content, row.is_sealed) for row in rows}
    return {key: found[key] for key in keys if key in found}


def _known(
    connection: Connection, review: str, keys: Iterable[FieldKey]
) -> frozenset[FieldKey]:
    rows = connection.execute(_KNOWN, _of_questions(review, keys))
    return frozenset(key_of(row) for row in rows)


def _of_questions(review: str, keys: Iterable[FieldKey]) -> dict[str, Any]:
    questions = sorted({key.question for key in keys})
    return {"key_review": review, "questions": questions}


def _rows(connection: Connection, review: str) -> list[tuple[FieldKey, Content]]:
    query = select(*_KEY, fields.c.content).where(fields.c.review == review)
    return [(key_of(row), row.content) for row in connection.execute(query)]


def _staged(connection: Connection, review: str) -> list[tuple[FieldKey, Content]]:
    query = (
        select(staged)
        .join(batches, batches.c.id == staged.c.batch)
        .where(batches.c.review == review, batches.c.is_published)
    )
    return [(key_of(row), row.content) for row in connection.execute(query)]


def _values(written: Written, key: FieldKey, content: Content) -> dict[str, Any]:
    return {
        "key_review": written.review,
        **bound_key(key),
        "new_content": content,
        "new_time": written.time,
        "new_author": written.author,
        "new_is_indexed": written.is_indexed,
    }
