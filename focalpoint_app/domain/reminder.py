"""Letters that follow a request, and how a request stands."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
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

    Late is who has answered nothing at all: many an institution knows but a part.  A
    comment is no answer, yet nobody is pressed who has commented in time.  Nobody waits
    for what was withdrawn.
    """

    LATE = "late"
    DUE = "due"
    PARTLY = "partly"
    COMMENTED = "commented"
    ASKED = "asked"
    ANSWERED = "answered"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class RequestState:
    """``answered`` of ``asked`` questions; ``days`` are left, or fewer than none.

    ``commented``: those that were commented on and not answered.  ``days`` None where
    no date was set.
    """

    stage: Stage
    asked: int
    answered: int
    days: int | None = None
    commented: int = 0

    @property
    def is_late(self) -> bool:
        """The date is past and something is still open."""
        return self.days is not None and self.days < 0 and self.answered < self.asked


@dataclass(frozen=True, slots=True)
class Arrived:
    """A reply, with the questions that it answers and without what it says.

    ``remarks``: those on which it only comments.
    """

    stakeholder: str
    request: str
    time: datetime
    questions: frozenset[str]
    remarks: frozenset[str] = frozenset()


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
    came = tuple(arrived)
    asked, answered = len(request.questions), len(answered_of(sent, came))
    commented = len(commented_of(sent, came))
    days = _days(last_date(sent, reminders), today)
    state = RequestState(Stage.ASKED, asked, answered, days, commented)
    return replace(state, stage=_stage(state))


def withdrawn(state: RequestState) -> RequestState:
    """Of a request that nobody waits for any more."""
    return replace(state, stage=Stage.WITHDRAWN, days=None)


def answered_of(sent: Sent, arrived: Iterable[Arrived]) -> frozenset[str]:
    """Of the request's questions, those that its stakeholder has answered since."""
    given = {e for reply in _since(sent, arrived) for e in reply.questions}
    return frozenset(each.id for each in sent.request.questions if each.id in given)


def commented_of(sent: Sent, arrived: Iterable[Arrived]) -> frozenset[str]:
    """Of the request's questions, those that its stakeholder has only commented on."""
    came = tuple(arrived)
    said = {e for reply in _since(sent, came) for e in reply.remarks}
    asked = {each.id for each in sent.request.questions}
    return frozenset(asked & said) - answered_of(sent, came)


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


def _since(sent: Sent, arrived: Iterable[Arrived]) -> Iterator[Arrived]:
    """What came to the request, or at all after it was sent."""
    for each in arrived:
        if each.request == sent.request.id or each.time >= sent.time:
            yield each


def _stage(state: RequestState) -> Stage:
    if state.answered >= state.asked:
        return Stage.ANSWERED
    if state.answered:
        return Stage.PARTLY
    if state.is_late:
        return Stage.LATE
    if state.commented:
        return Stage.COMMENTED
    is_due = state.days is not None and state.days <= SOON.days
    return Stage.DUE if is_due else Stage.ASKED


def _days(due: str, today: date) -> int | None:
    return (date.fromisoformat(due) - today).days if due else None
