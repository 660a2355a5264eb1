"""Sealed revisions as they are read back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from graphlib import TopologicalSorter
from typing import Any

from sqlalchemy import Connection, Row, Select, select

from focalpoint_app.domain.content import Field, FieldKey
from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.revision import Revision
from focalpoint_app.storage.answers.keys import bound_key, is_bound_key, key_of
from focalpoint_app.storage.schema import fields, revision_parents, revisions

_AT_ONCE = 500
_OF_KEY = select(revisions).where(is_bound_key(revisions))


def of_field(
    connection: Connection, review: str, key: FieldKey
) -> tuple[Revision, ...]:
    """Parents before children; between twins the earlier written one."""
    query = _OF_KEY.where(revisions.c.review == review)
    return in_parent_order(_loaded(connection, query, bound_key(key)))


def of_question(
    connection: Connection, review: str, question: str, field: Field
) -> dict[FieldKey, tuple[Revision, ...]]:
    """Each language's or row's, rows that are gone too; ordered as ``of_field``."""
    query = select(revisions).where(
        revisions.c.review == review,
        revisions.c.question == question,
        revisions.c.field == field.value,
    )
    found: dict[FieldKey, list[Revision]] = {}
    for each in _loaded(connection, query, {}):
        found.setdefault(each.key, []).append(each)
    return {key: in_parent_order(line) for key, line in found.items()}


def one(connection: Connection, revision_id: str) -> Revision:
    """
    Raises:
        AppError: ``revision.unknown``.
    """
    query = select(revisions).where(revisions.c.id == revision_id)
    for found in _loaded(connection, query, {}):
        return found
    raise AppError("revision.unknown", revision=revision_id)


def some(connection: Connection, ids: Iterable[str]) -> dict[str, Revision]:
    """By id; what is not known is left out."""
    wanted = sorted(ids)
    found: list[Revision] = []
    for at in range(0, len(wanted), _AT_ONCE):
        named = revisions.c.id.in_(wanted[at : at + _AT_ONCE])
        found += _loaded(connection, select(revisions).where(named), {})
    return {each.id: each for each in found}


def all_of(connection: Connection, review: str) -> Iterator[Revision]:
    query = select(revisions).where(revisions.c.review == review)
    parents = select(revision_parents).join(
        revisions, revisions.c.id == revision_parents.c.revision
    )
    rows = connection.execute(parents.where(revisions.c.review == review))
    by_child: dict[str, list[str]] = {}
    for row in rows:
        by_child.setdefault(row.revision, []).append(row.parent)
    for row in connection.execute(query):
        yield _revision_of(row, by_child.get(row.id, ()))


def heads(connection: Connection, review: str) -> dict[FieldKey, str]:
    """The digest of each field's revision that no other has followed.

    Twins that were never reconciled: the greater digest, so that it is one.
    """
    query = _heads().where(revisions.c.review == review)
    found: dict[FieldKey, str] = {}
    for row in connection.execute(query.order_by(revisions.c.digest)):
        found[key_of(row)] = row.digest
    return found


def heads_of(
    connection: Connection, review: str, keys: Iterable[FieldKey]
) -> dict[FieldKey, list[Row[Any]]]:
    """Rows by field, of the fields' questions; by id, so that order is one."""
    questions = sorted({key.question for key in keys})
    query = _heads().where(
        revisions.c.review == review, revisions.c.question.in_(questions)
    )
    found: dict[FieldKey, list[Row[Any]]] = {}
    for row in connection.execute(query.order_by(revisions.c.id)):
        found.setdefault(key_of(row), []).append(row)
    return found


def questions_written(
    connection: Connection, review: str, author: str | None, since: datetime | None
) -> frozenset[str]:
    """Where this author wrote, or anybody from then on; typed text counts too."""
    found: set[str] = set()
    for table in (revisions, fields):
        query = select(table.c.question).where(table.c.review == review)
        if author is not None:
            query = query.where(table.c.author == author)
        if since is not None:
            query = query.where(table.c.time >= since)
        found.update(connection.scalars(query.distinct()))
    return frozenset(found)


def in_parent_order(found: Iterable[Revision]) -> tuple[Revision, ...]:
    by_id = {each.id: each for each in found}
    sorter: TopologicalSorter[str] = TopologicalSorter()
    for each in sorted(by_id.values(), key=lambda each: (each.time, each.id)):
        sorter.add(each.id, *each.parents)
    return tuple(by_id[each] for each in sorter.static_order() if each in by_id)


def _heads() -> Select[Any]:
    followed = select(revision_parents.c.parent).where(
        revision_parents.c.parent == revisions.c.id
    )
    return select(revisions).where(~followed.exists())


def _loaded(
    connection: Connection, query: Select[Any], values: dict[str, str]
) -> list[Revision]:
    rows = connection.execute(query, values).all()
    parents = _parents(connection, [row.id for row in rows])
    return [_revision_of(row, parents.get(row.id, ())) for row in rows]


def _parents(connection: Connection, ids: Sequence[str]) -> dict[str, list[str]]:
    """By the revision's id, read many at once: a text may have a hundred revisions."""
    found: dict[str, list[str]] = {}
    for at in range(0, len(ids), _AT_ONCE):
        mine = revision_parents.c.revision.in_(ids[at : at + _AT_ONCE])
        for row in connection.execute(select(revision_parents).where(mine)):
            found.setdefault(row.revision, []).append(row.parent)
    return found


def _revision_of(row: Row[Any], parents: Iterable[str]) -> Revision:
    return Revision(
        id=row.id,
        key=key_of(row),
        parents=tuple(sorted(parents)),
        author=row.author,
        time=row.time,
        salt=row.salt,
        content=row.content,
        content_digest=row.content_digest,
        digest=row.digest,
        expunged=row.is_expunged,
    )
