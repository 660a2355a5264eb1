"""Letters that followed requests stay with the file; what came back is told in few."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest

from focalpoint_app.domain.consultation import Carrier, Register, Request
from focalpoint_app.domain.contribution import Round, Sent
from focalpoint_app.domain.reminder import Reminder, Step
from focalpoint_app.domain.stakeholder import Category, Stakeholder
from focalpoint_app.storage.workspace import Workspace
from focalpoint_app.workflow.review.answering import now
from focalpoint_app.workflow.review.desk import Desk
from tests.gui.small_review import SALMA, small_desk


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return small_desk(tmp_path)


def asked(desk: Desk) -> Sent:
    """One institution was asked nothing much."""
    ministry = Stakeholder(str(uuid4()), "وزارة العدل", Category.GOVERNMENT)
    desk.workspace.save_stakeholders((ministry,))
    made = Round(str(uuid4()), desk.review.id, "الأولى", time=now(), author=SALMA.id)
    request = Request(
        id=str(uuid4()), review=desk.review.id, round=made.id,
        stakeholder=ministry.id, recipient="", state="XAA", questionnaire="small",
        version="1", structure="", language="ar", questions=(),
    )  # fmt: skip
    sent = Sent(request, Carrier.WORD, now(), SALMA.id)
    desk.workspace.add_round(made, (sent,))
    return sent


def reminder(desk: Desk, sent: Sent) -> Reminder:
    return Reminder(
        str(uuid4()), desk.review.id, sent.request.id, Step.REMINDER, now(),
        SALMA.id, "2026-02-01", Register(outgoing="12/ص", date="2026-01-05"),
    )  # fmt: skip


def test_a_round_comes_with_all_that_was_asked_in_it(desk: Desk) -> None:
    sent = asked(desk)
    assert [each.id for each in desk.workspace.rounds(desk.review.id)] == [
        sent.request.round
    ]
    assert desk.workspace.requests(desk.review.id) == (sent,)
    desk.close()


def test_a_reminder_is_kept_as_it_was_written(desk: Desk) -> None:
    written = reminder(desk, asked(desk))
    desk.workspace.add_reminder(written)
    path = desk.path
    desk.close()
    again = Workspace.open(path, writing=False)
    assert again.reminders(desk.review.id) == (written,)
    again.close()


def test_reminders_are_listed_oldest_first_and_can_be_taken_back(desk: Desk) -> None:
    first = reminder(desk, asked(desk))
    second = replace(first, id=str(uuid4()), time=first.time + timedelta(days=7))
    for each in (second, first):
        desk.workspace.add_reminder(each)
    assert desk.workspace.reminders(desk.review.id) == (first, second)
    desk.workspace.delete_reminder(first.id)
    assert desk.workspace.reminders(desk.review.id) == (second,)
    desk.close()
