"""Judging and marking are steps: taken back, made again, forgotten with the list."""

from dataclasses import replace

import pytest

from focalpoint_app.domain.answer import Confidentiality
from focalpoint_app.domain.consultation import Register, Standing
from focalpoint_app.domain.content import Step
from focalpoint_app.domain.undo import Redone, Undone
from focalpoint_app.storage import Workspace
from tests.storage.consultation_samples import GIVEN, IMPORT, RECEIPT, asked, reply
from tests.storage.samples import LAYLA, NARRATIVE, REVIEW, at

JUDGED = Step("judge-1", "judge", NARRATIVE.question, ())
MARKED = Step("mark-1", "mark", NARRATIVE.question, ())
OFFICIAL = replace(
    RECEIPT,
    standing=Standing.OFFICIAL,
    seal_seen=True,
    register=Register(outgoing="7/2026", copies=("المحفوظات", "الديوان")),
    checked_by="ليلى",
)
SECRET = replace(GIVEN, audience=Confidentiality.NATIONAL, marking="secret")


@pytest.fixture
def judged(workspace: Workspace) -> Workspace:
    asked(workspace)
    workspace.add_reply(reply(), IMPORT)
    workspace.judge(REVIEW.id, (OFFICIAL,), JUDGED)
    workspace.mark_contribution(REVIEW.id, SECRET, MARKED)
    return workspace


def turn(workspace: Workspace, event: Undone | Redone) -> None:
    workspace.save(REVIEW.id, (), LAYLA.id, at(9), event)


def test_a_judgement_is_taken_back_and_made_again(judged: Workspace) -> None:
    turn(judged, Undone(JUDGED.id))
    assert judged.receipts(REVIEW.id) == (RECEIPT,)

    turn(judged, Redone(JUDGED.id))
    assert judged.receipts(REVIEW.id) == (OFFICIAL,)
    assert judged.verify_chain(REVIEW.id) == ()


def test_a_marking_is_taken_back_alone(judged: Workspace) -> None:
    turn(judged, Undone(MARKED.id))

    (given,) = judged.contributions(REVIEW.id)
    assert (given.audience, given.marking) == (GIVEN.audience, GIVEN.marking)
    assert given.standing is Standing.OFFICIAL


def test_a_judgement_taken_back_brings_no_reply_back(judged: Workspace) -> None:
    turn(judged, Undone(IMPORT.id))
    turn(judged, Undone(JUDGED.id))

    assert judged.receipts(REVIEW.id) == ()


def test_the_steps_are_listed_under_their_names(judged: Workspace) -> None:
    names = [each.step.name for each in judged.undo_steps(REVIEW.id)]
    assert names == ["receive", "judge", "mark"]


def test_what_a_forgotten_step_judged_stays(judged: Workspace) -> None:
    turn(judged, Undone(MARKED.id))
    turn(judged, Undone(JUDGED.id))
    judged.judge(REVIEW.id, (OFFICIAL,), replace(JUDGED, id="judge-2"))
    turn(judged, Redone(JUDGED.id))  # Forgotten: nothing is left to do again.

    assert judged.receipts(REVIEW.id) == (OFFICIAL,)


def test_taking_back_changes_no_more_than_the_step_did(judged: Workspace) -> None:
    """As where the marking came from another file of the review since."""
    open_again = replace(SECRET, audience=GIVEN.audience)
    judged.mark_contribution(REVIEW.id, open_again, replace(MARKED, id="mark-2"))
    judged.mark_contribution(
        REVIEW.id, replace(open_again, marking="top"), replace(MARKED, id="mark-3")
    )
    turn(judged, Undone("mark-2"))
    turn(judged, Undone(MARKED.id))

    (given,) = judged.contributions(REVIEW.id)
    assert (given.audience, given.marking) == (GIVEN.audience, "top")
