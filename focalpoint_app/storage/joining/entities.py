"""What two files join besides answers: things with one state and no revisions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, LargeBinary, Table, delete, select

from focalpoint_app.storage.consultation.consultation_tables import (
    contributions,
    papers,
    reminders,
    replies,
    rounds,
    stakeholders,
    suggested,
    uses,
    withdrawals,
)
from focalpoint_app.storage.schema import (
    evidence,
    letterhead,
    meta,
    notes,
    profile,
    sources,
)

Row = Mapping[str, Any]

SETTINGS = ("marking", "sign_off")
"""Rows of ``meta`` that are the State's, not the file's."""


@dataclass(frozen=True, slots=True)
class Entity:
    """``kind`` names it on cards.  ``columns``: what of it changes; all where empty.

    Where only some do, its rows come over by themselves and are never deleted.
    ``keeps_file``: its bytes never change, and are not read to compare it.
    """

    kind: str
    table: Table
    columns: tuple[str, ...] = ()
    keeps_file: bool = False

    @property
    def key(self) -> str:
        (column,) = self.table.primary_key.columns
        return str(column.name)

    @property
    def names(self) -> tuple[str, ...]:
        if self.columns:
            return (self.key, *self.columns)
        passed = self.blobs if self.keeps_file else frozenset()
        return tuple(c.name for c in self.table.columns if c.name not in passed)

    @property
    def blobs(self) -> frozenset[str]:
        columns = self.table.columns
        return frozenset(c.name for c in columns if isinstance(c.type, LargeBinary))


SOURCE = Entity("source", sources)
STAKEHOLDER = Entity("stakeholder", stakeholders)
ROUND = Entity("round", rounds)
PROFILE = Entity("profile", profile)
LETTERHEAD = Entity("letterhead", letterhead)
SETTING = Entity("setting", meta)
NOTE = Entity("note", notes)
EVIDENCE = Entity("evidence", evidence, keeps_file=True)
REMINDER = Entity("reminder", reminders)
PAPER = Entity("paper", papers, keeps_file=True)
REPLY = Entity(
    "reply",
    replies,
    (
        "standing",
        "register",
        "respondent",
        "seal_seen",
        "transcribed_by",
        "checked_by",
        "is_withdrawn",
    ),
)
CONTRIBUTION = Entity("contribution", contributions, ("audience", "marking"))
USE = Entity("use", uses, ("is_withdrawn",))
WITHDRAWAL = Entity("withdrawal", withdrawals, ("is_undone",))
SUGGESTED = Entity("suggested", suggested)

ENTITIES: Mapping[str, Entity] = {
    each.kind: each
    for each in (
        SOURCE,
        STAKEHOLDER,
        ROUND,
        PROFILE,
        LETTERHEAD,
        SETTING,
        NOTE,
        EVIDENCE,
        REMINDER,
        PAPER,
        REPLY,
        CONTRIBUTION,
        USE,
        WITHDRAWAL,
        SUGGESTED,
    )
}


def read_rows(
    connection: Connection, entity: Entity, subjects: Sequence[str]
) -> dict[str, Row]:
    """By key; of those that are there."""
    key = entity.table.c[entity.key]
    return _rows(connection, entity, key.in_(list(subjects)))


def rows_of_review(
    connection: Connection, entity: Entity, review: str
) -> dict[str, Row]:
    """By key; all where they belong to no review."""
    table = entity.table
    if entity is SETTING:
        return _rows(connection, entity, table.c.name.in_(SETTINGS))
    if "review" not in table.c:
        return _rows(connection, entity, None)
    return _rows(connection, entity, table.c.review == review)


def whole_row(connection: Connection, entity: Entity, subject: str) -> Row:
    """With its file; of one that is there."""
    mine = entity.table.c[entity.key] == subject
    return dict(connection.execute(select(entity.table).where(mine)).mappings().one())


def put_row(connection: Connection, entity: Entity, row: Mapping[str, Any]) -> None:
    """Made or replaced; of its columns those that are named."""
    mine = entity.table.c[entity.key] == row[entity.key]
    said = {name: value for name, value in row.items() if name != entity.key}
    changed = entity.table.update().where(mine).values(said)
    if connection.execute(changed).rowcount == 0:
        connection.execute(entity.table.insert().values(dict(row)))


def delete_row(connection: Connection, entity: Entity, subject: str) -> None:
    mine = entity.table.c[entity.key] == subject
    connection.execute(delete(entity.table).where(mine))


def _rows(
    connection: Connection, entity: Entity, wanted: ColumnElement[bool] | None
) -> dict[str, Row]:
    query = select(*(entity.table.c[name] for name in entity.names))
    if wanted is not None:
        query = query.where(wanted)
    found = connection.execute(query).mappings()
    return {str(row[entity.key]): dict(row) for row in found}
