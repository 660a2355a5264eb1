"""A request sent in error is withdrawn: logged in the chain, undoable, expungeable."""

import sqlite3
from contextlib import closing

import pytest

from focalpoint_app.domain.content import Step
from focalpoint_app.domain.contribution import Withdrawal
from focalpoint_app.domain.undo import Redone, Undone
from focalpoint_app.storage import Workspace
from tests.storage.consultation_samples import JUSTICE, REQUEST, asked
from tests.storage.samples import LAYLA, NARRATIVE, REVIEW, at, reopened

STEP = Step("withdraw-1", "withdraw", NARRATIVE.question, ())
GONE = Withdrawal(
    "w-1", REVIEW.id, REQUEST.id, "أُرسل إلى جهة أخرى", at(4), LAYLA.id, STEP.id
)


@pytest.fixture
def withdrawn(workspace: Workspace) -> Workspace:
    asked(workspace)
    workspace.withdraw(GONE, STEP)
    return workspace


def turn(workspace: Workspace, event: Undone | Redone) -> None:
    workspace.save(REVIEW.id, (), LAYLA.id, at(9), event)


def test_a_withdrawal_is_kept_with_its_reason(withdrawn: Workspace) -> None:
    assert withdrawn.withdrawals(REVIEW.id) == (GONE,)
    assert withdrawn.verify_chain(REVIEW.id) == ()


def test_a_withdrawal_is_taken_back_and_made_again(withdrawn: Workspace) -> None:
    turn(withdrawn, Undone(STEP.id))
    assert withdrawn.withdrawals(REVIEW.id) == ()

    turn(withdrawn, Redone(STEP.id))
    assert withdrawn.withdrawals(REVIEW.id) == (GONE,)
    assert withdrawn.verify_chain(REVIEW.id) == ()


def test_a_reason_changed_behind_our_back_is_told(withdrawn: Workspace) -> None:
    withdrawn.close()
    with closing(sqlite3.connect(withdrawn.path)) as raw:
        raw.execute("UPDATE withdrawals SET reason = 'x'")
        raw.commit()

    again = reopened(withdrawn.path)
    codes = {each.code for each in again.verify_chain(REVIEW.id)}
    again.close()
    assert codes == {"withdrawal.changed"}


def test_a_request_withdrawn_still_keeps_its_institution(withdrawn: Workspace) -> None:
    assert withdrawn.request_owners(REVIEW.id) == {REQUEST.id: JUSTICE.id}
