"""Taking out for good what should never have been written, and saying what still
holds it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path

from focalpoint_app.domain.act import Act
from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.expunging import (
    Passage,
    Places,
    passage_of,
    refuse_repeating,
)
from focalpoint_app.domain.rolling import Reason
from focalpoint_app.platform.places import rescue_folder
from focalpoint_app.storage.ciphers.rekeying import sweep
from focalpoint_app.storage.expunging.expunged import Scope
from focalpoint_app.storage.expunging.expunging import Decision
from focalpoint_app.storage.workspace import Workspace
from focalpoint_app.workflow.review.desk import Desk
from focalpoint_app.workflow.safekeeping.backing import backup_folder, before
from focalpoint_app.workflow.safekeeping.reconciling import is_conflict_copy
from focalpoint_app.workflow.safekeeping.rescued import rescued_of
from focalpoint_app.workflow.safekeeping.staying import beside, logs_aside, put_home


@dataclass(frozen=True, slots=True)
class Order:
    """What is to go and why; ``question`` None means every answer.

    ``renew_backups`` deletes the rolling backups that hold it and makes a new one.
    """

    passage: str = field(repr=False)
    reason: str
    question: str | None = None
    contributions: bool = False
    clearances: bool = False
    renew_backups: bool = False


@dataclass(frozen=True, slots=True)
class Copies:
    """Files that hold the passage or cannot be looked into: ``backups`` on the shelf,
    ``beside`` the workspace, ``rescued`` texts that were never saved."""

    backups: tuple[Path, ...] = ()
    beside: tuple[Path, ...] = ()
    rescued: tuple[Path, ...] = ()

    @property
    def all(self) -> tuple[Path, ...]:
        return (*self.backups, *self.beside, *self.rescued)


@dataclass(frozen=True, slots=True)
class Expunged:
    """``is_scrubbed`` False: another program reads the file, so its freed pages are
    overwritten when it is next opened.  ``copies`` hold it still; ``hindered`` says
    why there is no new backup, or why the file on its share holds it still."""

    act: Act
    is_scrubbed: bool
    copies: Copies
    hindered: AppError | None = None


def look(desk: Desk, passage: str, question: str | None = None) -> Places:
    """Where it stands in this review; nothing is changed.

    Raises:
        AppError: ``expunge.too_short``, ``expunge.no_question``.
    """
    return desk.workspace.places_of(_scope(desk, passage, question))


def expunge(desk: Desk, order: Order) -> Expunged:
    """All of it on the desk's thread, as a command does."""
    done = expunged(desk.workspace, *prepared(desk, order))
    desk.reread()
    return done


def prepared(desk: Desk, order: Order) -> tuple[Order, Scope, Decision]:
    """What ``expunged`` needs, checked.

    Raises:
        AppError: ``expunge.too_short``, ``expunge.no_question``,
            ``expunge.no_reason``, ``expunge.reason_repeats``.
    """
    scope = _scope(desk, order.passage, order.question)
    refuse_repeating(order.reason, order.passage)
    decision = Decision(
        order.reason.strip(),
        desk.author.id,
        desk.clock(),
        order.contributions,
        order.clearances,
    )
    return order, scope, decision


def expunged(
    workspace: Workspace, order: Order, scope: Scope, decision: Decision
) -> Expunged:
    """Long work, for the worker; the desk is to ``reread`` after it.

    Raises:
        AppError: ``expunge.not_found``, and those of a workspace that is written.
    """
    act, is_scrubbed = workspace.expunge(scope, decision)
    hindered = None
    if order.renew_backups:
        _delete(_shelved(workspace, scope, decision))
        hindered = before(workspace, Reason.EXPUNGING)
    not_home = put_home(workspace)
    copies = copies_holding(workspace, scope, decision)
    return Expunged(act, is_scrubbed, copies, hindered or not_home)


def copies_holding(workspace: Workspace, scope: Scope, decision: Decision) -> Copies:
    """Copies given to others are nobody's to find."""
    near = (*_left_beside(workspace), *_neighbours(workspace))
    holding = (each for each in near if _holds(each, scope, decision))
    return Copies(
        _shelved(workspace, scope, decision),
        (*holding, *logs_aside(workspace.home)),  # A log alone cannot be looked into.
        tuple(_rescued(workspace, scope.passage)),
    )


def _scope(desk: Desk, passage: str, question: str | None) -> Scope:
    if question is not None and question not in desk.questionnaire.questions:
        raise AppError("expunge.no_question", question=question)
    return Scope(desk.review.id, passage_of(passage), question)


def _shelved(
    workspace: Workspace, scope: Scope, decision: Decision
) -> tuple[Path, ...]:
    kept = workspace.shelved(backup_folder())
    return tuple(each.path for each in kept if _holds(each.path, scope, decision))


def _neighbours(workspace: Workspace) -> Iterator[Path]:
    """What this program or a cloud put beside the file: ``NAME.was-1``,
    ``NAME.replaced-…``, ``NAME (conflicted copy)``; on a share the file itself, which
    may not have what was expunged yet."""
    home = workspace.home
    for each in beside(home):
        rest = each.name.removeprefix(home.stem)
        is_ours = rest.startswith((".was-", ".replaced-", ".from-"))
        if is_ours or is_conflict_copy(home, each):
            yield each
    if workspace.stay is not None:
        yield home


def _left_beside(workspace: Workspace) -> tuple[Path, ...]:
    """What killed programs left there, and on the shelf, goes; what does not is
    named."""
    left = sweep(workspace.path) + workspace.sweep_shelf(backup_folder())
    return left if workspace.stay is None else (*left, *sweep(workspace.home))


def _holds(copy: Path, scope: Scope, decision: Decision) -> bool:
    """More than was left in the workspace itself; what cannot be opened may."""
    try:
        with closing(Workspace.open(copy, writing=False)) as workspace:
            places = workspace.places_of(scope)
    except AppError:
        return True
    ours = places.answers + places.revisions + places.steps + places.notes
    theirs = places.contributions if decision.contributions else 0
    cleared = places.clearances if decision.clearances else ()
    return bool(ours + theirs or cleared)


def _rescued(workspace: Workspace, passage: Passage) -> Iterator[Path]:
    """Those in the clear, whoever's they are; of those with a key the workspace's."""
    for path in sorted(rescue_folder().glob("*.json")):
        if _tells(path, passage):
            yield path
    if workspace.is_encrypted:
        for each in rescued_of(workspace):
            if passage.is_in(json.loads(each.content)):
                yield each.path


def _tells(path: Path, passage: Passage) -> bool:
    try:
        return passage.is_in(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError):
        return True


def _delete(backups: tuple[Path, ...]) -> None:
    for each in backups:
        with suppress(OSError):  # What stays is named.
            each.unlink()
