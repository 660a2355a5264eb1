"""Two coordinators' files brought together; what both changed becomes cards."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from focalpoint_app.domain.answer import Confidentiality
from focalpoint_app.domain.content import Content, Step
from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.reconciling import Card
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.storage.joining.joining import Outcome as Outcome
from focalpoint_app.storage.joining.reconciling import key_of_subject
from focalpoint_app.storage.workspace import Workspace
from focalpoint_app.workflow.consultation.marking_anew import Marked, mark_quotations
from focalpoint_app.workflow.review.desk import Desk
from focalpoint_app.workflow.safekeeping.staying import readable
from focalpoint_app.workflow.submitting.outputs import refuse_same

_CONFLICT_MARKS = re.compile(
    r"conflict(ed)?|sync-conflict|case conflict|نسخة متعارضة|copie en conflit"
    r"|copia en conflicto|конфликт|冲突",
    re.IGNORECASE,
)
_OURS = re.compile(r"\.from-.+-\d{8}-\d{6}(-\d+)?")
"""Written here while the file changed where it lies (storage/file/staying.py)."""
_COPY = re.compile(
    r"(?:[-–—_ ]+\(?|\()(?:\w[\w\u0307 '’.-]{1,60}|\d)\)?(?: \(\d{1,3}\))?"
)
"""A number or a machine's name, in any letters; ``review - Copy (2)`` too.  A Turkish
capital keeps its dot when it becomes small, as a mark of its own."""


Marks = Mapping[str, tuple[str, str]]
"""Contribution id to its audience and its marking."""


@dataclass(frozen=True, slots=True)
class Sides:
    """A conflict as it looks from here; ``merged`` None where nothing is proposed."""

    card: Card
    base: Content
    here: Content
    there: Content
    merged: Content


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
    found = taken_in(desk.workspace, desk.review.id, other, desk.clock())
    take_over(desk, found)
    return found


def taken_in(
    workspace: Workspace, review_id: str, other: Path, at: datetime
) -> Outcome:
    """Long work for the worker: the workspace has it, the desk does not know yet.

    Raises:
        AppError: as ``reconcile``.
    """
    refuse_same(workspace.path, other)
    with closing(Workspace.open(readable(other), writing=False)) as theirs:
        _refuse_foreign(review_id, theirs, other)
        sides = workspace.marks(review_id), theirs.marks(review_id)
        found = workspace.join(theirs, review_id, at)
    return replace(found, marked=tuple(_marked(workspace, *sides)))


def _marked(workspace: Workspace, here: Marks, there: Marks) -> Iterator[Marked]:
    for each in sorted(here.keys() & there.keys()):
        if here[each] != there[each]:
            now = workspace.contribution(each)
            for audience, marking in (here[each], there[each]):
                before = Confidentiality(audience)
                yield replace(now, audience=before, marking=marking), now


def take_over(desk: Desk, found: Outcome) -> None:
    """Show it, and list it for undoing; an answer becomes as marked as what it quotes
    is by now."""
    desk.profile = desk.workspace.profile()
    if found.changes:
        first = found.changes[0].key.question
        step = Step(str(uuid4()), "reconcile", first, found.changes)
        desk.workspace.add_step(desk.review.id, step)
        desk.book.remember(found.changes)
        desk.refresh(tuple({each.key.question for each in found.changes}))
    if found.expunged:  # It goes wherever it stood here by now.
        desk.reread()
    mark_quotations(desk, found.marked)


def expunged_lines(outcome: Outcome, tr: Catalogue) -> tuple[str, ...]:
    """What the other copy still holds; empty where it holds nothing of it."""
    if not outcome.expunged:
        return ()
    told = tr.counted(
        "{n} passage that was expunged here still stands in the other copy. It was not"
        " taken in; the other copy has to expunge it, too.",
        "{n} passages that were expunged here still stand in the other copy. They were"
        " not taken in; the other copy has to expunge them, too.",
        outcome.expunged,
    )
    return (told,)


def conflicts(desk: Desk) -> tuple[Sides, ...]:
    """Those that nobody has settled, in the order they were found."""
    return tuple(_sides(desk, each) for each in desk.workspace.cards(desk.review.id))


def _sides(desk: Desk, card: Card) -> Sides:
    """Whichever side stands here; after an edit here neither may."""
    if card.kind == "field":
        here = desk.book.content(key_of_subject(card.subject))
    else:
        here = desk.workspace.standing_content(card)
    there = card.first if here == card.second else card.second
    return Sides(card, card.base, here, there, card.merged)


def settle(desk: Desk, card: Card, content: Content) -> None:
    """Write what it is about from now on; of a field both sides stay in its history.

    ``content`` is ``card.first``, ``card.second``, ``card.merged`` or, of a field,
    anything.
    """
    if card.kind != "field":
        _settle_thing(desk, card, content)
        return
    key = key_of_subject(card.subject)
    desk.seal(key.question)
    desk.put("reconcile", key, content)
    desk.workspace.join_heads(desk.review.id, key, desk.author.id, desk.clock())
    desk.workspace.settle_card(card.id)


def _settle_thing(desk: Desk, card: Card, content: Content) -> None:
    """An answer rises with what it quotes, as where that is marked by hand."""
    if not isinstance(content, Mapping):
        raise TypeError("a thing has columns")
    workspace, review = desk.workspace, desk.review.id
    before = workspace.marks(review)
    workspace.settle_entity(card, content)
    desk.profile = workspace.profile()
    mark_quotations(desk, tuple(_marked(workspace, before, workspace.marks(review))))


def conflict_copies(path: Path) -> tuple[Path, ...]:
    """Files beside this one that a synchronised folder made of it, by their names."""
    try:
        beside = [each for each in path.parent.iterdir() if each.is_file()]
    except OSError:  # A folder that may be written to and not be read.
        return ()
    return tuple(sorted(e for e in beside if e != path and is_conflict_copy(path, e)))


def copies_holding(review_id: str, beside: Iterable[Path]) -> tuple[Path, ...]:
    """Of these copies the ones with this review, as far as they can be opened; for the
    worker.
    """
    return tuple(each for each in beside if _may_hold(each, review_id))


def _may_hold(copy: Path, review_id: str) -> bool:
    """What is locked for another passphrase goes by its name alone."""
    try:
        with closing(Workspace.open(copy, writing=False)) as other:
            return review_id in {each.id for each in other.reviews()}
    except AppError as exc:
        return exc.code in ("workspace.locked", "workspace.wrong_passphrase")


def is_conflict_copy(path: Path, other: Path) -> bool:
    """``review (conflicted copy 2026-11-22)``, ``review.sync-conflict-…``,
    ``review-LAPTOP``: all of them begin with the file's own name.
    """
    if other.suffix.lower() != path.suffix.lower():
        return False
    own, name = _folded(path.stem), _folded(other.stem)
    rest = name.removeprefix(own)
    if rest in (name, ""):
        return False
    patterns = (_CONFLICT_MARKS.search, _COPY.fullmatch, _OURS.fullmatch)
    return any(pattern(rest) for pattern in patterns)


def _folded(stem: str) -> str:
    """As disks compare names: some compose letters, some know no capitals."""
    return unicodedata.normalize("NFC", stem).casefold()


def _refuse_foreign(review_id: str, theirs: Workspace, other: Path) -> None:
    if review_id not in {each.id for each in theirs.reviews()}:
        raise AppError("reconcile.other_review", path=str(other))
    if theirs.verify_chain(review_id):
        raise AppError("reconcile.broken", path=str(other))
