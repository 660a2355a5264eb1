"""Sources: kept once for all reviews, cited by many answers."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection, Row, delete, select

from focalpoint_app.domain.content import Field
from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.source import Source, SourceKind
from focalpoint_app.storage.schema import batches, fields, sources, staged


def read_sources(connection: Connection) -> tuple[Source, ...]:
    """Oldest law first."""
    query = select(sources).order_by(sources.c.year, sources.c.date, sources.c.id)
    return tuple(_source_of(row) for row in connection.execute(query))


def write_source(connection: Connection, source: Source) -> None:
    values = asdict(source)
    known = sources.c.id == source.id
    if connection.execute(sources.update().where(known).values(values)).rowcount == 0:
        connection.execute(sources.insert().values(values))


def delete_source(connection: Connection, source_id: str) -> None:
    """
    Raises:
        AppError: ``source.cited`` with the number of citations.
    """
    count = _citations(connection, source_id)
    if count:
        raise AppError("source.cited", source=source_id, count=count)
    connection.execute(delete(sources).where(sources.c.id == source_id))


def _citations(connection: Connection, source_id: str) -> int:
    working = select(fields.c.content).where(fields.c.field == Field.CITE.value)
    imported = (
        select(staged.c.content)
        .join(batches, batches.c.id == staged.c.batch)
        .where(staged.c.field == Field.CITE.value, batches.c.is_published)
    )
    contents = [
        *connection.scalars(working.where(fields.c.content.is_not(None))),
        *connection.scalars(imported.where(staged.c.content.is_not(None))),
    ]
    return sum(content.get("source") == source_id for content in contents)


def _source_of(row: Row[Any]) -> Source:
    values = dict(row._mapping)
    return Source(**{**values, "kind": SourceKind(row.kind)})
