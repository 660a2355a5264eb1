"""How requests stand, and which letter follows."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focalpoint_app.domain.consultation import Asked, Carrier, Request
from focalpoint_app.domain.contribution import Sent
from focalpoint_app.domain.reminder import (
    Arrived,
    Reminder,
    Stage,
    Step,
    last_date,
    next_step,
    state_of,
)

SENT = datetime(2026, 11, 1, 8, tzinfo=UTC)
QUESTIONS = ("untoc.5.1.a", "untoc.5.1.b")
REQUEST = Request(
    id="r1", review="v", round="o", stakeholder="s", recipient="", state="XAA",
    questionnaire="cluster-1", version="1", structure="", language="ar",
    questions=tuple(Asked(each, "", "", "text") for each in QUESTIONS),
    due="2026-11-20",
)  # fmt: skip
ASKED = Sent(REQUEST, Carrier.WORD, SENT, "amal")


def came(question: str, *, days: int = 1, request: str = "") -> Arrived:
    return Arrived("s", request, SENT + timedelta(days=days), frozenset({question}))


def remarked(question: str) -> Arrived:
    nothing = came(question)
    return replace(nothing, questions=frozenset(), remarks=frozenset({question}))


def reminder(step: Step, until: str = "") -> Reminder:
    return Reminder(step.value, "v", "r1", step, SENT, "amal", until)


@pytest.mark.parametrize(
    ("today", "stage"),
    [
        (date(2026, 11, 2), Stage.ASKED),
        (date(2026, 11, 13), Stage.DUE),
        (date(2026, 11, 20), Stage.DUE),
        (date(2026, 11, 21), Stage.LATE),
    ],
)
def test_a_request_grows_due_and_then_late(today: date, stage: Stage) -> None:
    assert state_of(ASKED, (), today).stage is stage


def test_a_request_without_a_date_is_never_late() -> None:
    sent = replace(ASKED, request=replace(REQUEST, due=""))
    state = state_of(sent, (), date(2030, 1, 1))
    assert (state.stage, state.days) == (Stage.ASKED, None)


def test_who_answered_a_part_is_not_late_and_who_answered_all_is_done() -> None:
    today = date(2026, 12, 1)
    partly = state_of(ASKED, [came(QUESTIONS[0])], today)
    assert (partly.stage, partly.answered, partly.asked) == (Stage.PARTLY, 1, 2)
    whole = state_of(ASKED, [came(each) for each in QUESTIONS], today)
    assert whole.stage is Stage.ANSWERED


def test_who_only_commented_has_not_answered_and_is_late_once_the_date_is_past() -> (
    None
):
    said = [remarked(QUESTIONS[0])]
    before = state_of(ASKED, said, date(2026, 11, 19))
    assert (before.stage, before.answered, before.commented) == (Stage.COMMENTED, 0, 1)
    assert not before.is_late
    after = state_of(ASKED, said, date(2026, 11, 21))
    assert after.stage is Stage.LATE
    assert after.is_late
    both = state_of(ASKED, [*said, came(QUESTIONS[0])], date(2026, 11, 21))
    assert (both.stage, both.answered, both.commented) == (Stage.PARTLY, 1, 0)


def test_who_answered_a_part_holds_up_the_rest_once_the_date_is_past() -> None:
    part = [came(QUESTIONS[0])]
    assert not state_of(ASKED, part, date(2026, 11, 20)).is_late
    assert state_of(ASKED, part, date(2026, 11, 21)).is_late
    whole = [came(each) for each in QUESTIONS]
    assert not state_of(ASKED, whole, date(2026, 11, 21)).is_late


def test_what_came_before_asking_again_does_not_answer() -> None:
    earlier = came(QUESTIONS[0], days=-3)
    assert state_of(ASKED, [earlier], date(2026, 11, 2)).answered == 0
    own = replace(earlier, request="r1")
    assert state_of(ASKED, [own], date(2026, 11, 2)).answered == 1


def test_a_reminder_with_a_new_date_gives_time_until_then() -> None:
    letters = (reminder(Step.REMINDER, "2026-12-10"),)
    assert last_date(ASKED, letters) == "2026-12-10"
    assert state_of(ASKED, (), date(2026, 12, 1), letters).stage is Stage.ASKED
    assert state_of(ASKED, (), date(2026, 12, 11), letters).stage is Stage.LATE


def test_letters_follow_in_their_order_and_then_there_is_none() -> None:
    late = state_of(ASKED, (), date(2027, 1, 1))
    order = [Step.REMINDER, Step.SECOND_REMINDER, Step.ESCALATION]
    for at, step in enumerate(order):
        assert next_step(late, order[:at]) is step
    assert next_step(late, order) is None


def test_nobody_is_reminded_who_is_not_late() -> None:
    assert next_step(state_of(ASKED, (), date(2026, 11, 2)), ()) is None


@given(st.sets(st.sampled_from(QUESTIONS)), st.dates(date(2026, 1, 1)))
def test_an_answer_never_makes_a_request_worse(given: set[str], today: date) -> None:
    before = state_of(ASKED, (), today)
    after = state_of(ASKED, [came(each) for each in given], today)
    assert after.answered == len(given)
    if given:
        assert after.stage in (Stage.PARTLY, Stage.ANSWERED)
    else:
        assert after == before
