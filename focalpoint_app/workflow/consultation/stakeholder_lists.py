"""Lists of stakeholders taken in, written out, and what was done to them taken back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.stakeholder import Stakeholder, folded_name
from focalpoint_app.exchange.stakeholders_csv import (
    read_stakeholders,
    unread_columns,
    write_stakeholders,
)
from focalpoint_app.pdf.file.output import publish
from focalpoint_app.workflow.consultation.stakeholders import (
    listed_stakeholders,
    save_stakeholders,
)
from focalpoint_app.workflow.review.desk import Desk
from focalpoint_app.workflow.submitting.outputs import refuse_same

MOST_NAMED = 8
"""Columns that a sentence names; of more, their number."""


@dataclass(frozen=True, slots=True)
class Change:
    """What a list, a form or a removal did: enough to take it back.

    ``added`` are ids that were new, ``before`` the others as they were, ``known``
    the number of those that were left as they are.
    """

    added: tuple[str, ...] = ()
    before: tuple[Stakeholder, ...] = ()
    known: int = 0

    @property
    def is_empty(self) -> bool:
        return not (self.added or self.before)


@dataclass(frozen=True, slots=True)
class IncomingList:
    """``unread`` are the headings of columns that institutions have not."""

    rows: tuple[Stakeholder, ...]
    unread: tuple[str, ...] = ()

    @property
    def notice(self) -> AppError | None:
        """What is to be told beside what was taken."""
        if not self.unread:
            return None
        named = "; ".join(self.unread[:MOST_NAMED])
        if len(self.unread) <= MOST_NAMED:
            return AppError("stakeholder.unread_columns", columns=named)
        return AppError(
            "stakeholder.unread_columns_many", columns=named, n=len(self.unread)
        )


def read_list(path: Path) -> IncomingList:
    """Of a CSV file; needs no desk, so that the worker may do it.

    Raises:
        AppError: ``stakeholder.*``, ``file.*``.
        RefusedEntriesError: ``stakeholder.refused``, with an error for each line.
    """
    from focalpoint_app.workflow.consultation.reply_files import file_content

    content = file_content(path)
    return IncomingList(read_stakeholders(content), unread_columns(content))


def take_list(desk: Desk, incoming: Sequence[Stakeholder]) -> Change:
    """Those with a known identifier are replaced, new ones added.

    A new one of a name that is known stays out: its list may say less than is kept.

    Raises:
        AppError: as ``save_stakeholders``.
    """
    known = {each.id: each for each in desk.workspace.stakeholders()}
    names = {folded_name(each.name) for each in known.values()}
    taken = [
        _of_suggestion(each, known.get(each.id, each))
        for each in incoming
        if each.id in known or each.is_anonymous or folded_name(each.name) not in names
    ]
    changed = [each for each in taken if each != known.get(each.id)]
    if changed:
        save_stakeholders(desk, *changed)
    return Change(
        added=tuple(each.id for each in changed if each.id not in known),
        before=tuple(known[each.id] for each in changed if each.id in known),
        known=len(incoming) - len(changed),
    )


def _of_suggestion(incoming: Stakeholder, kept: Stakeholder) -> Stakeholder:
    """A list does not say which suggestion an institution came from."""
    return replace(incoming, suggestion=kept.suggestion)


def remove_stakeholder(desk: Desk, stakeholder: str) -> Change:
    """AppError ``stakeholder.asked`` while a letter or a reply is theirs."""
    kept = [each for each in desk.workspace.stakeholders() if each.id == stakeholder]
    desk.workspace.delete_stakeholder(stakeholder)
    return Change(before=tuple(kept))


def take_back(desk: Desk, change: Change) -> None:
    """AppError ``stakeholder.asked`` where one that was added was asked since."""
    for each in change.added:
        desk.workspace.delete_stakeholder(each)
    if change.before:
        desk.workspace.save_stakeholders(change.before)


def write_list(desk: Desk, target: Path, language: str) -> None:
    """CSV that Excel opens.

    Raises:
        AppError: ``file.same``, ``file.unwritable``, ``disk.full``.
    """
    refuse_same(desk.path, target)
    publish(write_stakeholders(listed_stakeholders(desk), language), target)
