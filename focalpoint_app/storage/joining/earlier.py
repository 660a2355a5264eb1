"""Marks of the earlier states of what has no revisions, for joining two files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from sqlalchemy import Connection, delete, func, select

from focalpoint_app.domain.entity_joining import Known, Marks, marks_of
from focalpoint_app.storage.consultation.consultation_tables import earlier
from focalpoint_app.storage.joining.entities import Entity, Row, read_rows

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
        found[row.subject] = (*found.get(row.subject, ()), row.marks)
    return found


def add(
    connection: Connection, kind: str, subject: str, marks: Sequence[Marks]
) -> None:
    first = _last(connection, kind, subject) + 1
    rows = [
        {"kind": kind, "subject": subject, "number": number, "marks": dict(each)}
        for number, each in enumerate(marks, first)
    ]
    if rows:
        connection.execute(earlier.insert(), rows)


def replace_past(
    connection: Connection, kind: str, subject: str, marks: Sequence[Marks]
) -> None:
    mine = earlier.c.kind == kind, earlier.c.subject == subject
    connection.execute(delete(earlier).where(*mine))
    add(connection, kind, subject, marks)


def _last(connection: Connection, kind: str, subject: str) -> int:
    mine = earlier.c.kind == kind, earlier.c.subject == subject
    highest = select(func.max(earlier.c.number)).where(*mine)
    number: int | None = connection.scalar(highest)
    return number or 0
