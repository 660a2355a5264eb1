"""Rounds and the requests sent in them; what was sent is frozen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection, Row, Text, bindparam, select

from focalpoint_app.domain.consultation import Carrier
from focalpoint_app.domain.consultation_data import (
    register_from_data,
    request_from_data,
    request_to_data,
)
from focalpoint_app.domain.contribution import Round, Sent
from focalpoint_app.domain.errors import AppError
from focalpoint_app.storage.consultation.consultation_tables import requests, rounds
from focalpoint_app.storage.joining.earlier import remembered
from focalpoint_app.storage.joining.entities import ROUND
from focalpoint_app.storage.types import decoding, storable_json

RequestRow = Mapping[str, Any]
_ADD = requests.insert().values(content=bindparam("made", type_=Text()))


def read_rounds(connection: Connection, review: str) -> tuple[Round, ...]:
    """Oldest first."""
    query = select(rounds).where(rounds.c.review == review)
    rows = connection.execute(query.order_by(rounds.c.time, rounds.c.id))
    return tuple(_round_of(row) for row in rows)


def write_round(connection: Connection, written: Round) -> None:
    """A new one is added; of a known one all but its author and time is replaced."""
    values = asdict(written)
    kept = {name: values[name] for name in ("name", "letter", "due", "register")}
    known = rounds.c.id == written.id
    with remembered(connection, ROUND, [written.id]):
        if connection.execute(rounds.update().where(known).values(kept)).rowcount == 0:
            connection.execute(rounds.insert().values(values))


def request_row(sent: Sent) -> RequestRow:
    """Made and checked before the write lock is taken.

    Raises:
        AppError: ``text.*``.
    """
    request = sent.request
    return {
        "id": request.id,
        "review": request.review,
        "round": request.round,
        "stakeholder": request.stakeholder,
        "carrier": sent.carrier.value,
        "made": storable_json(request_to_data(request)),
        "withheld": list(sent.withheld),
        "author": sent.author,
        "time": sent.time,
    }


def add_requests(connection: Connection, rows: Sequence[RequestRow]) -> None:
    if rows:
        connection.execute(_ADD, rows)


def read_requests(connection: Connection, review: str) -> tuple[Sent, ...]:
    """Oldest first."""
    query = select(requests).where(requests.c.review == review)
    rows = connection.execute(query.order_by(requests.c.time, requests.c.id))
    with decoding():
        return tuple(_sent_of(row) for row in rows)


def read_owners(connection: Connection, review: str) -> dict[str, str]:
    """Request id to whom it went; nothing is parsed for it."""
    query = select(requests.c.id, requests.c.stakeholder)
    rows = connection.execute(query.where(requests.c.review == review))
    return {row.id: row.stakeholder for row in rows}


def read_request(connection: Connection, request: str) -> Sent:
    """
    Raises:
        AppError: ``request.unknown``.
    """
    query = select(requests).where(requests.c.id == request)
    row = connection.execute(query).first()
    if row is None:
        raise AppError("request.unknown")
    with decoding():
        return _sent_of(row)


def _round_of(row: Row[Any]) -> Round:
    values = dict(row._mapping)
    return Round(**{**values, "register": register_from_data(row.register)})


def _sent_of(row: Row[Any]) -> Sent:
    return Sent(
        request=request_from_data(row.content),
        carrier=Carrier(row.carrier),
        time=row.time,
        author=row.author,
        withheld=tuple(row.withheld),
    )
