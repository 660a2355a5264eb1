"""A file in a synchronised folder is worked on in a copy and put back whole."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from focalpoint_app.domain.errors import AppError
from focalpoint_app.platform.places import copies_folder
from focalpoint_app.storage.file.away_note import note_path, put_note, read_note
from focalpoint_app.storage.file.files import flush
from focalpoint_app.storage.file.replaced import Ending
from focalpoint_app.storage.repair.doctoring import examine
from focalpoint_app.workflow.review.opening import NewReview, new_review, open_review
from focalpoint_app.workflow.safekeeping.staying import put_back

ROOT = Path(__file__).parents[3]
ASKED = "som.6.1.a"
WANTED = NewReview("XAA", parts=("som",))


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    folder = tmp_path / "OneDrive - وزارة العدل"
    folder.mkdir()
    return folder


@pytest.fixture
def file(shared: Path) -> Path:
    """It says *yes*."""
    path = shared / "xaa.focalpoint"
    desk = new_review(path, WANTED)
    desk.choose(ASKED, "yes")
    desk.close()
    return path


def value(path: Path) -> object:
    desk = open_review(path, writing=False)
    found = desk.answer(ASKED).value
    desk.close()
    return getattr(found, "choice", None)


def elsewhere(path: Path, tmp_path: Path, said: str) -> bytes:
    """The bytes of the file as somebody else has changed it."""
    own = tmp_path / "elsewhere.focalpoint"
    shutil.copy(path, own)
    desk = open_review(own)
    desk.choose(ASKED, said)
    desk.close()
    return own.read_bytes()


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


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


@contextmanager
def killed_holder(file: Path, said: str, *, midway: bool = False) -> Iterator[None]:
    """A program that opened it, chose *said*, maybe put it back, and was killed."""
    command = [sys.executable, "-m", "tests.workflow.away_program", str(file), said]
    with subprocess.Popen(
        [*command, *(["midway"] if midway else [])],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        process.kill()
    yield


@pytest.mark.parametrize("midway", [False, True])
def test_a_killed_programs_copy_is_taken_up_and_put_back(
    file: Path, midway: bool
) -> None:
    with killed_holder(file, "no", midway=midway):
        desk = open_review(file)
    assert desk.notices == ()
    desk.close()
    shutil.rmtree(copies_folder())
    assert value(file) == "no"
    assert examine(file).problems == ()
    assert names(file.parent) == ["xaa.focalpoint"]


def test_a_killed_programs_copy_of_a_changed_file_is_put_beside_it(
    file: Path, tmp_path: Path
) -> None:
    theirs = elsewhere(file, tmp_path, "no")
    with killed_holder(file, "in_part"):
        file.write_bytes(theirs)
        desk = open_review(file)
    (told,) = desk.notices
    assert told.code == "workspace.diverged"
    assert desk.answer(ASKED).value is not None
    desk.close()
    assert value(file) == "no"
    assert value(file.with_name(str(told.context["other"]))) == "in_part"


def test_what_was_put_beside_stays_and_new_work_goes_home(
    file: Path, tmp_path: Path
) -> None:
    theirs = elsewhere(file, tmp_path, "no")
    with killed_holder(file, "in_part"):
        file.write_bytes(theirs)
        desk = open_review(file)
    other = file.with_name(str(desk.notices[0].context["other"]))
    desk.choose(ASKED, "yes")
    desk.close()
    assert value(file) == "yes"
    assert value(other) == "in_part"


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


def test_a_log_that_alone_was_saved_of_a_copy_goes_on_to_the_users_own_folder(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise AppError("disk.full", path=str(file))

    desk = open_review(file)
    desk.choose(ASKED, "no")
    assert desk.stay is not None
    desk.stay.local.unlink()
    monkeypatch.setattr(f"{Ending.__module__}.back_up_through", full)
    monkeypatch.setattr(Ending, "_pour_into", full)
    with pytest.raises(AppError, match=r"workspace\.log_aside") as caught:
        desk.close()
    assert caught.value.context["path"] == str(file)
    log = file.with_name(str(caught.value.context["other"]))
    assert log.stat().st_size > 0
    assert names(file.parent) == sorted([file.name, log.name])
    assert names(copies_folder()) == []


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


@pytest.mark.skipif(os.name == "nt", reason="needs signals")
def test_killed_at_any_moment_no_choice_that_was_told_is_lost(file: Path) -> None:
    """Ten programs, one after the other, killed while they write and put back."""
    last = "0"
    for number in range(10):
        command = [sys.executable, "-m", "tests.workflow.away_program", str(file)]
        with subprocess.Popen(
            [*command, "loop"], cwd=ROOT, stdout=subprocess.PIPE, text=True
        ) as process:
            assert process.stdout is not None
            for _ in range(2 + 3 * number):
                last = process.stdout.readline().strip() or last
            process.kill()
            rest = process.stdout.read().split("\n")
        last = next((each for each in reversed(rest[:-1]) if each), last)
    desk = open_review(file)
    assert desk.notices == ()
    texts = desk.answer(f"{ASKED}.narrative").value
    said = getattr(texts, "texts", {}).get("en", "")
    desk.close()
    assert int(said) >= int(last)
    assert int(said) - int(last) <= 1
    assert examine(file).problems == ()
