"""The worker draws a round up, writes its files and keeps it, or nothing of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from focalpoint_app.domain.consultation import Carrier
from focalpoint_app.domain.errors import AppError
from focalpoint_app.workflow.consultation.dispatching import (
    Dispatched,
    Ordered,
    dispatched,
)
from focalpoint_app.workflow.consultation.intake import intake_of
from focalpoint_app.workflow.consultation.request_files import PacketLock
from focalpoint_app.workflow.consultation.round_drafts import Others
from focalpoint_app.workflow.consultation.rounds import Wish
from focalpoint_app.workflow.consultation.stakeholders import save_stakeholders
from focalpoint_app.workflow.review.desk import Desk
from tests.workflow.consulting import JUSTICE, NARRATIVE, QUESTION, REFUGE


@pytest.fixture
def asking(desk: Desk) -> Wish:
    save_stakeholders(desk, JUSTICE, REFUGE)
    people, questions = desk.workspace.stakeholders(), frozenset((QUESTION, NARRATIVE))
    return Wish("الجولة", people, questions, Carrier.WORD, with_draft=True)


def went(
    desk: Desk,
    wish: Wish,
    lock: PacketLock | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Dispatched:
    ordered = Ordered(wish, Others("سامر"), lock or PacketLock())
    return dispatched(intake_of(desk), ordered, lambda _share: None, cancelled)


def test_the_round_is_kept_with_what_was_answered_until_then(
    desk: Desk, asking: Wish
) -> None:
    desk.choose(QUESTION, "yes")
    made = went(desk, asking)
    assert [each.id for each in desk.workspace.rounds(desk.review.id)] == [made.round]
    sent = desk.workspace.requests(desk.review.id)
    (ours,) = [each.request for each in sent if each.request.stakeholder == JUSTICE.id]
    assert {each.id: each.draft for each in ours.questions}[QUESTION] == {
        "value": "yes"
    }
    suffixes = sorted(Path(each.name).suffix for each in made.files)
    assert suffixes == [".docx", ".docx", ".eml", ".eml"]


def test_a_round_that_was_cancelled_is_not_kept(desk: Desk, asking: Wish) -> None:
    with pytest.raises(AppError, match=r"task\.cancelled"):
        went(desk, asking, cancelled=lambda: True)
    assert desk.workspace.rounds(desk.review.id) == ()


def test_a_round_whose_files_cannot_be_made_is_not_kept(
    desk: Desk, asking: Wish
) -> None:
    packet = Wish("الجولة", asking.stakeholders, asking.questions, Carrier.PACKET)
    with pytest.raises(AppError, match=r"request\.no_passphrase"):
        went(desk, packet)
    assert desk.workspace.rounds(desk.review.id) == ()
    assert desk.workspace.requests(desk.review.id) == ()
