"""A working copy of a file on a share: what it takes there, what it never does."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from focalpoint_app.domain.errors import AppError
from focalpoint_app.storage import LOCAL, Place, PlaceKind, Workspace
from focalpoint_app.storage.file.away_note import note_path
from focalpoint_app.storage.file.files import companions
from focalpoint_app.storage.file.home import Home
from focalpoint_app.storage.file.replaced import Ending
from focalpoint_app.storage.file.staying import Stay
from tests.storage.samples import AT, CHOICE, LAYLA, at, change, reopened

SHARE = Place(PlaceKind.NETWORK, "cifs")


@pytest.fixture
def copies(tmp_path: Path) -> Path:
    return tmp_path / "copies"


def begun(original: Path, copies: Path) -> Stay:
    return Stay.begin(original, copies, "ليلى", AT, lambda _path: SHARE)


@contextmanager
def worked_on(original: Path, copies: Path, said: str) -> Iterator[Stay]:
    """Taken up, *said* is chosen, and closed."""
    stay = begun(original, copies)
    workspace = reopened(stay.local)
    workspace.save("r1", [change(CHOICE, said)], LAYLA.id, AT)
    workspace.close()
    yield stay


def said_in(path: Path) -> object:
    reader = reopened(path, writing=False)
    found = reader.fields("r1").get(CHOICE)
    reader.close()
    return found


def put_aside(stay: Stay) -> None:
    """The copy is taken away while it is open."""
    workspace = reopened(stay.local)
    workspace.save("r1", [change(CHOICE, "yes")], LAYLA.id, AT)
    stay.local.unlink()
    with pytest.raises(AppError, match=r"workspace\.put_aside"):
        workspace.close()


def test_a_share_that_fell_away_is_not_taken_for_the_folder_it_left(
    closed: Path, copies: Path
) -> None:
    where = [SHARE]
    stay = Stay.begin(closed, copies, "ليلى", AT, lambda _path: where[0])
    workspace = reopened(stay.local)
    workspace.save("r1", [change(CHOICE, "yes")], LAYLA.id, AT)
    hidden = closed.rename(closed.with_name("hidden"))
    where[0] = LOCAL
    with pytest.raises(AppError, match=r"file\.unwritable"):
        workspace.put_back(stay, at(1))
    workspace.close()
    with pytest.raises(AppError, match=r"workspace\.not_put_back"):
        stay.end(at(2))
    assert not closed.exists()
    hidden.rename(closed)
    where[0] = SHARE
    assert stay.end(at(3)) is None
    assert said_in(closed) == "yes"


def test_a_share_that_does_not_answer_is_not_taken_for_a_changed_file(
    closed: Path, copies: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with worked_on(closed, copies, "yes") as stay:
        stat = Path.stat

        def stuttering(path: Path, *, follow_symlinks: bool = True) -> os.stat_result:
            if path == closed:
                raise OSError(5, "Input/output error")
            return stat(path, follow_symlinks=follow_symlinks)

        monkeypatch.setattr(Path, "stat", stuttering)
        with pytest.raises(AppError, match=r"workspace\.not_put_back"):
            stay.end(at(1))
        monkeypatch.undo()
        assert stay.end(at(2)) is None
    assert said_in(closed) == "yes"
    assert list(closed.parent.iterdir()) == [closed]


def test_a_share_that_does_not_answer_at_all_is_told(
    closed: Path, copies: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stat = Path.stat

    def stuttering(path: Path, *, follow_symlinks: bool = True) -> os.stat_result:
        if path.parent == closed.parent:
            raise OSError(5, "Input/output error")
        return stat(path, follow_symlinks=follow_symlinks)

    with worked_on(closed, copies, "yes") as stay:
        with monkeypatch.context() as patched:
            patched.setattr(Path, "stat", stuttering)
            with pytest.raises(AppError, match=r"file\.unwritable"):
                begun(closed, copies)
            with pytest.raises(AppError, match=r"file\.unwritable"):
                Stay.begin_new(closed, copies, "layla", at(1))
            with pytest.raises(AppError, match=r"file\.unwritable"):
                stay._home.put_beside(stay.local, at(1))
        assert stay.end(at(2)) is None
    assert said_in(closed) == "yes"


def test_a_copy_that_cannot_be_read_stays_until_it_can(
    closed: Path, copies: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unread(_path: Path) -> str:
        raise OSError(5, "Input/output error")

    with worked_on(closed, copies, "yes") as stay:
        with monkeypatch.context() as patched:
            patched.setattr(f"{Home.__module__}.digest_of", unread)
            with pytest.raises(AppError, match=r"workspace\.not_put_back"):
                stay.end(at(1))
        assert stay.end(at(2)) is None
    assert said_in(closed) == "yes"


@pytest.mark.parametrize("mode", [0o600, 0o660])
def test_what_is_put_back_is_as_readable_as_before(
    closed: Path, copies: Path, mode: int
) -> None:
    closed.chmod(mode)
    with worked_on(closed, copies, "yes") as stay:
        stay.end(at(1))
    assert closed.stat().st_mode & 0o777 == mode


def test_a_file_marked_read_only_is_left_alone(closed: Path, copies: Path) -> None:
    closed.chmod(0o444)
    with pytest.raises(AppError, match=r"workspace\.read_only"):
        begun(closed, copies)
    assert list(closed.parent.iterdir()) == [closed]


def test_a_copy_that_was_taken_away_while_open_is_put_beside_the_original(
    closed: Path, copies: Path
) -> None:
    put_aside(begun(closed, copies))
    again = begun(closed, copies)
    assert again.notice is not None
    assert again.notice.code == "workspace.diverged"
    assert said_in(closed.with_name(str(again.notice.context["other"]))) == "yes"
    assert again.end(at(1)) is None
    assert said_in(closed) is None


@pytest.mark.parametrize("came", [False, True])
def test_a_log_that_alone_could_be_put_aside_is_brought_out_too(
    closed: Path, copies: Path, monkeypatch: pytest.MonkeyPatch, came: bool
) -> None:
    def full(*_: object) -> None:
        raise AppError("disk.full", path=str(copies))

    before = closed.read_bytes()
    stay = begun(closed, copies)
    workspace = reopened(stay.local)
    workspace.save("r1", [change(CHOICE, "yes")], LAYLA.id, AT)
    moved = stay.local.rename(copies / "moved")
    if came:
        stay.local.write_bytes(b"what came")
    with monkeypatch.context() as patched:
        patched.setattr(f"{Ending.__module__}.back_up_through", full)
        patched.setattr(Ending, "_pour_into", full)
        with pytest.raises(AppError, match=r"workspace\.log_aside"):
            workspace.close()
    told = stay.end(at(1))
    assert told is not None
    assert told.code == "workspace.log_aside"
    assert closed.read_bytes() == before
    log = closed.with_name(str(told.context["other"]))
    saved = log.with_name(log.name.removesuffix("-wal"))
    moved.rename(saved)
    assert said_in(saved) == "yes"
    assert not stay.local.parent.exists()


def test_what_came_in_the_copys_place_is_not_put_back(
    closed: Path, copies: Path
) -> None:
    before = closed.read_bytes()
    stay = begun(closed, copies)
    put_aside(stay)
    shutil.copy(closed, stay.local)
    came = reopened(stay.local)
    came.save("r1", [change(CHOICE, "no")], LAYLA.id, AT)
    came.close()
    told = stay.end(at(1))
    assert told is not None
    assert closed.read_bytes() == before
    assert said_in(closed.with_name(str(told.context["other"]))) == "yes"
    said = {said_in(each) for each in closed.parent.iterdir()}
    assert said == {None, "yes", "no"}
    assert not stay.local.exists()


def test_a_refused_opening_leaves_what_was_put_aside(
    closed: Path, copies: Path
) -> None:
    stay = begun(closed, copies)
    put_aside(stay)
    stay.leave()
    assert begun(closed, copies).notice is not None


def test_what_a_killed_program_had_begun_does_not_stay_in_the_clear(
    closed: Path, copies: Path
) -> None:
    stay = begun(closed, copies)
    here = stay.local.with_name(f".{'0a' * 16}.back")
    there = closed.with_name(f".{closed.name}.{'0b' * 16}.new")
    for each in (here, here.with_name(f"{here.name}-wal"), there):
        shutil.copy(closed, each)
    begun(closed, copies)
    assert {each.name for each in here.parent.iterdir()} == {closed.name, "origin.json"}
    assert set(closed.parent.iterdir()) == {closed, note_path(closed)}


def test_the_home_of_a_working_copy_is_its_original(closed: Path, copies: Path) -> None:
    stay = begun(closed, copies)
    workspace = Workspace.open(stay.local, writing=False)
    assert workspace.home == stay.local
    workspace.stay = stay
    assert workspace.home == closed
    workspace.close()


def test_a_note_that_nobody_can_read_holds_nobody_up(
    closed: Path, copies: Path
) -> None:
    note_path(closed).write_bytes(b"[" * 100_000)
    stay = begun(closed, copies)
    assert stay.end(at(1)) is None
    assert not note_path(closed).exists()


def test_a_log_that_is_put_beside_is_as_readable_as_the_original(
    closed: Path, copies: Path
) -> None:
    closed.chmod(0o600)
    stay = begun(closed, copies)
    workspace = reopened(stay.local)
    workspace.save("r1", [change(CHOICE, "yes")], LAYLA.id, AT)
    target = closed.with_name("beside.focalpoint")
    stay.copy_beside(target)
    workspace.close()
    log = companions(target)[0]
    assert log.stat().st_size > 0
    assert {each.stat().st_mode & 0o777 for each in (target, log)} == {0o600}


def silent(folder: Path) -> Callable[..., os.stat_result]:
    """A disk that says nothing of what lies below."""
    stat = Path.stat

    def stuttering(path: Path, *, follow_symlinks: bool = True) -> os.stat_result:
        if path.is_relative_to(folder):
            raise OSError(5, "Input/output error")
        return stat(path, follow_symlinks=follow_symlinks)

    return stuttering


def test_a_profile_whose_disk_does_not_answer_is_told_and_loses_nothing(
    closed: Path, copies: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with worked_on(closed, copies, "yes") as stay:
        with monkeypatch.context() as patched:
            patched.setattr(Path, "stat", silent(copies))
            with pytest.raises(AppError, match=r"file\.unwritable"):
                stay._take_up(at(1))
            with pytest.raises(AppError, match=r"file\.unwritable"):
                stay.leave()
            with pytest.raises(AppError, match=r"workspace\.not_put_back"):
                stay.end(at(1))
        assert stay.end(at(2)) is None
    assert said_in(closed) == "yes"
