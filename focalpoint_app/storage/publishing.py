"""Large changes: prepared aside in small transactions, published in one short one.

Autosave waits for one chunk at most.  Prepared contents lie in ``staged``; from
the moment their batch is published every reader sees them over the working rows,
into which they are then moved chunk by chunk.  A killed program leaves a batch
that the next opening finishes (published) or drops (not yet).
"""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select, text, update

from focalpoint_app.domain.content import Change, Content, FieldKey, Step
from focalpoint_app.domain.source import Source
from focalpoint_app.domain.undo import Redone, StepEvent, Undone
from focalpoint_app.storage import sources, steps
from focalpoint_app.storage.database import Database
from focalpoint_app.storage.indexing import field_entry, field_text, index
from focalpoint_app.storage.keys import (
    KEY_COLUMNS,
    in_chunks,
    key_of,
    key_values,
)
from focalpoint_app.storage.schema import batches, staged

CHUNK = 40
"""Rows moved in one transaction: about 3 ms of the write lock."""

_ORDER = tuple(staged.c[name] for name in KEY_COLUMNS)
_UP_TO = (
    "batch = :batch AND (question, field, language, item)"
    " <= (:question, :field, :language, :item)"
)
_MOVE = text(
    "INSERT INTO fields (review, question, field, language, item,"
    " content, time, author, base, is_sealed, is_indexed)"
    " SELECT b.review, s.question, s.field, s.language, s.item,"
    " s.content, b.time, b.author, NULL, false, true"
    " FROM staged s JOIN batches b ON b.id = s.batch"
    f" WHERE {_UP_TO}"
    " ON CONFLICT (review, question, field, language, item) DO UPDATE SET"
    " content = excluded.content, time = excluded.time, author = excluded.author,"
    " is_sealed = false, is_indexed = true"
)
_UNSTAGE = text(f"DELETE FROM staged WHERE {_UP_TO}")


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
        with database.writing_briefly() as connection:
            connection.execute(staged.insert(), rows)


def _stage_step(database: Database, step: Step) -> None:
    for number, some in enumerate(in_chunks(step.changes, steps.CHUNK)):
        with database.writing_briefly() as connection:
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
    while contents := _next(database, batch):
        last = next(reversed(contents))
        texts = {
            field_entry(batch.review, key): field_text(key, content)
            for key, content in contents.items()
        }
        with database.writing_briefly() as connection:
            up_to_last = {"batch": batch.id, **key_values(last)}
            connection.execute(_MOVE, up_to_last)
            connection.execute(_UNSTAGE, up_to_last)
            # A field that an autosave has overtaken meanwhile is not marked as
            # indexed, so that what is written here of it is not shown.
            index(connection, texts)
    with database.writing() as connection:
        connection.execute(delete(batches).where(batches.c.id == batch.id))


def _next(database: Database, batch: _Batch) -> dict[FieldKey, Content]:
    query = select(staged).where(staged.c.batch == batch.id).order_by(*_ORDER)
    with database.reading() as connection:
        rows = connection.execute(query.limit(CHUNK))
        return {key_of(row): row.content for row in rows}
