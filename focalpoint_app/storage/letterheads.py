"""The State's letterhead and the marking its pages carry."""

from __future__ import annotations

from dataclasses import asdict

from sqlalchemy import Connection, delete, select

from focalpoint_app.domain.letterhead import Letterhead
from focalpoint_app.storage.joining.earlier import remembered
from focalpoint_app.storage.joining.entities import LETTERHEAD
from focalpoint_app.storage.people import write_meta
from focalpoint_app.storage.schema import letterhead, meta, profile

_MARKING = "marking"


def read_letterhead(connection: Connection) -> Letterhead | None:
    row = connection.execute(select(letterhead)).first()
    if row is None:
        return None
    return Letterhead(tuple(row.lines), row.picture, row.language)


def write_letterhead(connection: Connection, value: Letterhead | None) -> None:
    """None takes it away."""
    state = connection.scalars(select(profile.c.state)).one()
    with remembered(connection, LETTERHEAD, [state]):
        connection.execute(delete(letterhead))
        if value is not None:
            row = {**asdict(value), "lines": list(value.lines), "state": state}
            connection.execute(letterhead.insert().values(row))


def read_marking(connection: Connection) -> str:
    """Empty until somebody has set one."""
    query = select(meta.c.value).where(meta.c.name == _MARKING)
    return connection.scalar(query) or ""


def write_marking(connection: Connection, marking: str) -> None:
    write_meta(connection, _MARKING, marking)
