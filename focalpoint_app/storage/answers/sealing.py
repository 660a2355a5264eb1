"""Sealing: working text that differs from its head becomes an immutable revision."""

from __future__ import annotations

import secrets
import uuid
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, bindparam, select, update

from focalpoint_app.domain.content import FieldKey
from focalpoint_app.domain.revision import Revision, content_digest, revision_digest
from focalpoint_app.storage.answers import history
from focalpoint_app.storage.answers.keys import (
    KEY_COLUMNS,
    bound_key,
    is_bound_key,
    key_of,
    key_values,
)
from focalpoint_app.storage.log import chain
from focalpoint_app.storage.schema import fields, revision_parents, revisions
from focalpoint_app.storage.search.indexing import field_entry, field_text, index

CHUNK = 10
"""Fields sealed in one transaction: under 10 ms (architecture.md, decision 11)."""

_WORKING = (
    *(fields.c[name] for name in KEY_COLUMNS),
    fields.c.content,
    fields.c.author,
    fields.c.is_sealed,
    fields.c.is_indexed,
)
_MARK = (
    update(fields)
    .where(fields.c.review == bindparam("key_review"), is_bound_key(fields))
    .values(is_sealed=True, is_indexed=True, base=bindparam("new_base"))
)


def unsealed(
    connection: Connection, review: str, keys: Sequence[FieldKey] | None = None
) -> tuple[FieldKey, ...]:
    """Of these fields, or of all; in the keys' order."""
    if keys is not None:
        return tuple(_working(connection, review, keys))
    columns = [fields.c[name] for name in KEY_COLUMNS]
    query = select(*columns).where(fields.c.review == review, ~fields.c.is_sealed)
    return tuple(key_of(row) for row in connection.execute(query))


def seal(
    connection: Connection, review: str, keys: Sequence[FieldKey], at: datetime
) -> tuple[Revision, ...]:
    """Those that differ from their heads, by whoever wrote them, in the keys' order."""
    rows = _working(connection, review, keys)
    if not rows:
        return ()
    heads = history.heads_of(connection, review, rows)
    made = {
        key: _revision(key, row, heads.get(key, []), at)
        for key, row in rows.items()
        if not _is_head(row, heads.get(key, []))
    }
    insert_revisions(connection, review, tuple(made.values()))
    bases = {key: found[0].id for key, found in heads.items()}
    bases |= {key: revision.id for key, revision in made.items()}
    marks = [
        {"key_review": review, **bound_key(key), "new_base": bases.get(key)}
        for key in rows
    ]
    connection.execute(_MARK, marks)
    _index(connection, review, rows)
    return tuple(made.values())


def _working(
    connection: Connection, review: str, keys: Sequence[FieldKey]
) -> dict[FieldKey, Row[Any]]:
    """Those of the fields that are not sealed."""
    questions = sorted({key.question for key in keys})
    query = select(*_WORKING).where(
        fields.c.review == review, fields.c.question.in_(questions)
    )
    # Asked for in SQL, "not sealed" would walk all that is not, question or no.
    rows = connection.execute(query)
    found = {key_of(row): row for row in rows if not row.is_sealed}
    return {key: found[key] for key in keys if key in found}


def _index(
    connection: Connection, review: str, rows: Mapping[FieldKey, Row[Any]]
) -> None:
    texts = {
        field_entry(review, key): field_text(key, row.content)
        for key, row in rows.items()
        if not row.is_indexed
    }
    index(connection, texts)


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


def insert_revisions(
    connection: Connection, review: str, made: Sequence[Revision]
) -> None:
    """With their parents and their links in the chain; parents before children."""
    if not made:
        return
    connection.execute(revisions.insert(), [_row(review, each) for each in made])
    parents = [
        {"revision": each.id, "parent": parent}
        for each in made
        for parent in each.parents
    ]
    if parents:
        connection.execute(revision_parents.insert(), parents)
    sealed = [(each.id, each.digest) for each in made]
    chain.append(connection, review, chain.Kind.REVISION, sealed)


def _row(review: str, revision: Revision) -> dict[str, Any]:
    return {
        "id": revision.id,
        "review": review,
        **key_values(revision.key),
        "author": revision.author,
        "time": revision.time,
        "salt": revision.salt,
        "content": revision.content,
        "content_digest": revision.content_digest,
        "digest": revision.digest,
        "is_expunged": revision.expunged,
    }
