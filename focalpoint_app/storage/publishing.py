"""Large changes: prepared aside in small transactions, published in one short one.

Autosave waits for one chunk at most.  Prepared contents lie in ``staged``; from
the moment their batch is published every reader sees them over the working rows,
into which they are then moved chunk by chunk.  A killed program leaves a batch
that the next opening finishes (published) or drops (not yet).
"""

from __future__ import annotations

import time
import uuid
from collections.abc import Container, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, select, update

from focalpoint_app.domain.content import Change, Content, FieldKey, Step
from focalpoint_app.domain.source import Source
from focalpoint_app.domain.undo import Redone, StepEvent, Undone
from focalpoint_app.storage import sources, steps, working
from focalpoint_app.storage.database import Database
from focalpoint_app.storage.indexing import field_entry, field_text, index
from focalpoint_app.storage.keys import (
    KEY_COLUMNS,
    bound_key,
    in_chunks,
    is_bound_key,
    key_of,
    key_values,
)
from focalpoint_app.storage.schema import batches, staged

CHUNK = 100
"""Rows moved in one transaction; measured in benchmarks/storage.py."""

_PAUSE = 0.002
"""Seconds between transactions, so that a waiting autosave comes in."""

_ORDER = tuple(staged.c[name] for name in KEY_COLUMNS)
_UNSTAGE = delete(staged).where(
    staged.c.batch == bindparam("key_batch"), is_bound_key(staged)
)


@dataclass(frozen=True, slots=True)
class Publication:
    """``event`` enters the undo list at the moment the changes are seen."""

    review: str
    author: str
    time: datetime
    changes: tuple[Change, ...]
    event: StepEvent | None = None
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class _Batch:
    id: str
    review: str
    author: str
    time: datetime


def publish(database: Database, publication: Publication) -> None:
    """All of it is seen at once, or nothing is."""
    batch = _Batch(
        str(uuid.uuid4()), publication.review, publication.author, publication.time
    )
    try:
        _stage(database, batch, publication)
        _show(database, batch, publication)
    except BaseException:
        _drop(database, batch.id)
        raise
    _move(database, batch)


def recover(database: Database) -> None:
    """Finish or drop what a killed program left; nothing to do as a rule."""
    with database.reading() as connection:
        left = connection.execute(select(batches)).all()
    for row in left:
        if row.is_published:
            _move(database, _Batch(row.id, row.review, row.author, row.time))
        else:
            _drop(database, row.id)


def _stage(database: Database, batch: _Batch, publication: Publication) -> None:
    step = publication.event if isinstance(publication.event, Step) else None
    with database.writing() as connection:
        connection.execute(
            batches.insert().values(
                id=batch.id,
                review=batch.review,
                author=batch.author,
                time=batch.time,
                step=step.id if step else None,
                is_published=False,
            )
        )
        if step:
            steps.add_hidden(connection, batch.review, step)
    _stage_contents(database, batch, publication.changes)
    if step:
        _stage_step(database, step)


def _stage_contents(
    database: Database, batch: _Batch, changes: Sequence[Change]
) -> None:
    contents = {change.key: change.after for change in changes}
    for some in in_chunks(tuple(contents.items()), CHUNK):
        rows = [
            {"batch": batch.id, **key_values(key), "content": content}
            for key, content in some
        ]
        with _turn(database) as connection:
            connection.execute(staged.insert(), rows)


def _stage_step(database: Database, step: Step) -> None:
    for number, some in enumerate(in_chunks(step.changes, steps.CHUNK)):
        with _turn(database) as connection:
            steps.add_changes(connection, step.id, number, some)


def _show(database: Database, batch: _Batch, publication: Publication) -> None:
    with database.writing() as connection:
        mine = batches.c.id == batch.id
        connection.execute(update(batches).where(mine).values(is_published=True))
        sources.write_sources(connection, publication.sources)
        match publication.event:
            case Step(id=step_id):
                steps.show(connection, batch.review, step_id)
            case Undone() | Redone() as event:
                steps.mark(connection, event)


def _drop(database: Database, batch_id: str) -> None:
    """Nobody has seen it."""
    with database.writing() as connection:
        mine = batches.c.id == batch_id
        hidden = connection.scalar(select(batches.c.step).where(mine))
        connection.execute(delete(staged).where(staged.c.batch == batch_id))
        connection.execute(delete(batches).where(mine))
        if hidden is not None:
            steps.forget(connection, (hidden,))


def _move(database: Database, batch: _Batch) -> None:
    while prepared := _next(database, batch):
        texts = {key: field_text(key, content) for key, content in prepared.items()}
        with _turn(database) as connection:
            left = _still_staged(connection, batch.id, prepared)
            _put(connection, batch, {key: prepared[key] for key in left})
            index(
                connection,
                {field_entry(batch.review, key): texts[key] for key in left},
            )
    with database.writing() as connection:
        connection.execute(delete(batches).where(batches.c.id == batch.id))


def _next(database: Database, batch: _Batch) -> dict[FieldKey, Content]:
    query = select(staged).where(staged.c.batch == batch.id).order_by(*_ORDER)
    with database.reading() as connection:
        rows = connection.execute(query.limit(CHUNK))
        return {key_of(row): row.content for row in rows}


def _still_staged(
    connection: Connection, batch_id: str, prepared: Container[FieldKey]
) -> list[FieldKey]:
    """Without those that an autosave has overtaken since they were read."""
    query = select(*_ORDER).where(staged.c.batch == batch_id).order_by(*_ORDER)
    rows = connection.execute(query.limit(CHUNK)).all()
    return [key for key in map(key_of, rows) if key in prepared]


def _put(
    connection: Connection, batch: _Batch, contents: dict[FieldKey, Content]
) -> None:
    if not contents:
        return
    written = working.Written(batch.review, batch.author, batch.time, is_indexed=True)
    working.write_many(connection, written, contents)
    keys = [{"key_batch": batch.id, **bound_key(key)} for key in contents]
    connection.execute(_UNSTAGE, keys)


@contextmanager
def _turn(database: Database) -> Iterator[Connection]:
    """One small transaction, and time for an autosave that waits."""
    with database.writing() as connection:
        yield connection
    time.sleep(_PAUSE)
