"""A round to a ministry and an organization."""

from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Any

from focalpoint_app.domain.consultation import Carrier
from focalpoint_app.domain.stakeholder import Liaison, Stakeholder
from focalpoint_app.workflow.consultation.round_files import MadeFile
from focalpoint_app.workflow.consultation.rounds import (
    Planned,
    Wish,
    keep_planned,
    planned,
)
from focalpoint_app.workflow.review.desk import Desk
from tests.workflow.consulting import JUSTICE, NARRATIVE, QUESTION

MINISTRY = replace(JUSTICE, liaison=Liaison("هدى", "", "huda@example.org"))


def wish(people: tuple[Stakeholder, ...], **more: object) -> Wish:
    questions = frozenset((QUESTION, NARRATIVE))
    values: dict[str, Any] = {"due": "2026-12-20", "carrier": Carrier.WORD, **more}
    return Wish("الجولة", people, questions, **values)


def sent_round(desk: Desk, people: tuple[Stakeholder, ...], **more: object) -> Planned:
    plan = planned(desk, wish(people, **more))
    keep_planned(desk, plan)
    return plan


def mails(files: tuple[MadeFile, ...]) -> Iterator[EmailMessage]:
    for each in files:
        if each.name.endswith(".eml"):
            message = message_from_bytes(each.content, policy=default)
            assert isinstance(message, EmailMessage)
            yield message
