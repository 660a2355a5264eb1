"""A request sent in error is withdrawn: not late, not asked, its reply still heard."""

import time
from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest

from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.reminder import Stage
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.workflow.consultation.consulted import consulted, progress
from focalpoint_app.workflow.consultation.following import Followed, Requests
from focalpoint_app.workflow.consultation.receiving import receive
from focalpoint_app.workflow.consultation.registering import register_of
from focalpoint_app.workflow.consultation.standing import standing
from focalpoint_app.workflow.consultation.withdrawing import withdraw_request
from focalpoint_app.workflow.review.desk import Desk
from tests.workflow.consulting import JUSTICE, NARRATIVE, arrival, asked, reply, text

LATE = date(2027, 3, 1)
WHY = "أُرسل إلى وزارة أخرى سهواً"


def only(desk: Desk) -> Followed:
    (followed,) = Requests(desk).followed(LATE)
    return followed


def test_a_withdrawn_request_is_late_no_more(desk: Desk) -> None:
    request = asked(desk)
    assert only(desk).state.stage is Stage.LATE

    withdraw_request(desk, request.id, f"  {WHY} ")

    followed = only(desk)
    assert followed.state.stage is Stage.WITHDRAWN
    assert followed.next is None
    assert followed.withdrawal is not None
    assert followed.withdrawal.reason == WHY


def test_nobody_who_was_asked_in_error_counts_as_asked(desk: Desk) -> None:
    request = asked(desk)
    withdraw_request(desk, request.id, WHY)

    assert progress(desk, LATE)["stakeholder"] == {}
    assert standing(desk, Requests(desk), LATE).held_up == ()
    assert consulted(desk).institutions == ()


def test_a_withdrawal_is_one_step_to_take_back(desk: Desk) -> None:
    request = asked(desk)
    withdraw_request(desk, request.id, WHY)

    step = desk.undo()
    assert step is not None
    assert step.name == "withdraw"
    assert only(desk).state.stage is Stage.LATE

    desk.redo()
    assert only(desk).state.stage is Stage.WITHDRAWN
    assert desk.workspace.verify_chain(desk.review.id) == ()


def test_a_withdrawal_wants_a_reason_and_happens_once(desk: Desk) -> None:
    request = asked(desk)
    with pytest.raises(AppError, match=r"request\.no_reason"):
        withdraw_request(desk, request.id, " \n")
    withdraw_request(desk, request.id, WHY)
    with pytest.raises(AppError, match=r"request\.withdrawn"):
        withdraw_request(desk, request.id, WHY)


def test_a_reply_to_a_withdrawn_request_is_told_and_taken_in(desk: Desk) -> None:
    request = asked(desk)
    withdraw_request(desk, request.id, WHY)

    (told,) = receive(desk, [arrival(reply(request, {NARRATIVE: text("نص.")}))])

    assert (told.taken, told.refused) == (1, 0)
    assert [each.code for each in told.flaws] == ["reply.request_withdrawn"]
    (given,) = desk.workspace.contributions(desk.review.id)
    assert given.stakeholder == JUSTICE.id
    (receipt,) = desk.workspace.receipts(desk.review.id)
    assert receipt.flaws == told.flaws
    assert consulted(desk).institutions[0].answers == 1


def test_a_reply_that_is_brought_back_is_told_too(desk: Desk) -> None:
    request = asked(desk)
    came = arrival(reply(request, {NARRATIVE: text("نص.")}))
    receive(desk, [came])
    desk.undo()
    withdraw_request(desk, request.id, WHY)

    (told,) = receive(desk, [came])

    assert told.taken == 1
    assert [each.code for each in told.flaws] == ["reply.request_withdrawn"]


@pytest.mark.usefixtures("far_east")
def test_its_day_is_the_offices_wherever_it_is_told(desk: Desk) -> None:
    """Before noon at universal time it is tomorrow in Kiribati."""
    desk.clock = lambda: datetime(2026, 11, 22, 11, tzinfo=UTC)
    request = asked(desk)
    withdraw_request(desk, request.id, WHY)

    (told,) = receive(desk, [arrival(reply(request, {NARRATIVE: text("نص.")}))])

    (entry,) = register_of(desk, Catalogue("en")).outgoing
    assert told.flaws[0].context == {"date": "2026-11-23"}
    assert "23" in entry.withdrawn


@pytest.fixture
def far_east(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with monkeypatch.context() as patched:
        patched.setenv("TZ", "Pacific/Kiritimati")
        time.tzset()
        yield
    time.tzset()


def test_the_register_says_when_and_why_it_was_withdrawn(desk: Desk) -> None:
    request = asked(desk)
    made = withdraw_request(desk, request.id, WHY)

    (entry,) = register_of(desk, Catalogue("en")).outgoing

    day = made.time.astimezone().date()
    assert WHY in entry.withdrawn
    assert str(day.year) in entry.withdrawn
