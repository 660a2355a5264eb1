"""What institutions were asked and said is saved before the State says a word."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from focalpoint_app.storage.repair.doctoring import examine
from focalpoint_app.storage.repair.repairing import repair
from tests.storage.consultation_samples import IMPORT, asked, reply
from tests.storage.samples import REVIEW, new_workspace, questionnaire_data, reopened

FORMS = (questionnaire_data(),)


@pytest.fixture
def consulted(tmp_path: Path) -> Path:
    """Asked and answered by others; not a word of the State's own."""
    path = tmp_path / "w.focalpoint"
    workspace = new_workspace(path)
    asked(workspace)
    workspace.add_reply(reply(), IMPORT)
    workspace.close()
    with closing(sqlite3.connect(path)) as raw:
        for table in ("fields", "revisions"):
            assert raw.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)
    return path


def saved(path: Path, tmp_path: Path) -> tuple[list[str], list[str]]:
    """The replies that a repair saves, and the codes of what was lost."""
    target = tmp_path / "saved.focalpoint"
    lost = [each.code for each in repair(path, target, FORMS).lost]
    workspace = reopened(target, writing=False)
    with closing(workspace):
        receipts = [each.id for each in workspace.receipts(REVIEW.id)]
    return receipts, lost


def test_replies_are_saved_where_nothing_was_answered_yet(
    consulted: Path, tmp_path: Path
) -> None:
    assert saved(consulted, tmp_path) == (["reply-1"], [])
    assert examine(tmp_path / "saved.focalpoint").is_healthy


def test_they_are_where_the_review_itself_is_lost(
    consulted: Path, tmp_path: Path
) -> None:
    with closing(sqlite3.connect(consulted)) as raw:
        raw.execute("PRAGMA foreign_keys = OFF")
        raw.execute("DELETE FROM reviews")
        raw.execute("DELETE FROM questionnaires")
        raw.commit()
    receipts, lost = saved(consulted, tmp_path)
    assert receipts == ["reply-1"]
    assert set(lost) == {"remade.questionnaire", "remade.review"}


def test_a_review_in_which_nothing_was_written_is_saved_as_it_is(
    tmp_path: Path,
) -> None:
    path = tmp_path / "w.focalpoint"
    new_workspace(path).close()
    assert saved(path, tmp_path) == ([], [])
