"""Withdrawing a request that was sent in error: with a reason, and undoable."""

from __future__ import annotations

from collections.abc import Mapping

from focalpoint_app.domain.contribution import Withdrawal
from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.text import clean_within, is_blank
from focalpoint_app.workflow.review.desk import Desk

LONGEST_REASON = 2_000
"""Characters."""


def withdraw_request(desk: Desk, request: str, reason: str) -> Withdrawal:
    """From now on it is neither waited for nor late; a reply to it came unasked.

    One undoable step.

    Raises:
        AppError: ``request.unknown``, ``request.no_reason``, ``request.withdrawn``,
            ``text.*``.
    """
    cleaned = clean_within(reason.strip(), LONGEST_REASON)
    if is_blank(cleaned):
        raise AppError("request.no_reason")
    if request in withdrawn_requests(desk):
        raise AppError("request.withdrawn")
    asked = desk.workspace.request(request).request.questions
    step = desk.bare_step("withdraw", asked[0].id)
    written = Withdrawal(
        id=desk.new_id(),
        review=desk.review.id,
        request=request,
        reason=cleaned,
        time=desk.clock(),
        author=desk.author.id,
        step=step.id,
    )
    desk.workspace.withdraw(written, step)
    return written


def withdrawn_requests(desk: Desk) -> Mapping[str, Withdrawal]:
    """Request id to the act that withdrew it."""
    found = desk.workspace.withdrawals(desk.review.id)
    return {each.request: each for each in found}
