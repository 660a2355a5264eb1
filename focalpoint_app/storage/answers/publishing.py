"""Large changes: prepared aside in small transactions, published in one short one.

Autosave waits for one chunk at most.  Prepared contents lie in ``staged``; from
the moment their batch is published every reader sees them over the working rows,
into which they are then moved chunk by chunk.  Moving that a kill or a full disk
cut short goes on with the next large change, seal or opening; what was not yet
published is dropped then.
"""

from __future__ import annotations

import uuid
from contextlib import ExitStack
from typing import Any

from sqlalchemy import Row, delete, select, text, update

from focalpoint_app.domain.content import Content, FieldKey, Step
from focalpoint_app.domain.undo import Redone, Undone
from focalpoint_app.storage import sources
from focalpoint_app.storage.answers import staging, steps
from focalpoint_app.storage.answers.keys import (
    KEY_COLUMNS,
    key_of,
    key_values,
)
from focalpoint_app.storage.answers.staging import CHUNK, Publication, Typed
from focalpoint_app.storage.database import Database
from focalpoint_app.storage.errors import put_off
from focalpoint_app.storage.schema import batches, staged
from focalpoint_app.storage.search.indexing import field_entry, field_text, index, merge
from focalpoint_app.storage.turns import short_turns

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


_LEFT = select(batches).order_by(batches.c.is_published.desc())


def publish(database: Database, publication: Publication, typed: Typed) -> None:
    """All of it is seen at once, or nothing is.

    Once it is seen it is done, and no error is told: the rest can wait.
    """
    with typed.turn, typed.noted(), short_turns():
        _finish_all(database)
        batch = str(uuid.uuid4())
        with ExitStack() as unless_shown:
            unless_shown.callback(_drop_if_possible, database, batch)
            staging.stage(database, batch, publication)
            _show(database, batch, publication, typed)
            unless_shown.pop_all()
        with put_off():
            _finish_all(database)


def finish(database: Database, typed: Typed) -> None:
    """Go on with what was left; at once, where another thread is about it.

    Raises:
        AppError: ``disk.full`` and the like; the rest is left as it was.
    """
    if typed.turn.acquire(blocking=False):
        try:
            _finish_all(database)
        finally:
            typed.turn.release()


def recover(database: Database) -> None:
    """Finish or drop what a killed program left; what cannot be done yet waits."""
    with put_off():
        _finish_all(database)


def _finish_all(database: Database) -> None:
    """Nothing to do as a rule."""
    with database.reading() as connection:
        left = connection.execute(_LEFT).all()
    for batch in left:
        if batch.is_published:
            _move(database, batch)
        else:
            _drop(database, batch.id)


def _show(
    database: Database, batch: str, publication: Publication, typed: Typed
) -> None:
    with database.writing() as connection:
        staging.restate(connection, publication, typed.among(publication.changes))
        mine = batches.c.id == batch
        connection.execute(update(batches).where(mine).values(is_published=True))
        sources.write_sources(connection, publication.sources)
        match publication.event:
            case Step(id=step_id):
                steps.show(connection, publication.review, step_id)
            case Undone() | Redone() as event:
                steps.mark(connection, event)


def _drop_if_possible(database: Database, batch: str) -> None:
    """On a full disk it stays, unseen, until the next large change or opening."""
    with put_off():
        _drop(database, batch)


def _drop(database: Database, batch_id: str) -> None:
    """Nobody has seen it."""
    with database.writing() as connection:
        mine = batches.c.id == batch_id
        hidden = connection.scalar(select(batches.c.step).where(mine))
        connection.execute(delete(staged).where(staged.c.batch == batch_id))
        connection.execute(delete(batches).where(mine))
        if hidden is not None:
            steps.forget(connection, (hidden,))


def _move(database: Database, batch: Row[Any]) -> None:
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
        with database.writing_briefly() as connection:
            merge(connection)
    with database.writing() as connection:
        connection.execute(delete(batches).where(batches.c.id == batch.id))


def _next(database: Database, batch: Row[Any]) -> dict[FieldKey, Content]:
    query = select(staged).where(staged.c.batch == batch.id).order_by(*_ORDER)
    with database.reading() as connection:
        rows = connection.execute(query.limit(CHUNK))
        return {key_of(row): row.content for row in rows}
