"""What was made of a clearance, written down in the chain."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import uuid4

from focalpoint_app.domain.act import Act, ActKind, Opening
from focalpoint_app.domain.clearance import Clearance
from focalpoint_app.workflow.review.desk import Desk

if TYPE_CHECKING:  # It loads what heavy work needs.
    from focalpoint_app.workflow.submitting.submission import Exported


def note_submission(desk: Desk, clearance: Clearance, exported: Exported) -> Act:
    """That this edition leaves, by whose key if any; before it is in its place.

    Raises:
        AppError: those of a workspace that is written.
    """
    return noting(desk, clearance)(exported)


def noting(desk: Desk, clearance: Clearance) -> Callable[[Exported], Act]:
    """``note_submission`` for the worker, which touches no desk."""
    workspace, clock = desk.workspace, desk.clock
    review, author = desk.review.id, desk.author.id

    def note(exported: Exported) -> Act:
        opening = Opening(exported.digest, exported.file, secrets.token_hex(16))
        act = Act(
            id=str(uuid4()),
            review=review,
            kind=ActKind.SUBMITTED,
            subject=clearance.id,
            author=author,
            time=clock(),
            details=_details(exported, opening),
            opening=opening,
        )
        workspace.add_act(act)
        return act

    return note


def _details(exported: Exported, opening: Opening) -> dict[str, str]:
    return {
        "audience": exported.audience.value,
        "sealed": opening.digest,
        "language": exported.language,
        "signer": exported.signer,
        "certificate": exported.certificate,
    }
