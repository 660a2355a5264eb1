"""Undoable steps: persisted, the last five hundred of each review."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    Select,
    bindparam,
    delete,
    select,
    update,
)

from focalpoint_app.domain.content import Change, Content, Field, FieldKey, Step
from focalpoint_app.domain.undo import (
    STEPS_KEPT,
    Redone,
    StepEvent,
    StepRecord,
    Undone,
)
from focalpoint_app.storage.answers.keys import in_chunks
from focalpoint_app.storage.consultation import judgements
from focalpoint_app.storage.joining.earlier import remembered
from focalpoint_app.storage.joining.entities import REPLY, USE, WITHDRAWAL
from focalpoint_app.storage.schema import step_changes, steps
from focalpoint_app.storage.types import decoding

CHUNK = 25
"""Changes in one row: an import's step is written in small transactions."""


_LAST = (
    select(steps.c.id, steps.c.position, steps.c.is_done)
    .where(steps.c.review == bindparam("of_review"), steps.c.position.is_not(None))
    .order_by(steps.c.position.desc())
    .limit(1)
)
_BROUGHT = ((REPLY, "is_withdrawn"), (USE, "is_withdrawn"), (WITHDRAWAL, "is_undone"))
"""What comes with a step, and the column that says that it is gone."""

_DELETE_CHANGES = delete(step_changes).where(step_changes.c.step == bindparam("of"))
_ADD_CHANGES = step_changes.insert()


def apply(connection: Connection, review: str, event: StepEvent) -> None:
    if isinstance(event, Step):
        record(connection, review, event)
    else:
        mark(connection, event)


def mark(connection: Connection, event: Undone | Redone) -> None:
    is_done = isinstance(event, Redone)
    connection.execute(
        update(steps).where(steps.c.id == event.step).values(is_done=is_done)
    )
    judgements.turn(connection, event.step, is_done=is_done)
    for entity, gone in _BROUGHT:  # What the step brought goes and comes with it.
        table = entity.table
        mine = table.c.step == event.step
        brought = connection.scalars(select(table.c.id).where(mine)).all()
        with remembered(connection, entity, brought):
            changed = update(table).where(mine).values({gone: not is_done})
            connection.execute(changed)


def record(connection: Connection, review: str, step: Step) -> None:
    """Add a step, or replace the last one of the same id; the redoable ones go."""
    last = _last(connection, review)
    if last is not None and last.id == step.id and last.is_done:
        connection.execute(_DELETE_CHANGES, {"of": step.id})
    else:
        add_hidden(connection, review, step)
        show(connection, review, step.id)
    for number, changes in enumerate(in_chunks(step.changes, CHUNK)):
        add_changes(connection, step.id, number, changes)


def add_hidden(connection: Connection, review: str, step: Step) -> None:
    """The step without its changes, not yet listed."""
    forget(connection, (step.id,))
    connection.execute(
        steps.insert().values(
            id=step.id,
            review=review,
            position=None,
            name=step.name,
            question=step.question,
            is_done=True,
        )
    )


def add_changes(
    connection: Connection, step_id: str, chunk: int, changes: Sequence[Change]
) -> None:
    data = [_change_data(change) for change in changes]
    row = {"step": step_id, "chunk": chunk, "changes": data}
    connection.execute(_ADD_CHANGES, row)


def replace_changes(
    connection: Connection, step_id: str, chunk: int, changes: Sequence[Change]
) -> None:
    mine = step_changes.c.step == step_id, step_changes.c.chunk == chunk
    connection.execute(delete(step_changes).where(*mine))
    add_changes(connection, step_id, chunk, changes)


def show(connection: Connection, review: str, step_id: str) -> None:
    """List the step as the newest; positions run without gaps."""
    last = _last(connection, review)
    if last is not None and not last.is_done:
        _forget_undone(connection, review)
        last = _last(connection, review)
    position = last.position + 1 if last is not None else 1
    connection.execute(
        update(steps).where(steps.c.id == step_id).values(position=position)
    )
    older = select(steps.c.id).where(
        steps.c.review == review, steps.c.position <= position - STEPS_KEPT
    )
    forget(connection, connection.scalars(older).all())


def forget(connection: Connection, step_ids: Sequence[str]) -> None:
    judgements.forget(connection, step_ids)
    for step_id in step_ids:
        connection.execute(_DELETE_CHANGES, {"of": step_id})
        connection.execute(delete(steps).where(steps.c.id == step_id))


def read(connection: Connection, review: str) -> tuple[StepRecord, ...]:
    """Oldest first."""
    rows = connection.execute(_listed(review).order_by(steps.c.position)).all()
    changes = _changes(connection, steps.c.review == review)
    return tuple(StepRecord(_step(row, changes), row.is_done) for row in rows)


def undoable(connection: Connection, review: str) -> Step | None:
    query = _listed(review).where(steps.c.is_done).order_by(steps.c.position.desc())
    return _first(connection, query)


def redoable(connection: Connection, review: str) -> Step | None:
    query = _listed(review).where(~steps.c.is_done).order_by(steps.c.position)
    return _first(connection, query)


def _first(connection: Connection, query: Select[Any]) -> Step | None:
    row = connection.execute(query.limit(1)).first()
    if row is None:
        return None
    return _step(row, _changes(connection, steps.c.id == row.id))


def _listed(review: str) -> Select[Any]:
    return select(steps).where(steps.c.review == review, steps.c.position.is_not(None))


def _step(row: Row[Any], changes: Mapping[str, Sequence[Change]]) -> Step:
    return Step(row.id, row.name, row.question, tuple(changes.get(row.id, ())))


def _last(connection: Connection, review: str) -> Row[str, int, bool] | None:
    return connection.execute(_LAST, {"of_review": review}).first()


def _forget_undone(connection: Connection, review: str) -> None:
    undone = select(steps.c.id).where(
        steps.c.review == review, steps.c.position.is_not(None), ~steps.c.is_done
    )
    forget(connection, connection.scalars(undone).all())


def _changes(
    connection: Connection, wanted: ColumnElement[bool]
) -> dict[str, list[Change]]:
    query: Select[Any] = (
        select(step_changes)
        .join(steps, steps.c.id == step_changes.c.step)
        .where(wanted)
        .order_by(step_changes.c.step, step_changes.c.chunk)
    )
    found: dict[str, list[Change]] = {}
    for row in connection.execute(query):
        with decoding():
            found.setdefault(row.step, []).extend(_changes_of(row.changes))
    return found


def _change_data(change: Change) -> list[Content]:
    key = change.key
    place = [key.question, key.field.value, key.language, key.item]
    return [*place, change.before, change.after]


def _changes_of(data: list[list[Any]]) -> Iterator[Change]:
    for question, field, language, item, before, after in data:
        key = FieldKey(question, Field(field), language, item)
        yield Change(key, before, after)
