"""Letters that follow a request, and how a request stands."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from focalpoint_app.domain.consultation import UNREGISTERED, Register
from focalpoint_app.domain.contribution import Sent

SOON = timedelta(days=7)
"""A request is due, and no longer only asked, when its date is this near."""


class Step(StrEnum):
    """Letters of a request, in the order in which they are sent.

    ``WITHDRAWAL`` tells that a request is withdrawn; it follows any of them.
    """

    REQUEST = "request"
    REMINDER = "reminder"
    SECOND_REMINDER = "second_reminder"
    ESCALATION = "escalation"
    WITHDRAWAL = "withdrawal"


@dataclass(frozen=True, slots=True)
class Reminder:
    """A letter as it was written; ``until`` is the new date asked for, or empty."""

    id: str
    review: str
    request: str
    step: Step
    time: datetime
    author: str
    until: str = ""
    register: Register = UNREGISTERED


class Stage(StrEnum):
    """How a request stands; what hurts most comes first.

    Late is who has sent nothing at all: many an institution knows but a part.  Nobody
    waits for what was withdrawn.
    """

    LATE = "late"
    DUE = "due"
    PARTLY = "partly"
    ASKED = "asked"
    ANSWERED = "answered"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class RequestState:
    """``answered`` of ``asked`` questions; ``days`` are left, or fewer than none.

    ``days`` None where no date was set.
    """

    stage: Stage
    asked: int
    answered: int
    days: int | None = None


@dataclass(frozen=True, slots=True)
class Arrived:
    """A reply, with the questions that it answers and without what it says."""

    stakeholder: str
    request: str
    time: datetime
    questions: frozenset[str]


def answers_by_stakeholder(
    arrived: Iterable[Arrived],
) -> Mapping[str, tuple[Arrived, ...]]:
    found: dict[str, list[Arrived]] = {}
    for each in arrived:
        found.setdefault(each.stakeholder, []).append(each)
    return {key: tuple(group) for key, group in found.items()}


def state_of(
    sent: Sent,
    arrived: Iterable[Arrived],
    today: date,
    reminders: Iterable[Reminder] = (),
) -> RequestState:
    """``arrived`` is all that came from the request's stakeholder, ``reminders``
    the letters that followed it.

    What came before the request was sent does not answer it, so that asking again
    waits for an answer again.
    """
    request = sent.request
    asked = [each.id for each in request.questions]
    answered = len(answered_of(sent, arrived))
    days = _days(last_date(sent, reminders), today)
    return RequestState(_stage(answered, len(asked), days), len(asked), answered, days)


def withdrawn(state: RequestState) -> RequestState:
    """Of a request that nobody waits for any more."""
    return RequestState(Stage.WITHDRAWN, state.asked, state.answered)


def answered_of(sent: Sent, arrived: Iterable[Arrived]) -> frozenset[str]:
    """Of the request's questions, those that its stakeholder has answered since."""
    request = sent.request
    given: set[str] = set()
    for each in arrived:
        if each.request == request.id or each.time >= sent.time:
            given |= each.questions
    return frozenset(each.id for each in request.questions if each.id in given)


def last_date(sent: Sent, reminders: Iterable[Reminder]) -> str:
    """The date now waited for: the latest that any letter named."""
    named = [each.until for each in reminders if each.until]
    return max([*named, sent.request.due])


def next_step(state: RequestState, written: Collection[Step]) -> Step | None:
    """What to write next to who is late; None while there is no cause."""
    if state.stage is not Stage.LATE:
        return None
    for step in (Step.REMINDER, Step.SECOND_REMINDER, Step.ESCALATION):
        if step not in written:
            return step
    return None


def _stage(answered: int, asked: int, days: int | None) -> Stage:
    if answered >= asked:
        return Stage.ANSWERED
    if answered:
        return Stage.PARTLY
    if days is None:
        return Stage.ASKED
    if days < 0:
        return Stage.LATE
    return Stage.DUE if days <= SOON.days else Stage.ASKED


def _days(due: str, today: date) -> int | None:
    return (date.fromisoformat(due) - today).days if due else None
