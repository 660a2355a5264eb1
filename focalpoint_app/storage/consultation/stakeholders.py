"""Stakeholders: whom the State asks, shared by its reviews."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection, Row, bindparam, delete, func, select

from focalpoint_app.domain.answer import Confidentiality
from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.stakeholder import (
    Addressee,
    Category,
    Liaison,
    Route,
    Stakeholder,
    unnamed,
)
from focalpoint_app.storage.consultation.consultation_tables import (
    replies,
    requests,
    stakeholders,
    suggested,
)
from focalpoint_app.storage.joining.earlier import remembered
from focalpoint_app.storage.joining.entities import STAKEHOLDER, SUGGESTED
from focalpoint_app.storage.types import decoding

_REPLACE = stakeholders.update().where(stakeholders.c.id == bindparam("known_id"))


def read_stakeholders(connection: Connection) -> tuple[Stakeholder, ...]:
    """By name."""
    of_it = suggested.c.stakeholder == stakeholders.c.id
    query = select(stakeholders, suggested.c.suggestion).outerjoin(suggested, of_it)
    query = query.order_by(stakeholders.c.name, stakeholders.c.id)
    with decoding():
        return tuple(_stakeholder_of(row) for row in connection.execute(query))


def write_stakeholders(connection: Connection, written: Sequence[Stakeholder]) -> None:
    """New ones are added, known ones replaced; names of anonymous ones never enter.

    Raises:
        AppError: ``stakeholder.named_before`` where a known one becomes anonymous.
    """
    query = select(stakeholders.c.id, stakeholders.c.is_anonymous)
    known = {row.id: row.is_anonymous for row in connection.execute(query)}
    for each in written:
        if each.is_anonymous and not known.get(each.id, True):
            raise AppError("stakeholder.named_before")
    rows = [_row(unnamed(each)) for each in written]
    new = [row for row in rows if row["id"] not in known]
    old = [{**row, "known_id": row["id"]} for row in rows if row["id"] in known]
    with remembered(connection, STAKEHOLDER, [each.id for each in written]):
        if new:
            connection.execute(stakeholders.insert(), new)
        if old:
            connection.execute(_REPLACE, old)
    _link(connection, [unnamed(each) for each in written])


def delete_stakeholder(connection: Connection, stakeholder: str) -> None:
    """
    Raises:
        AppError: ``stakeholder.asked`` with the number of letters and replies.
    """
    count = sum(
        connection.scalar(
            select(func.count()).where(table.c.stakeholder == stakeholder)
        )
        or 0
        for table in (requests, replies)
    )
    if count:
        raise AppError("stakeholder.asked", count=count)
    with remembered(connection, STAKEHOLDER, [stakeholder]):
        connection.execute(delete(stakeholders).where(stakeholders.c.id == stakeholder))
    with remembered(connection, SUGGESTED, [stakeholder]):
        mine = suggested.c.stakeholder == stakeholder
        connection.execute(delete(suggested).where(mine))


def _link(connection: Connection, written: Sequence[Stakeholder]) -> None:
    """An institution's suggestion is noted once and outlives its name."""
    linked = {each.id: each.suggestion for each in written if each.suggestion}
    known = set(connection.scalars(select(suggested.c.stakeholder)))
    new = [
        {"stakeholder": stakeholder, "suggestion": suggestion}
        for stakeholder, suggestion in linked.items()
        if stakeholder not in known
    ]
    if new:
        with remembered(connection, SUGGESTED, [each["stakeholder"] for each in new]):
            connection.execute(suggested.insert(), new)


def _row(stakeholder: Stakeholder) -> dict[str, Any]:
    row = asdict(stakeholder)
    del row["suggestion"]
    audience = stakeholder.audience
    return {
        **row,
        "category": stakeholder.category.value,
        "route": stakeholder.route.value,
        "audience": None if audience is None else audience.value,
    }


def _stakeholder_of(row: Row[Any]) -> Stakeholder:
    values = dict(row._mapping)
    audience = values["audience"]
    return Stakeholder(
        **{
            **values,
            "category": Category(row.category),
            "addressee": Addressee(**row.addressee),
            "liaison": Liaison(**row.liaison),
            "route": Route(row.route),
            "audience": None if audience is None else Confidentiality(audience),
            "suggestion": row.suggestion or "",
        }
    )
