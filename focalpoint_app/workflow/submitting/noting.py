"""What was made of a clearance, written down in the chain."""

from __future__ import annotations

import secrets
from uuid import uuid4

from focalpoint_app.domain.act import Act, ActKind, Opening
from focalpoint_app.domain.clearance import Clearance
from focalpoint_app.workflow.review.desk import Desk
from focalpoint_app.workflow.submitting.submission import Exported


def note_submission(desk: Desk, clearance: Clearance, exported: Exported) -> Act:
    """That this edition was written, by whose key if any.

    Raises:
        AppError: those of a workspace that is written; the file stands already.
    """
    opening = Opening(exported.digest, exported.file, secrets.token_hex(16))
    act = Act(
        id=str(uuid4()),
        review=desk.review.id,
        kind=ActKind.SUBMITTED,
        subject=clearance.id,
        author=desk.author.id,
        time=desk.clock(),
        details={
            "audience": exported.audience.value,
            "sealed": opening.digest,
            "language": exported.language,
            "signer": exported.signer,
            "certificate": exported.certificate,
        },
        opening=opening,
    )
    desk.workspace.add_act(act)
    return act
