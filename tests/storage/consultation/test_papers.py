"""Letters and minutes at work are kept as they stand, whole with their file."""

from dataclasses import replace

import pytest

from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.paper import Paper, PaperKind
from focalpoint_app.storage import Workspace
from tests.storage.samples import LAYLA, REVIEW, at

LETTER = Paper(
    "p1", REVIEW.id, PaperKind.LETTER, "كتاب.pdf", {"passages": ["نص"]}, LAYLA.id, at(1)
)
MEETING = Paper("p2", REVIEW.id, PaperKind.MEETING, "اجتماع", {}, LAYLA.id, at(2))


def test_each_kind_is_listed_by_itself_newest_first(workspace: Workspace) -> None:
    later = replace(LETTER, id="p3", time=at(3))
    for each in (LETTER, MEETING, later):
        workspace.save_paper(each)
    assert workspace.papers(REVIEW.id, PaperKind.LETTER) == (later, LETTER)
    assert workspace.papers(REVIEW.id, PaperKind.MEETING) == (MEETING,)


def test_a_save_replaces_the_words_and_leaves_the_file(workspace: Workspace) -> None:
    workspace.keep_paper(LETTER, b"%PDF")
    changed = replace(LETTER, body={"passages": []})
    workspace.save_paper(changed)
    assert workspace.papers(REVIEW.id, PaperKind.LETTER) == (changed,)
    assert workspace.paper_content(LETTER.id) == b"%PDF"


def test_a_file_can_be_forgotten_and_its_words_kept(workspace: Workspace) -> None:
    workspace.keep_paper(LETTER, b"%PDF")
    workspace.keep_paper(LETTER, None)
    with pytest.raises(AppError) as told:
        workspace.paper_content(LETTER.id)
    assert told.value.code == "reply.no_file"
    assert workspace.papers(REVIEW.id, PaperKind.LETTER) == (LETTER,)


def test_a_log_that_cannot_be_emptied_now_refuses_nothing(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace.keep_paper(LETTER, b"%PDF")

    def broken() -> None:
        raise AppError("workspace.unwritable", path="w")

    monkeypatch.setattr(workspace._database, "empty_log", broken)
    assert workspace.keep_paper(replace(LETTER, name="other"), None) is False
    assert [e.name for e in workspace.papers(REVIEW.id, PaperKind.LETTER)] == ["other"]


def test_what_is_deleted_is_gone(workspace: Workspace) -> None:
    workspace.save_paper(LETTER)
    workspace.delete_paper(LETTER.id)
    assert workspace.papers(REVIEW.id, PaperKind.LETTER) == ()


def test_text_that_no_store_takes_is_refused(workspace: Workspace) -> None:
    with pytest.raises(AppError) as told:
        workspace.save_paper(replace(LETTER, body={"passages": ["\x00"]}))
    assert told.value.code == "text.forbidden_character"
    assert workspace.papers(REVIEW.id, PaperKind.LETTER) == ()
