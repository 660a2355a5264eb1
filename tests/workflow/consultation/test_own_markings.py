"""The list beside the settings takes the place of the one that travels."""

import json
import sys
from collections.abc import Iterator
from dataclasses import replace

import pytest

from focalpoint_app.domain.errors import AppError
from focalpoint_app.platform.places import settings_folder
from focalpoint_app.workflow.consultation.markings import (
    OWN_LIST,
    may_be_shown,
    national_markings,
    set_answer_marking,
)
from focalpoint_app.workflow.review.desk import Desk
from focalpoint_app.workflow.review.opening import open_review
from tests.workflow.consulting import JUSTICE, NARRATIVE


@pytest.fixture(autouse=True)
def _read_anew() -> Iterator[None]:
    national_markings.cache_clear()
    yield
    national_markings.cache_clear()


def put(text: str) -> None:
    folder = settings_folder()
    folder.mkdir(parents=True, exist_ok=True)
    (folder / OWN_LIST).write_text(text, encoding="utf-8")


def test_a_recipients_level_counts_among_the_states_own(desk: Desk) -> None:
    levels = ("for_use", "maktum", "sirri")
    put(json.dumps([{"id": each, "text": {"ar": each}} for each in levels]))
    set_answer_marking(desk, NARRATIVE, "maktum")

    shown = [
        may_be_shown(desk, NARRATIVE, replace(JUSTICE, marking=each))
        for each in ("", *levels, "secret")
    ]

    assert shown == [False, False, True, True, False]


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_list_that_leads_nowhere_now_is_told_and_not_passed_over(desk: Desk) -> None:
    """A link to a share that is away: other levels would hold meanwhile."""
    folder = settings_folder()
    folder.mkdir(parents=True, exist_ok=True)
    (folder / OWN_LIST).symlink_to(folder / "away" / OWN_LIST)
    with pytest.raises(AppError, match=r"markings\.unreadable"):
        open_review(desk.path, writing=False)


def test_a_spoiled_list_is_told_when_a_review_is_opened(desk: Desk) -> None:
    put("[")
    with pytest.raises(AppError, match=r"markings\.unreadable"):
        open_review(desk.path, writing=False)
