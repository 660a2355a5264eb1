"""Two coordinators' files brought together; what both changed becomes cards."""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from uuid import uuid4

from focalpoint_app.domain.content import Content, Step
from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.reconciling import Card
from focalpoint_app.storage.joining import Outcome
from focalpoint_app.storage.reconciling import key_of_subject
from focalpoint_app.storage.workspace import Workspace
from focalpoint_app.workflow.desk import Desk
from focalpoint_app.workflow.outputs import refuse_same

_CONFLICT_MARKS = re.compile(
    r"conflict(ed)?|sync-conflict|case conflict|نسخة متعارضة|copie en conflit"
    r"|copia en conflicto|конфликт|冲突",
    re.IGNORECASE,
)
_COPY = re.compile(r"[-_ ]\(?(?P<mark>[A-Za-z0-9][\w-]{1,30}|\d{1,3})\)?")


def reconcile(desk: Desk, other: Path) -> Outcome:
    """Take in what another copy of this review holds; one undoable step.

    Unchanged fields and one-sided edits pass by themselves.  The other file is only
    read.

    Raises:
        AppError: ``file.same``, ``reconcile.other_review``, ``reconcile.broken``,
            and those of opening a workspace.
    """
    refuse_same(desk.path, other)
    desk.seal()
    with closing(Workspace.open(other, writing=False)) as theirs:
        _refuse_foreign(desk, theirs, other)
        outcome = desk.workspace.join(theirs, desk.review.id, desk.clock())
    desk.profile = desk.workspace.profile()
    if outcome.changes:
        first = outcome.changes[0].key.question
        step = Step(str(uuid4()), "reconcile", first, outcome.changes)
        desk.workspace.add_step(desk.review.id, step)
        desk.book.remember(outcome.changes)
        desk.refresh(tuple({each.key.question for each in outcome.changes}))
    return outcome


def settle(desk: Desk, card: Card, content: Content) -> None:
    """Write what it is about from now on; of a field both sides stay in its history.

    ``content`` is ``card.first``, ``card.second``, ``card.merged`` or, of a field,
    anything.
    """
    if card.kind != "field":
        if not isinstance(content, Mapping):
            raise TypeError("a thing has columns")
        desk.workspace.settle_entity(card, content)
        desk.profile = desk.workspace.profile()
        return
    key = key_of_subject(card.subject)
    desk.seal(key.question)
    desk.put("reconcile", key, content)
    desk.workspace.join_heads(desk.review.id, key, desk.author.id, desk.clock())
    desk.workspace.settle_card(card.id)


def conflict_copies(path: Path) -> tuple[Path, ...]:
    """Files beside this one that a synchronised folder made of it, by their names."""
    found = (each for each in path.parent.iterdir() if each != path and each.is_file())
    return tuple(sorted(each for each in found if is_conflict_copy(path, each)))


def is_conflict_copy(path: Path, other: Path) -> bool:
    """``review (conflicted copy 2026-11-22)``, ``review.sync-conflict-…``,
    ``review-LAPTOP``: all of them begin with the file's own name.
    """
    if other.suffix.lower() != path.suffix.lower():
        return False
    rest = other.stem.removeprefix(path.stem)
    if rest in (other.stem, ""):
        return False
    return bool(_CONFLICT_MARKS.search(rest) or _COPY.fullmatch(rest))


def _refuse_foreign(desk: Desk, theirs: Workspace, other: Path) -> None:
    if desk.review.id not in {each.id for each in theirs.reviews()}:
        raise AppError("reconcile.other_review", path=str(other))
    if theirs.verify_chain(desk.review.id):
        raise AppError("reconcile.broken", path=str(other))
