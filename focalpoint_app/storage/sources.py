"""Sources: kept once for all reviews, cited by many answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection, Row, bindparam, delete, select

from focalpoint_app.domain.content import Field
from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.hit import HitKind
from focalpoint_app.domain.source import Source, SourceKind
from focalpoint_app.storage.joining.earlier import remembered
from focalpoint_app.storage.joining.entities import SOURCE
from focalpoint_app.storage.schema import batches, fields, sources, staged
from focalpoint_app.storage.search.indexing import Entry, forget, index, source_text

_REPLACE = sources.update().where(sources.c.id == bindparam("known_id"))


def read_sources(connection: Connection) -> tuple[Source, ...]:
    """Oldest first, those without a year last."""
    year = sources.c.year
    query = select(sources).order_by(year.is_(None), year, sources.c.date, sources.c.id)
    return tuple(_source_of(row) for row in connection.execute(query))


def write_sources(connection: Connection, written: Sequence[Source]) -> None:
    """New ones are added, known ones replaced."""
    known = frozenset(connection.scalars(select(sources.c.id)))
    new = [asdict(each) for each in written if each.id not in known]
    old = [
        {**asdict(each), "known_id": each.id} for each in written if each.id in known
    ]
    with remembered(connection, SOURCE, [each.id for each in written]):
        if new:
            connection.execute(sources.insert(), new)
        if old:
            connection.execute(_REPLACE, old)
    texts = {Entry("", HitKind.SOURCE, each.id): source_text(each) for each in written}
    index(connection, texts)


def delete_source(connection: Connection, source_id: str) -> None:
    """
    Raises:
        AppError: ``source.cited`` with the number of citations.
    """
    count = citations(connection)[source_id]
    if count:
        raise AppError("source.cited", source=source_id, count=count)
    with remembered(connection, SOURCE, [source_id]):
        connection.execute(delete(sources).where(sources.c.id == source_id))
    forget(connection, HitKind.SOURCE, source_id)


def citations(connection: Connection) -> Counter[str]:
    """Source id to how often it is cited, whether it is here or not."""
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
    return Counter(str(content.get("source")) for content in contents)


def _source_of(row: Row[Any]) -> Source:
    values = dict(row._mapping)
    return Source(**{**values, "kind": SourceKind(row.kind)})
