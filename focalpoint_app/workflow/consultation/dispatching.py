"""A round drawn up, written and kept by the worker, while the window goes on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from focalpoint_app.workflow.consultation.intake import Intake
from focalpoint_app.workflow.consultation.request_files import PacketLock
from focalpoint_app.workflow.consultation.round_drafts import Others
from focalpoint_app.workflow.consultation.round_files import (
    MadeFile,
    Progress,
    dispatch_of,
    made_files,
)
from focalpoint_app.workflow.consultation.rounds import Wish, keep_planned, planned
from focalpoint_app.workflow.review.desk import Desk


@dataclass(frozen=True, slots=True)
class Ordered:
    """What stood in the cards when the files were wanted."""

    wish: Wish
    others: Others
    lock: PacketLock


@dataclass(frozen=True, slots=True)
class Dispatched:
    """The round that stands now, by its id, and its files, which lie nowhere yet."""

    round: str
    files: tuple[MadeFile, ...]


def dispatched(
    intake: Intake,
    ordered: Ordered,
    progress: Progress,
    cancelled: Callable[[], bool],
) -> Dispatched:
    """Kept before a file is anywhere: what comes back must be known.

    Raises:
        AppError: ``task.cancelled``, ``text.*``, ``request.*``, ``packet.*``,
            ``disk.full`` and the like; nothing is kept then.
    """
    own = Desk(intake.workspace, intake.review, intake.questionnaire, intake.author)
    plan = planned(own, ordered.wish)
    dispatch = dispatch_of(
        own,
        plan,
        ordered.lock,
        signatory=ordered.others.signatory,
        on_paper=ordered.others.on_paper,
    )
    files = made_files(dispatch, progress, cancelled)
    keep_planned(own, plan)
    return Dispatched(plan.round.id, files)
