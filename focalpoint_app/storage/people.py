"""The State's profile, its authors, and who is writing now."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection, Row, delete, select

from focalpoint_app.domain.author import Author
from focalpoint_app.domain.profile import Membership, StateProfile
from focalpoint_app.storage.joining.earlier import remembered
from focalpoint_app.storage.joining.entities import PROFILE, SETTING, SETTINGS
from focalpoint_app.storage.schema import authors, meta, profile
from focalpoint_app.storage.types import decoding

_CURRENT = "current_author"


def read_profile(connection: Connection) -> StateProfile:
    with decoding():
        (content,) = connection.scalars(select(profile.c.content)).all()
        return _profile_of(content)


def write_profile(connection: Connection, value: StateProfile) -> None:
    with remembered(connection, PROFILE, [value.state]):
        connection.execute(delete(profile))
        written = profile.insert().values(state=value.state, content=asdict(value))
        connection.execute(written)


def read_authors(connection: Connection) -> tuple[Author, ...]:
    """By name."""
    query = select(authors).order_by(authors.c.name, authors.c.id)
    return tuple(_author_of(row) for row in connection.execute(query))


def write_author(connection: Connection, author: Author) -> None:
    known = authors.c.id == author.id
    values = asdict(author)
    if connection.execute(authors.update().where(known).values(values)).rowcount == 0:
        connection.execute(authors.insert().values(values))


def read_current(connection: Connection) -> Author | None:
    query = select(authors).join(
        meta, (meta.c.name == _CURRENT) & (meta.c.value == authors.c.id)
    )
    row = connection.execute(query).first()
    return _author_of(row) if row else None


def write_current(connection: Connection, author_id: str) -> None:
    write_meta(connection, _CURRENT, author_id)


def read_meta(connection: Connection, name: str) -> str | None:
    """None where nothing was written under this name."""
    value: str | None = connection.scalar(
        select(meta.c.value).where(meta.c.name == name)
    )
    return value


def read_metas(connection: Connection, beginning: str) -> dict[str, str]:
    """By what follows the beginning of their names."""
    query = select(meta).where(meta.c.name.startswith(beginning, autoescape=True))
    rows = connection.execute(query)
    return {row.name.removeprefix(beginning): row.value for row in rows}


def erase_meta(connection: Connection, name: str) -> None:
    connection.execute(delete(meta).where(meta.c.name == name))


def write_meta(connection: Connection, name: str, value: str) -> None:
    with remembered(connection, SETTING, [each for each in SETTINGS if each == name]):
        connection.execute(delete(meta).where(meta.c.name == name))
        connection.execute(meta.insert().values(name=name, value=value))


def _author_of(row: Row[Any]) -> Author:
    return Author(row.id, row.name, row.role, row.institution)


def _profile_of(content: dict[str, Any]) -> StateProfile:
    memberships = {
        part: Membership(**dates) for part, dates in content["memberships"].items()
    }
    units = tuple(content["constituent_units"])
    return StateProfile(
        **{**content, "memberships": memberships, "constituent_units": units}
    )
