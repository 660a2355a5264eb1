"""Preparing a large change aside, in small transactions, until it is shown."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection

from focalpoint_app.domain.content import Change, FieldKey, Step
from focalpoint_app.domain.source import Source
from focalpoint_app.domain.undo import StepEvent
from focalpoint_app.storage.answers import sealing, steps, working
from focalpoint_app.storage.answers.keys import in_chunks, key_values
from focalpoint_app.storage.database import Database
from focalpoint_app.storage.schema import batches, staged

CHUNK = 25
"""Rows written in one transaction: about 3 ms of the write lock."""


@dataclass(frozen=True, slots=True)
class Publication:
    """``event`` enters the undo list at the moment the changes are seen."""

    review: str
    author: str
    time: datetime
    changes: tuple[Change, ...]
    event: StepEvent | None = None
    sources: tuple[Source, ...] = ()

    @property
    def step(self) -> Step | None:
        return self.event if isinstance(self.event, Step) else None


class Typed:
    """The fields saved while a change is prepared; noted under the write lock."""

    def __init__(self) -> None:
        self.turn = threading.Lock()
        self._keys: set[FieldKey] | None = None

    @contextmanager
    def noted(self) -> Iterator[None]:
        self._keys = set()
        try:
            yield
        finally:
            self._keys = None

    def note(self, keys: Iterable[FieldKey]) -> None:
        if self._keys is not None:
            self._keys.update(keys)

    def among(self, changes: Sequence[Change]) -> tuple[FieldKey, ...]:
        """Those of the changes' fields that were saved meanwhile."""
        keys: frozenset[FieldKey] = frozenset(self._keys or ())
        return tuple({each.key: None for each in changes if each.key in keys})


def stage(database: Database, batch: str, publication: Publication) -> None:
    """Nobody sees it yet.  What it will overwrite is sealed: nothing is lost."""
    _begin(database, batch, publication)
    _stage_contents(database, batch, publication.changes)
    if publication.step:
        _stage_step(database, publication, publication.step)


def restate(
    connection: Connection, publication: Publication, keys: Sequence[FieldKey]
) -> None:
    """Seal what was typed in these fields and let undoing lead back to it."""
    if not keys or publication.step is None:
        return
    sealing.seal(connection, publication.review, keys, publication.time)
    for number, some in enumerate(in_chunks(publication.step.changes, steps.CHUNK)):
        if any(change.key in keys for change in some):
            found = working.standing(connection, publication.review, _keys(some))
            now = _from(some, found)
            steps.replace_changes(connection, publication.step.id, number, now)


def _begin(database: Database, batch: str, publication: Publication) -> None:
    step = publication.step
    with database.writing() as connection:
        connection.execute(
            batches.insert().values(
                id=batch,
                review=publication.review,
                author=publication.author,
                time=publication.time,
                step=step.id if step else None,
                is_published=False,
            )
        )
        if step:
            steps.add_hidden(connection, publication.review, step)


def _stage_contents(database: Database, batch: str, changes: Sequence[Change]) -> None:
    contents = {change.key: change.after for change in changes}
    for some in in_chunks(tuple(contents.items()), CHUNK):
        rows = [
            {"batch": batch, **key_values(key), "content": content}
            for key, content in some
        ]
        with database.writing_briefly() as connection:
            connection.execute(staged.insert(), rows)


def _stage_step(database: Database, publication: Publication, step: Step) -> None:
    for number, some in enumerate(in_chunks(step.changes, steps.CHUNK)):
        with database.reading() as connection:
            found = working.standing(connection, publication.review, _keys(some))
        unsealed = [key for key, field in found.items() if not field.is_sealed]
        for few in in_chunks(unsealed, sealing.CHUNK):
            with database.writing_briefly() as connection:
                sealing.seal(connection, publication.review, few, publication.time)
        with database.writing_briefly() as connection:
            steps.add_changes(connection, step.id, number, _from(some, found))


def _keys(changes: Sequence[Change]) -> tuple[FieldKey, ...]:
    return tuple(change.key for change in changes)


def _from(
    changes: Sequence[Change], found: dict[FieldKey, working.Standing]
) -> list[Change]:
    """The same changes, each from what stands in the file."""
    nothing = working.Standing(None, True)
    return [
        replace(change, before=found.get(change.key, nothing).content)
        for change in changes
    ]
