"""Replies that count no more, and count again, each by an undoable act."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, case, select, update

from focalpoint_app.domain.content import Step
from focalpoint_app.storage.answers import steps
from focalpoint_app.storage.consultation import judgements
from focalpoint_app.storage.consultation.consultation_tables import replies
from focalpoint_app.storage.joining.earlier import remembered
from focalpoint_app.storage.joining.entities import REPLY
from focalpoint_app.storage.schema import steps as listed


def take_back(
    connection: Connection, review: str, reply_ids: Sequence[str], step: Step
) -> None:
    """Whatever was done since they came."""
    mine = update(replies).where(replies.c.id.in_(reply_ids))
    steps.record(connection, review, step)
    with (
        judgements.of_step(connection, step.id, REPLY, reply_ids),
        remembered(connection, REPLY, reply_ids),
    ):
        connection.execute(mine.values(is_withdrawn=True))


def bring_back(connection: Connection, review: str, reply: str, step: Step) -> None:
    """It stays with the step that brought it as long as that can be undone."""
    is_listed = select(listed.c.id).where(listed.c.id == replies.c.step).exists()
    whose = case((is_listed, replies.c.step), else_=step.id)
    mine = update(replies).where(replies.c.id == reply)
    steps.record(connection, review, step)
    with (
        judgements.of_step(connection, step.id, REPLY, [reply]),
        remembered(connection, REPLY, [reply]),
    ):
        connection.execute(mine.values(is_withdrawn=False, step=whose))
