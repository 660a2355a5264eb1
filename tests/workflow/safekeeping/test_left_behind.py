"""What a killed program left of a copy is taken up, put beside, or kept."""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from focalpoint_app.domain.errors import AppError
from focalpoint_app.platform.places import copies_folder
from focalpoint_app.storage.file.replaced import Ending
from focalpoint_app.storage.repair.doctoring import examine
from focalpoint_app.workflow.review.opening import open_review
from tests.workflow.away_program import away
from tests.workflow.safekeeping.sharing import ASKED, elsewhere, names, value

pytestmark = pytest.mark.skipif(os.name == "nt", reason="needs fork")


@contextmanager
def killed_holder(file: Path, said: str, *, midway: bool = False) -> Iterator[None]:
    """A program that opened it, chose *said*, maybe put it back, and was killed."""
    with away(file, said, midway=midway) as (_, lines):
        assert lines.readline() == "held\n"
    yield


@pytest.mark.parametrize("midway", [False, True])
def test_a_killed_programs_copy_is_taken_up_and_put_back(
    file: Path, midway: bool
) -> None:
    with killed_holder(file, "no", midway=midway):
        desk = open_review(file)
    assert [each.code for each in desk.notices] == ["workspace.away_synchronised"]
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


def test_killed_at_any_moment_no_choice_that_was_told_is_lost(file: Path) -> None:
    """Ten programs, one after the other, killed while they write and put back."""
    last = "0"
    for number in range(10):
        with away(file) as (program, lines):
            for _ in range(2 + 3 * number):
                last = lines.readline().strip() or last
            os.kill(program, signal.SIGKILL)
            rest = lines.read().split("\n")
        last = next((each for each in reversed(rest[:-1]) if each), last)
    desk = open_review(file)
    assert [each.code for each in desk.notices] == ["workspace.away_synchronised"]
    texts = desk.answer(f"{ASKED}.narrative").value
    said = getattr(texts, "texts", {}).get("en", "")
    desk.close()
    assert int(said) >= int(last)
    assert int(said) - int(last) <= 1
    assert examine(file).problems == ()
