"""Marks of the earlier states of what has no revisions, for joining two files.

They lie under the file's key (``domain/mark_seals.py``), which expunging replaces.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from sqlalchemy import Connection, delete, func, select, update

from focalpoint_app.domain.entity_joining import Known, Marks, marks_of
from focalpoint_app.domain.mark_seals import marks_in, sealed
from focalpoint_app.storage.consultation.consultation_tables import earlier
from focalpoint_app.storage.joining.entities import Entity, Row, read_rows
from focalpoint_app.storage.schema import meta

KEY = "marks_key"
"""The row of ``meta`` with the key, in hex; none in a file of version 10 and before,
until something is expunged from it."""

CARD = "card"
"""Under this kind lie the other file's states, until its card is settled."""


@contextmanager
def remembered(
    connection: Connection, entity: Entity, subjects: Sequence[str]
) -> Iterator[None]:
    """Whatever the statements inside change or delete, its marks are kept."""
    before = read_rows(connection, entity, subjects)
    yield
    after = read_rows(connection, entity, subjects)
    for subject, row in before.items():
        marks = marks_of(row)
        now = after.get(subject)
        if now is None or marks_of(now) != marks:
            add(connection, entity.kind, subject, (marks,))
    for subject in after.keys() - before.keys():
        if _last(connection, entity.kind, subject):  # It was gone, and is back.
            add(connection, entity.kind, subject, ({},))


def known(
    connection: Connection, entity: Entity, rows: dict[str, Row]
) -> dict[str, Known]:
    """Of these rows and of all that was deleted, with their pasts."""
    pasts = read_pasts(connection, entity.kind)
    return {
        subject: Known(rows.get(subject), pasts.get(subject, ()))
        for subject in [*rows, *(each for each in pasts if each not in rows)]
    }


def read_pasts(connection: Connection, kind: str) -> dict[str, tuple[Marks, ...]]:
    """By subject, oldest first."""
    query = select(earlier).where(earlier.c.kind == kind)
    rows = connection.execute(query.order_by(earlier.c.subject, earlier.c.number))
    found: dict[str, tuple[Marks, ...]] = {}
    for row in rows:
        found[row.subject] = (*found.get(row.subject, ()), marks_in(row.marks))
    return found


def add(
    connection: Connection,
    kind: str,
    subject: str,
    marks: Sequence[Marks],
    key: str | None = None,
) -> None:
    """``key``: the file's own where none is named."""
    first = _last(connection, kind, subject) + 1
    own = read_key(connection) if key is None else key
    rows = [
        {"kind": kind, "subject": subject, "number": n, "marks": sealed(each, own)}
        for n, each in enumerate(marks, first)
    ]
    if rows:
        connection.execute(earlier.insert(), rows)


def replace_past(
    connection: Connection,
    kind: str,
    subject: str,
    marks: Sequence[Marks],
    key: str | None = None,
) -> None:
    mine = earlier.c.kind == kind, earlier.c.subject == subject
    connection.execute(delete(earlier).where(*mine))
    add(connection, kind, subject, marks, key)


def new_key() -> str:
    return secrets.token_hex(16)


def read_key(connection: Connection) -> str:
    """Empty where the file has none."""
    return connection.scalar(select(meta.c.value).where(meta.c.name == KEY)) or ""


def renew_key(connection: Connection) -> None:
    """No guess can be tried on any mark that is here now; a copy that still has the
    key that it was made with can be joined as before."""
    if not read_key(connection):
        _seal_all(connection, new_key())
    connection.execute(delete(meta).where(meta.c.name == KEY))
    connection.execute(meta.insert().values(name=KEY, value=new_key()))


def _seal_all(connection: Connection, key: str) -> None:
    for row in connection.execute(select(earlier)).all():
        mine = (column == row._mapping[column.name] for column in earlier.primary_key)
        marks = sealed(marks_in(row.marks), key)
        connection.execute(update(earlier).where(*mine).values(marks=marks))


def _last(connection: Connection, kind: str, subject: str) -> int:
    mine = earlier.c.kind == kind, earlier.c.subject == subject
    highest = select(func.max(earlier.c.number)).where(*mine)
    number: int | None = connection.scalar(highest)
    return number or 0
