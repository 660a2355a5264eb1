"""Replies that should not have come in, taken back whatever was done since."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from focalpoint_app.domain.contribution import Receipt
from focalpoint_app.domain.errors import AppError
from focalpoint_app.workflow.consultation.in_use import in_use
from focalpoint_app.workflow.review.desk import Desk


def import_of(desk: Desk, reply: str) -> tuple[str, ...]:
    """All replies that came in with this one and count still, itself among them.

    Loose text that was assigned later came with none but its own file.
    """
    receipts = desk.workspace.receipts(desk.review.id)
    steps = {each.id: each.step for each in receipts}
    return tuple(
        each for each in steps if reply in steps and steps[each] == steps[reply]
    )


def take_back_replies(desk: Desk, replies: Iterable[str]) -> tuple[str, ...]:
    """They count no more, nor what was assigned of their loose text; who they are.

    One undoable step.  Answers stay as they are, so that nothing may stand in one
    that these replies said.

    Raises:
        AppError: ``reply.unknown``, ``reply.in_answers``.
    """
    gone = _with_offshoots(desk, frozenset(replies))
    if not gone:
        raise AppError("reply.unknown")
    quoted = frozenset(_quoting(desk, gone))
    if quoted:
        raise AppError("reply.in_answers", count=len(quoted))
    desk.workspace.take_back(desk.review.id, gone, desk.bare_step("take_back"))
    return gone


def _with_offshoots(desk: Desk, replies: frozenset[str]) -> tuple[str, ...]:
    receipts = desk.workspace.receipts(desk.review.id)
    files = {_file_of(each) for each in receipts if each.id in replies}
    return tuple(each.id for each in receipts if _file_of(each) in files)


def _file_of(receipt: Receipt) -> tuple[str, str]:
    return receipt.stakeholder, receipt.digest


def _quoting(desk: Desk, replies: Sequence[str]) -> Iterator[str]:
    """Questions in whose answers something of these replies stands."""
    said = {e.id: e.question for e in desk.workspace.contributions_of(replies)}
    uses = desk.workspace.uses(desk.review.id)
    entered = {e.contribution for e in uses if e.kind.enters_answer}
    for question in {said[each] for each in entered & said.keys()}:
        if any(each.id in said for each in in_use(desk, question)):
            yield question
