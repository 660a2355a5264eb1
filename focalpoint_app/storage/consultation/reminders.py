"""Letters that followed requests, and what came back at all, in few words."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection, Row, select

from focalpoint_app.domain.consultation_data import register_from_data
from focalpoint_app.domain.reminder import Arrived, Reminder, Step
from focalpoint_app.storage.consultation.consultation_tables import reminders, replies
from focalpoint_app.storage.consultation.contributions import remarks, spoken
from focalpoint_app.storage.joining.earlier import remembered
from focalpoint_app.storage.joining.entities import REMINDER


def read_reminders(connection: Connection, review: str) -> tuple[Reminder, ...]:
    """Oldest first."""
    query = select(reminders).where(reminders.c.review == review)
    rows = connection.execute(query.order_by(reminders.c.time, reminders.c.id))
    return tuple(_reminder_of(row) for row in rows)


def add_reminder(connection: Connection, written: Reminder) -> None:
    values = {**asdict(written), "step": written.step.value}
    connection.execute(reminders.insert().values(values))


def delete_reminder(connection: Connection, reminder: str) -> None:
    with remembered(connection, REMINDER, [reminder]):
        connection.execute(reminders.delete().where(reminders.c.id == reminder))


def read_arrived(connection: Connection, review: str) -> tuple[Arrived, ...]:
    """Replies that stand; no answer is parsed for it."""
    query = select(
        replies.c.id, replies.c.stakeholder, replies.c.request, replies.c.time
    ).where(replies.c.review == review, ~replies.c.is_withdrawn)
    said = remarks(connection)
    answered: dict[str, set[str]] = {}
    remarked: dict[str, set[str]] = {}
    for reply, question in spoken(connection):
        found = remarked if (reply, question) in said else answered
        found.setdefault(reply, set()).add(question)
    return tuple(
        Arrived(
            stakeholder,
            request,
            time,
            frozenset(answered.get(reply, ())),
            frozenset(remarked.get(reply, ())),
        )
        for reply, stakeholder, request, time in connection.execute(query)
    )


def _reminder_of(row: Row[Any]) -> Reminder:
    values = dict(row._mapping)
    return Reminder(
        **{
            **values,
            "step": Step(row.step),
            "register": register_from_data(row.register),
        }
    )
