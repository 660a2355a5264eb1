"""Judgements of replies and contributions: taken back and made again with a step."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, delete, select

from focalpoint_app.domain.content import Step
from focalpoint_app.domain.contribution import Contribution, Receipt
from focalpoint_app.storage.answers.working import Written
from focalpoint_app.storage.consultation.consultation_tables import judgements
from focalpoint_app.storage.joining.earlier import remembered
from focalpoint_app.storage.joining.entities import (
    CONTRIBUTION,
    REPLY,
    Entity,
    put_row,
    read_rows,
)
from focalpoint_app.storage.types import decoding

_JUDGED = {each.kind: each for each in (REPLY, CONTRIBUTION)}
_FLAGS = frozenset({"seal_seen", "is_withdrawn"})


@dataclass(frozen=True, slots=True)
class Judged:
    """Replies and contributions as they are judged from now on.

    ``written``: who changes answers with it, where the step does: those that quote
    what is marked higher now.
    """

    step: Step
    receipts: Sequence[Receipt] = ()
    marked: Sequence[Contribution] = ()
    written: Written | None = None


@contextmanager
def of_step(
    connection: Connection, step: str, entity: Entity, subjects: Sequence[str]
) -> Iterator[None]:
    """Whatever the statements inside change of these, the step takes back."""
    before = read_rows(connection, entity, subjects)
    yield
    after = read_rows(connection, entity, subjects)
    rows = [
        {
            "step": step,
            "kind": entity.kind,
            "subject": subject,
            "before": _said(entity, row),
            "after": _said(entity, after[subject]),
        }
        for subject, row in before.items()
    ]
    if rows:
        connection.execute(judgements.insert(), rows)


def turn(connection: Connection, step: str, *, is_done: bool) -> None:
    """What the step judged says again what it did after it, or before it.

    But for what says something else by now, as another file of the review does.
    """
    mine = select(judgements).where(judgements.c.step == step)
    for row in connection.execute(mine).all():
        entity = _JUDGED[row.kind]
        sides = (row.before, row.after) if is_done else (row.after, row.before)
        (stands,) = read_rows(connection, entity, [row.subject]).values()
        with decoding():
            values = dict(_turned(_said(entity, stands), *sides))
        if values:
            with remembered(connection, entity, [row.subject]):
                put_row(connection, entity, {entity.key: row.subject, **values})


def forget(connection: Connection, steps: Sequence[str]) -> None:
    mine = judgements.c.step.in_(list(steps))
    connection.execute(delete(judgements).where(mine))


def _turned(
    stands: Mapping[str, Any], left: Mapping[str, Any], wanted: Mapping[str, Any]
) -> Iterator[tuple[str, Any]]:
    for name, said in wanted.items():
        if stands[name] == left[name] != said:
            yield name, _value(name, said)


def _said(entity: Entity, row: Mapping[str, Any]) -> dict[str, Any]:
    """JSON knows no flag among our contents: ``yes`` or nothing stands for it."""
    return {name: _flag(row[name]) for name in entity.columns}


def _flag(value: Any) -> Any:
    return ("yes" if value else "") if isinstance(value, bool) else value


def _value(name: str, said: Any) -> Any:
    return bool(said) if name in _FLAGS else said
