"""Clearances: a review frozen whole, logged in its chain, never rewritten."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, func, select

from focalpoint_app.domain.clearance import Clearance
from focalpoint_app.storage.log import chain
from focalpoint_app.storage.schema import clearances


def add_clearance(connection: Connection, clearance: Clearance) -> None:
    connection.execute(
        clearances.insert().values(
            id=clearance.id,
            review=clearance.review,
            number=clearance.number,
            parts=clearance.parts,
            time=clearance.time,
            author=clearance.author,
            content=clearance.content,
            digest=clearance.digest,
        )
    )
    sealed = [(clearance.id, clearance.digest)]
    chain.append(connection, clearance.review, chain.Kind.CLEARANCE, sealed)


def read_clearances(connection: Connection, review: str) -> tuple[Clearance, ...]:
    """By number."""
    query = select(clearances).where(clearances.c.review == review)
    rows = connection.execute(query.order_by(clearances.c.number))
    return tuple(_clearance_of(row) for row in rows)


def last_time(connection: Connection, review: str) -> datetime | None:
    query = select(func.max(clearances.c.time)).where(clearances.c.review == review)
    found: datetime | None = connection.scalar(query)
    return found


def _clearance_of(row: Row[Any]) -> Clearance:
    return Clearance(
        id=row.id,
        review=row.review,
        number=row.number,
        parts=tuple(row.parts),
        time=row.time,
        author=row.author,
        content=row.content,
        digest=row.digest,
    )
