"""Papers at work that others wrote something else into are damage, and no mistake."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.paper import Paper, PaperKind
from focalpoint_app.workflow.consultation.meetings import (
    Meeting,
    keep_meeting,
    meetings,
)
from focalpoint_app.workflow.consultation.returning import kept_letter
from focalpoint_app.workflow.consultation.round_drafts import kept_draft
from focalpoint_app.workflow.consultation.written_letters import letters_at_work
from focalpoint_app.workflow.review.desk import Desk

READERS: dict[PaperKind, Callable[[Desk], object]] = {
    PaperKind.LETTER: letters_at_work,
    PaperKind.MEETING: meetings,
    PaperKind.REPLY: kept_letter,
    PaperKind.ROUND: kept_draft,
}
ODD: tuple[dict[str, Any], ...] = (
    {"standing": ["working"]},
    {"passages": {"a": "b"}, "standing": "working"},
    {"attendees": "Huda", "spoken": [], "replies": []},
    {"women": "many"},
    {"strange": "key"},
    {"name": ["x"], "stakeholders": "y"},
    {"others": []},
)


@pytest.mark.parametrize("kind", PaperKind)
def test_an_odd_paper_is_damage(desk: Desk, kind: PaperKind) -> None:
    for body in ODD:
        odd = Paper("p", desk.review.id, kind, "n", body, desk.author.id, desk.clock())
        desk.workspace.save_paper(odd)
        with pytest.raises(AppError, match=r"workspace\.damaged"):
            READERS[kind](desk)


def test_what_was_kept_by_us_comes_back(desk: Desk) -> None:
    meeting = Meeting("m", "اجتماع")
    keep_meeting(desk, meeting)
    assert meetings(desk) == (meeting,)
