"""Replies read and taken in by the worker, while the window's desk stays its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from focalpoint_app.domain.author import Author
from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.questionnaire import Questionnaire
from focalpoint_app.domain.review import Review
from focalpoint_app.domain.rolling import Reason
from focalpoint_app.storage.workspace import Workspace
from focalpoint_app.workflow.consultation.receiving import Arrival, Received, receive
from focalpoint_app.workflow.consultation.reply_files import read_replies
from focalpoint_app.workflow.review.desk import Desk
from focalpoint_app.workflow.safekeeping.backing import before

_ASKING = "packet.passphrase_missing"
_WRONG = "packet.wrong_passphrase"
_READING = 0.9
"""The share of the work that reading is; what follows is writing."""


@dataclass(frozen=True, slots=True)
class Intake:
    """What the worker needs of a desk, which it never touches."""

    workspace: Workspace
    review: Review
    questionnaire: Questionnaire
    author: Author


@dataclass(frozen=True, slots=True)
class TakenIn:
    """Files with what became of each; ``locked`` wait for a passphrase.

    ``is_wrong``: the one that was tried opens none of them.
    """

    outcomes: tuple[tuple[Path, Received], ...] = ()
    locked: tuple[Path, ...] = ()
    is_wrong: bool = False
    hindered: AppError | None = None


def intake_of(desk: Desk) -> Intake:
    """On the desk's own thread; what is typed from now on is a step of its own."""
    desk.book.stop_growing()
    return Intake(desk.workspace, desk.review, desk.questionnaire, desk.author)


def take_in(
    intake: Intake,
    files: Sequence[Path],
    passphrase: str | None,
    progress: Callable[[float], None],
    cancelled: Callable[[], bool],
) -> TakenIn:
    """Read all, then write what could be read as one undoable step.

    Nothing is taken where it was cancelled while reading.
    """
    own = Desk(intake.workspace, intake.review, intake.questionnaire, intake.author)
    arrivals = dict(_read(own, files, passphrase, progress, cancelled))
    if cancelled():
        return TakenIn()
    locked = tuple(path for path, each in arrivals.items() if _waits(each))
    ready = {path: each for path, each in arrivals.items() if path not in locked}
    hindered = before(own.workspace, Reason.IMPORT) if _brings(ready.values()) else None
    outcomes = receive(own, ready.values()) if ready else ()
    return TakenIn(
        outcomes=tuple(zip(ready, outcomes, strict=True)),
        locked=locked,
        is_wrong=bool(locked) and passphrase is not None,
        hindered=hindered,
    )


def _read(
    own: Desk,
    files: Sequence[Path],
    passphrase: str | None,
    progress: Callable[[float], None],
    cancelled: Callable[[], bool],
) -> Iterator[tuple[Path, Arrival]]:
    """A file named twice is read once."""
    each_once = tuple(dict.fromkeys(files))
    read = read_replies(own, each_once, passphrase)
    for done, pair in enumerate(zip(each_once, read, strict=True), start=1):
        if cancelled():
            return
        progress(_READING * done / len(each_once))
        yield pair


def _waits(arrival: Arrival) -> bool:
    return arrival.refusal is not None and arrival.refusal.code in (_ASKING, _WRONG)


def _brings(arrivals: Iterable[Arrival]) -> bool:
    return any(each.reply is not None for each in arrivals)
