"""A file in a synchronised folder is worked on in a copy and put back whole."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from focalpoint_app.domain.errors import AppError
from focalpoint_app.platform.places import copies_folder
from focalpoint_app.storage.file.away_note import note_path, put_note, read_note
from focalpoint_app.storage.file.files import flush
from focalpoint_app.storage.repair.doctoring import examine
from focalpoint_app.workflow.review.opening import new_review, open_review
from focalpoint_app.workflow.safekeeping.staying import put_back
from tests.workflow.safekeeping.sharing import ASKED, WANTED, elsewhere, names, value


def test_a_new_file_is_there_at_once_and_whole(shared: Path) -> None:
    path = shared / "xaa.focalpoint"
    desk = new_review(path, WANTED)
    assert desk.path == path
    assert examine(path).problems == ()
    desk.choose(ASKED, "yes")
    assert value(path) == "yes"  # By this account, from its copy.
    desk.close()
    assert value(path) == "yes"
    assert names(shared) == ["xaa.focalpoint"]
    assert names(copies_folder()) == []


def test_nothing_but_the_file_and_a_note_ever_lies_there(file: Path) -> None:
    before = file.read_bytes()
    desk = open_review(file)
    desk.choose(ASKED, "no")
    assert names(file.parent) == ["xaa.focalpoint", "xaa.focalpoint.held"]
    assert file.read_bytes() == before
    assert put_back(desk) is None
    assert file.read_bytes() != before
    assert examine(file).problems == ()
    desk.choose(ASKED, "yes")
    desk.close()
    assert names(file.parent) == ["xaa.focalpoint"]
    assert value(file) == "yes"


def test_where_the_file_lies_is_told_at_opening(shared: Path, tmp_path: Path) -> None:
    def told(path: Path) -> list[tuple[AppError, ...]]:
        made = new_review(path, WANTED)
        made.close()
        opened = open_review(path)
        opened.close()
        return [made.notices, opened.notices]

    path = shared / "xaa.focalpoint"
    for (notice,) in told(path):
        assert notice.code == "workspace.away_synchronised"
        assert notice.context == {"path": str(path), "folder": shared.name}
    assert told(tmp_path / "here.focalpoint") == [(), ()]


def test_a_second_program_is_told_who_has_it(file: Path) -> None:
    desk = open_review(file)
    with pytest.raises(AppError, match=r"workspace\.already_open") as caught:
        open_review(file)
    assert caught.value.context["path"] == str(file)
    desk.close()


def test_another_machines_note_is_respected_until_it_is_stale(file: Path) -> None:
    at = datetime.now(UTC)
    put_note(file, "سمير", "another copy", at)
    with pytest.raises(AppError, match=r"workspace\.already_open") as caught:
        open_review(file)
    assert caught.value.context["holder"] == "سمير"
    note_path(file).unlink()
    put_note(file, "سمير", "another copy", at - timedelta(hours=2))
    open_review(file).close()
    assert read_note(file) is None


def test_a_changed_original_is_never_written_over(file: Path, tmp_path: Path) -> None:
    theirs = elsewhere(file, tmp_path, "no")
    desk = open_review(file)
    desk.choose(ASKED, "in_part")
    file.write_bytes(theirs)
    with pytest.raises(AppError, match=r"workspace\.diverged") as caught:
        desk.close()
    assert file.read_bytes() == theirs
    beside = file.with_name(str(caught.value.context["other"]))
    assert value(beside) == "in_part"
    assert examine(beside).problems == ()
    assert names(copies_folder()) == []
    assert note_path(file).exists() is False


def test_from_then_on_each_putting_back_renews_the_file_beside(
    file: Path, tmp_path: Path
) -> None:
    desk = open_review(file)
    file.write_bytes(elsewhere(file, tmp_path, "no"))
    desk.choose(ASKED, "in_part")
    told = put_back(desk)
    assert told is not None
    assert told.code == "workspace.diverged"
    desk.choose(ASKED, "yes")
    assert put_back(desk) is None
    desk.close()
    assert value(file.with_name(str(told.context["other"]))) == "yes"
    assert value(file) == "no"


def test_a_share_that_is_gone_loses_nothing_and_gets_it_back(file: Path) -> None:
    desk = open_review(file)
    desk.choose(ASKED, "no")
    away = file.parent.rename(file.parent.with_name("away"))
    hindered = put_back(desk)
    assert hindered is not None
    assert hindered.code == "workspace.not_put_back"
    with pytest.raises(AppError, match=r"workspace\.not_put_back"):
        desk.close()
    away.rename(file.parent)
    assert value(file) == "no"  # Read from the copy that waits.
    open_review(file).close()
    assert value(file) == "no"
    assert names(copies_folder()) == []


def test_a_change_that_comes_while_ours_is_on_its_way_is_not_written_over(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs = elsewhere(file, tmp_path, "no")
    desk = open_review(file)
    desk.choose(ASKED, "in_part")

    def slow(path: Path) -> None:
        if path.suffix == ".new" and path.parent == file.parent:
            file.write_bytes(theirs)
        flush(path)

    monkeypatch.setattr("focalpoint_app.storage.file.home.flush", slow)
    with pytest.raises(AppError, match=r"workspace\.diverged"):
        desk.close()
    assert value(file) == "no"


def test_it_is_recognised_behind_a_link(file: Path, tmp_path: Path) -> None:
    link = tmp_path / "plain" / "link.focalpoint"
    link.parent.mkdir()
    link.symlink_to(file)
    desk = open_review(link)
    assert names(file.parent) == ["xaa.focalpoint", "xaa.focalpoint.held"]
    assert names(link.parent) == ["link.focalpoint"]
    desk.choose(ASKED, "no")
    desk.close()
    assert value(file) == "no"
    assert link.is_symlink()


def test_a_refused_opening_leaves_nothing_behind(shared: Path) -> None:
    path = shared / "letter.focalpoint"
    path.write_bytes(b"a letter")
    with pytest.raises(AppError, match=r"workspace\.foreign"):
        open_review(path)
    with pytest.raises(AppError, match=r"workspace\.not_found"):
        open_review(shared / "none.focalpoint")
    assert names(shared) == ["letter.focalpoint"]
    assert names(copies_folder()) == []


def test_a_new_file_takes_no_name_that_is_taken(file: Path) -> None:
    before = file.read_bytes()
    with pytest.raises(AppError, match=r"file\.exists"):
        new_review(file, WANTED)
    assert file.read_bytes() == before
    assert names(file.parent) == ["xaa.focalpoint"]
