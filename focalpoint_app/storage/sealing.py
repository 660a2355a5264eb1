"""Sealing: working text that differs from its head becomes an immutable revision."""

from __future__ import annotations

import secrets
import uuid
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, bindparam, select, update

from focalpoint_app.domain.content import FieldKey
from focalpoint_app.domain.revision import Revision, content_digest, revision_digest
from focalpoint_app.storage import chain, history
from focalpoint_app.storage.indexing import field_entry, field_text, index
from focalpoint_app.storage.keys import (
    KEY_COLUMNS,
    bound_key,
    is_bound_key,
    key_of,
    key_values,
)
from focalpoint_app.storage.schema import fields, revision_parents, revisions

CHUNK = 40
"""Fields sealed in one transaction: under 10 ms (architecture.md, decision 11)."""

_IN_REVIEW = fields.c.review == bindparam("key_review")
_WORKING = select(fields).where(_IN_REVIEW, is_bound_key(fields), ~fields.c.is_sealed)
_MARK = (
    update(fields)
    .where(_IN_REVIEW, is_bound_key(fields))
    .values(is_sealed=True, is_indexed=True, base=bindparam("new_base"))
)


def unsealed(connection: Connection, review: str) -> tuple[FieldKey, ...]:
    columns = [fields.c[name] for name in KEY_COLUMNS]
    query = select(*columns).where(fields.c.review == review, ~fields.c.is_sealed)
    return tuple(key_of(row) for row in connection.execute(query))


def seal(
    connection: Connection, review: str, keys: Sequence[FieldKey], at: datetime
) -> tuple[Revision, ...]:
    """Those that differ from their heads, by whoever wrote them, in the keys' order."""
    rows = _working(connection, review, keys)
    made = tuple(_sealed(connection, review, rows, at))
    texts = {key: field_text(key, row.content) for key, row in rows.items()}
    index(connection, {field_entry(review, key): texts[key] for key in texts})
    sealed = [(each.id, each.digest) for each in made]
    chain.append(connection, review, chain.Kind.REVISION, sealed)
    return made


def _working(
    connection: Connection, review: str, keys: Sequence[FieldKey]
) -> dict[FieldKey, Row[Any]]:
    """Those of the fields that are not sealed."""
    found = {}
    for key in keys:
        place = {"key_review": review, **bound_key(key)}
        row = connection.execute(_WORKING, place).first()
        if row is not None:
            found[key] = row
    return found


def _sealed(
    connection: Connection, review: str, rows: Mapping[FieldKey, Row[Any]], at: datetime
) -> Iterator[Revision]:
    for key, row in rows.items():
        heads = history.heads_of_field(connection, review, key)
        base = heads[0].id if heads else None
        if not _is_head(row, heads):
            revision = _revision(key, row, heads, at)
            _insert(connection, review, revision)
            base = revision.id
            yield revision
        place = {"key_review": review, **bound_key(key)}
        connection.execute(_MARK, {**place, "new_base": base})


def _is_head(row: Row[Any], heads: Sequence[Row[Any]]) -> bool:
    """Nothing to seal: the one head says the same, or there never was anything."""
    if not heads:
        return row.content is None
    if len(heads) > 1 or heads[0].is_expunged:
        return False
    return bool(heads[0].content == row.content)


def _revision(
    key: FieldKey, row: Row[Any], heads: Sequence[Row[Any]], at: datetime
) -> Revision:
    revision_id, salt = str(uuid.uuid4()), secrets.token_hex(16)
    digest = content_digest(salt, row.content)
    parents = tuple(sorted(head.id for head in heads))
    parents_digests = tuple(head.digest for head in heads)
    signed = (row.author, at, digest)
    return Revision(
        id=revision_id,
        key=key,
        parents=parents,
        author=row.author,
        time=at,
        salt=salt,
        content=row.content,
        content_digest=digest,
        digest=revision_digest(revision_id, key, parents_digests, signed),
    )


def _insert(connection: Connection, review: str, revision: Revision) -> None:
    connection.execute(
        revisions.insert().values(
            id=revision.id,
            review=review,
            **key_values(revision.key),
            author=revision.author,
            time=revision.time,
            salt=revision.salt,
            content=revision.content,
            content_digest=revision.content_digest,
            digest=revision.digest,
            is_expunged=False,
        )
    )
    for parent in revision.parents:
        connection.execute(
            revision_parents.insert().values(revision=revision.id, parent=parent)
        )
