"""Which questions were heard on, and who wrote in them: what the contents filter by."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from focalpoint_app.workflow.review.desk import Desk


def heard_counts(desk: Desk) -> Mapping[str, int]:
    """Question id to the contributions that it has, superseded ones too."""
    return desk.workspace.contribution_counts(desk.review.id)


def written_by(desk: Desk, author: str) -> frozenset[str]:
    """Questions in whose answers this author wrote something, ever."""
    return desk.workspace.written_questions(desk.review.id, author=author)


def written_since(desk: Desk, since: datetime) -> frozenset[str]:
    """Questions whose answers anybody changed since then."""
    return desk.workspace.written_questions(desk.review.id, since=since)


def last_clearance(desk: Desk) -> datetime | None:
    """When the review was cleared last; None where it never was."""
    return desk.workspace.last_cleared(desk.review.id)
