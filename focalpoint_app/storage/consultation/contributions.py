"""Contributions as they are read: of a question, of replies, counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, or_, select, update

from focalpoint_app.domain.answer import Confidentiality
from focalpoint_app.domain.consultation import Standing, Trace
from focalpoint_app.domain.consultation_data import trace_from_data
from focalpoint_app.domain.contribution import Contribution
from focalpoint_app.domain.errors import AppError
from focalpoint_app.storage.consultation.consultation_tables import (
    contributions,
    replies,
)
from focalpoint_app.storage.joining.earlier import remembered
from focalpoint_app.storage.joining.entities import CONTRIBUTION
from focalpoint_app.storage.schema import DATA
from focalpoint_app.storage.types import decoding, read_json

_TRACES = Sequence[Trace]


def read_contributions(
    connection: Connection, review: str, question: str | None = None
) -> tuple[Contribution, ...]:
    """Of one question or of all, by question and then oldest first."""
    query = _joined() if question is None else _joined(_speaking_to(question))
    standing = query.where(replies.c.review == review, ~replies.c.is_withdrawn)
    ordered = standing.order_by(
        contributions.c.question, replies.c.time, contributions.c.id
    )
    with decoding():
        return tuple(_contribution_of(row) for row in connection.execute(ordered))


def count_by_question(connection: Connection, review: str) -> Mapping[str, int]:
    """Question id to how many there are of replies that stand."""
    query = select(replies.c.id).where(
        replies.c.review == review, ~replies.c.is_withdrawn
    )
    standing = set(connection.scalars(query))
    return Counter(
        question for reply, question in spoken(connection) if reply in standing
    )


def count_by_reply(connection: Connection) -> Mapping[str, int]:
    """Reply id to how many questions it speaks to, of all reviews."""
    return Counter(reply for reply, _question in spoken(connection))


def spoken(connection: Connection) -> Iterator[tuple[str, str]]:
    """Reply id and question of every contribution, those withdrawn too.

    Read from an index: thirty thousand rows would take a fifth of a second.
    """
    for each in connection.scalars(select(contributions.c.id)):
        reply, _, question = each.rpartition("/")
        yield reply, question


def remarks(connection: Connection) -> frozenset[tuple[str, str]]:
    """Reply id and question of contributions that do not settle anything
    (``domain.contribution.Contribution.settles``): told by the stored text, whose only
    nested part stands within the value.
    """
    entry = contributions.c.entry
    says = [entry.contains(f'"{each}":') for each in ("value", "skipped")]
    nothing = or_(entry.is_(None), ~or_(*says), entry.endswith('"value":null}'))
    found = connection.scalars(select(contributions.c.id).where(nothing))
    return frozenset(
        (reply, question) for reply, _, question in (e.rpartition("/") for e in found)
    )


def read_contributions_of(
    connection: Connection, reply_ids: Sequence[str]
) -> tuple[Contribution, ...]:
    """Of these replies, in their order."""
    found: list[Contribution] = []
    for reply in reply_ids:
        rows = connection.execute(_joined().where(_of_reply(reply)))
        found += map(_contribution_of, rows)
    return tuple(found)


def read_contribution(connection: Connection, contribution: str) -> Contribution:
    """
    Raises:
        AppError: ``contribution.unknown``.
    """
    query = _joined().where(contributions.c.id == contribution)
    row = connection.execute(query).first()
    if row is None:
        raise AppError("contribution.unknown")
    with decoding():
        return _contribution_of(row)


def read_marks(connection: Connection, review: str) -> Mapping[str, tuple[str, str]]:
    """Contribution id to its audience and its marking."""
    query = select(
        contributions.c.id, contributions.c.audience, contributions.c.marking
    )
    rows = connection.execute(query.where(contributions.c.review == review))
    return {row.id: (row.audience, row.marking) for row in rows}


def mark_contribution(
    connection: Connection, contribution: str, audience: str, marking: str
) -> None:
    mine = update(contributions).where(contributions.c.id == contribution)
    with remembered(connection, CONTRIBUTION, [contribution]):
        connection.execute(mine.values(audience=audience, marking=marking))


def _of_reply(reply: str) -> ColumnElement[bool]:
    """By the contributions' own ids, ``reply/question``; 0 is what follows a slash."""
    own = contributions.c.id
    return (own > f"{reply}/") & (own < f"{reply}0")


def _speaking_to(question: str) -> ColumnElement[bool]:
    return contributions.c.id == replies.c.id + f"/{question}"


def _joined(on: ColumnElement[bool] | None = None) -> Select[Any]:
    described = (
        replies.c.request,
        replies.c.stakeholder,
        replies.c.standing,
        replies.c.time,
    )
    by_reply = replies.c.id == contributions.c.reply
    return select(contributions, *described).join_from(
        contributions, replies, by_reply if on is None else on
    )


def _contribution_of(row: Row[Any]) -> Contribution:
    return Contribution(
        id=row.id,
        reply=row.reply,
        request=row.request,
        question=row.question,
        stakeholder=row.stakeholder,
        standing=Standing(row.standing),
        time=row.time,
        entry=None if row.entry is None else read_json(row.entry, DATA),
        traces=tuple(map(trace_from_data, read_json(row.traces, _TRACES))),
        audience=Confidentiality(row.audience),
        marking=row.marking,
    )
