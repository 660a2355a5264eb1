"""What came back in a consultation, word for word, and what was made of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from focalpoint_app.domain.answer import Confidentiality
from focalpoint_app.domain.consultation import (
    NOBODY,
    UNREGISTERED,
    Carrier,
    Entry,
    Flaw,
    Register,
    Request,
    Respondent,
    Standing,
    Trace,
)


class UseKind(StrEnum):
    """What a coordinator did with a contribution."""

    INSERTED = "inserted"
    ATTRIBUTED = "attributed"
    MERGED = "merged"
    COPIED = "copied"
    NOTED = "noted"
    ASKED_AGAIN = "asked_again"

    @property
    def enters_answer(self) -> bool:
        return self not in (UseKind.NOTED, UseKind.ASKED_AGAIN)


@dataclass(frozen=True, slots=True)
class Round:
    """Stakeholders asked together: one letter, one date (ISO 8601, or empty)."""

    id: str
    review: str
    name: str
    letter: str = ""
    due: str = ""
    register: Register = UNREGISTERED
    time: datetime | None = None
    author: str = ""


@dataclass(frozen=True, slots=True)
class Sent:
    """A request as it left: ``request`` is frozen, the draft that was shown included.

    ``withheld``: questions whose draft was above what its recipient may see.
    """

    request: Request
    carrier: Carrier
    time: datetime
    author: str
    withheld: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Receipt:
    """A reply as it was received, without what it says of each question.

    ``digest`` is the source file's SHA-256 and ``file`` its name; of an anonymous
    contributor neither name nor file is kept.  ``unassigned``: text outside every
    answer.  ``step`` is the undoable act that brought it.
    """

    id: str
    review: str
    request: str
    stakeholder: str
    carrier: Carrier
    standing: Standing
    time: datetime
    author: str
    file: str = ""
    digest: str = ""
    respondent: Respondent = NOBODY
    register: Register = UNREGISTERED
    seal_seen: bool = False
    transcribed_by: str = ""
    checked_by: str = ""
    unassigned: tuple[str, ...] = ()
    flaws: tuple[Flaw, ...] = ()
    step: str = ""
    is_withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class Contribution:
    """One question's part of one reply; ``entry`` as the file had it, never changed.

    ``marking`` is a national one; both it and ``audience`` go over to an answer
    that quotes the contribution.
    """

    id: str
    reply: str
    request: str
    question: str
    stakeholder: str
    standing: Standing
    time: datetime
    entry: Entry | None
    traces: tuple[Trace, ...] = ()
    audience: Confidentiality = Confidentiality.REVIEWING
    marking: str = ""

    @property
    def is_answer(self) -> bool:
        """It says what the answer is; it may only comment, or say why there is none."""
        return self.entry is not None and self.entry.get("value") is not None

    @property
    def settles(self) -> bool:
        """It answers, or says why there is no answer: nobody waits for more."""
        return self.is_answer or bool((self.entry or {}).get("skipped"))


@dataclass(frozen=True, slots=True)
class Use:
    """What was done with a contribution; ``reason`` where it was only noted.

    ``revisions`` are those into which it went.
    """

    id: str
    review: str
    contribution: str
    kind: UseKind
    time: datetime
    author: str
    reason: str = ""
    revisions: tuple[str, ...] = ()
    step: str = ""
    is_withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """A request that was sent in error; what comes back to it came unasked.

    ``step`` is the undoable act that withdrew it.
    """

    id: str
    review: str
    request: str
    reason: str
    time: datetime
    author: str
    step: str = ""
    is_undone: bool = False


def nameless(receipt: Receipt) -> Receipt:
    """What is kept of an anonymous contributor's reply: no name, letter or file."""
    respondent, register = receipt.respondent, receipt.register
    return replace(
        receipt,
        file="",
        respondent=Respondent(women=respondent.women, men=respondent.men),
        register=Register(date=register.date, marking=register.marking),
        transcribed_by="",
        checked_by="",
    )


def superseded(contributions: Iterable[Contribution]) -> Mapping[str, str]:
    """Contribution id to the one that took its place.

    A later reply of the same stakeholder on the same question takes the place of
    an earlier one that is not more binding than itself; a comment alone takes no
    answer's place.
    """
    found: dict[str, str] = {}
    groups: dict[tuple[str, str], list[Contribution]] = {}
    for each in contributions:
        groups.setdefault((each.question, each.stakeholder), []).append(each)
    for group in groups.values():
        _supersede(sorted(group, key=_received), found)
    return found


def _supersede(group: list[Contribution], found: dict[str, str]) -> None:
    for place, earlier in enumerate(group):
        for later in group[place + 1 :]:
            if _replaces(later, earlier):
                found[earlier.id] = later.id
                break


def _replaces(later: Contribution, earlier: Contribution) -> bool:
    binds = later.standing.weight >= earlier.standing.weight
    return binds and (later.is_answer or not earlier.is_answer)


def _received(contribution: Contribution) -> tuple[datetime, str]:
    return contribution.time, contribution.id
