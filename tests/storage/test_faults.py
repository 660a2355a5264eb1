"""A disk without room: the sentence is right, nothing is torn, and it goes on."""

from __future__ import annotations

import itertools
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Pool, event

from focalpoint_app.domain.content import FieldKey, Step
from focalpoint_app.domain.errors import AppError
from focalpoint_app.storage import Workspace
from focalpoint_app.storage.turns import Turns
from tests.storage.mounts import fill, make_read_only, small_disk
from tests.storage.samples import (
    AT,
    CHOICE,
    LAW,
    LAYLA,
    NARRATIVE,
    PROFILE,
    change,
    local,
    new_workspace,
    text,
)

LONG = "نص طويل جدا " * 40_000
UNLIMITED = 4_294_967_294


class Disk:
    """Lets the file grow to ``pages`` of 4096 bytes, as a full disk would."""

    def __init__(self) -> None:
        self.pages = UNLIMITED

    def apply(self, connection: Any, *_: object) -> None:
        connection.execute(f"PRAGMA max_page_count = {self.pages}")


@pytest.fixture
def disk() -> Iterator[Disk]:
    made = Disk()
    event.listen(Pool, "checkout", made.apply)
    yield made
    made.pages = UNLIMITED
    event.remove(Pool, "checkout", made.apply)


def _save(workspace: Workspace) -> None:
    changes = (change(CHOICE, "no"), change(NARRATIVE, text(LONG)))
    workspace.save("r1", changes, LAYLA.id, AT, Step("s", "typing", "q", changes))


def _seal(workspace: Workspace) -> None:
    workspace.seal("r1", None, AT)


def _publish(workspace: Workspace) -> None:
    keys = [FieldKey(f"q{n}", NARRATIVE.field, "ar") for n in range(300)]
    changes = tuple(change(key, text(LONG[:4_000])) for key in keys)
    workspace.publish("r1", Step("i", "import", "q", changes), [LAW], LAYLA.id, AT)


@pytest.mark.parametrize("act", [_save, _publish])
def test_a_full_disk_takes_nothing_half_and_goes_on_when_there_is_room(
    disk: Disk, path: Path, act: Callable[[Workspace], None]
) -> None:
    workspace = new_workspace(path)
    workspace.save("r1", [change(CHOICE, "yes")], LAYLA.id, AT)
    disk.pages = 1  # SQLite takes what the file has now.
    with pytest.raises(AppError) as caught:
        act(workspace)
    assert caught.value.code == "disk.full"
    assert workspace.fields("r1") == {CHOICE: "yes"}
    assert (workspace.undo_steps("r1"), workspace.sources()) == ((), ())
    disk.pages = UNLIMITED
    act(workspace)
    assert len(workspace.fields("r1")) > 1
    assert len(workspace.undo_steps("r1")) == 1
    workspace.close()


def test_an_import_is_done_once_it_is_seen_and_the_rest_waits_for_room(
    disk: Disk, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = new_workspace(path)
    pauses = itertools.count(1)

    def fill_when_prepared(_turns: Turns) -> None:
        disk.pages = 1 if next(pauses) == 24 else disk.pages

    monkeypatch.setattr(Turns, "let_in", fill_when_prepared)
    _publish(workspace)
    assert next(pauses) == 25  # Nothing could be moved.
    assert len(workspace.fields("r1")) == 300
    for act in (_seal, _publish):
        with pytest.raises(AppError) as caught:
            act(workspace)
        assert caught.value.code == "disk.full"
    assert (len(workspace.undo_steps("r1")), workspace.sources()) == (1, (LAW,))
    disk.pages = UNLIMITED
    assert len(workspace.seal("r1", None, AT)) == 300
    assert workspace.verify_chain("r1") == ()
    workspace.close()


def test_a_full_disk_seals_nothing_half(disk: Disk, path: Path) -> None:
    workspace = new_workspace(path)
    workspace.save("r1", [change(NARRATIVE, text(LONG))], LAYLA.id, AT)
    disk.pages = 1
    with pytest.raises(AppError) as caught:
        workspace.seal("r1", None, AT)
    assert caught.value.code == "disk.full"
    assert workspace.history("r1", NARRATIVE) == ()
    disk.pages = UNLIMITED
    assert len(workspace.seal("r1", None, AT)) == 1
    assert workspace.verify_chain("r1") == ()
    workspace.close()


@contextmanager
def files_of_at_most(size: int) -> Iterator[None]:
    """Writes beyond fail, as on a stick that was pulled out."""
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


unix_only = pytest.mark.skipif(sys.platform == "win32", reason="needs rlimits")


@unix_only
def test_a_failing_write_loses_nothing_that_was_saved(workspace: Workspace) -> None:
    workspace.save("r1", [change(CHOICE, "yes")], LAYLA.id, AT)
    with files_of_at_most(300_000), pytest.raises(AppError) as caught:
        _save(workspace)
    assert caught.value.code == "workspace.unwritable"
    assert workspace.fields("r1") == {CHOICE: "yes"}
    _save(workspace)
    assert workspace.fields("r1")[CHOICE] == "no"


@unix_only
def test_a_workspace_that_cannot_be_written_whole_is_not_there(path: Path) -> None:
    with files_of_at_most(20_000), pytest.raises(AppError) as caught:
        Workspace.create(path, PROFILE, AT, judge=local)
    assert caught.value.code == "workspace.unwritable"
    assert list(path.parent.iterdir()) == []


@unix_only
def test_a_backup_that_fails_leaves_the_last_one(workspace: Workspace) -> None:
    target = workspace.path.with_name("backup.focalpoint")
    target.write_bytes(b"the last one")
    with files_of_at_most(20_000), pytest.raises(AppError):
        workspace.backup(target)
    assert target.read_bytes() == b"the last one"
    names = {each.name.removeprefix(workspace.path.name) for each in _files(target)}
    assert names == {"", "-wal", "-shm", ".lock", "backup.focalpoint"}


def _files(path: Path) -> list[Path]:
    return list(path.parent.iterdir())


@pytest.fixture
def disk_folder() -> Iterator[Path]:
    """A real file system of one and a half megabytes."""
    with small_disk(1536) as folder:
        yield folder


def test_a_really_full_disk_takes_nothing_half(disk_folder: Path) -> None:
    workspace = new_workspace(disk_folder / "w.focalpoint")
    workspace.save("r1", [change(CHOICE, "yes")], LAYLA.id, AT)
    filler = fill(disk_folder)
    with pytest.raises(AppError) as caught:
        _save(workspace)
    assert caught.value.code == "disk.full"
    assert workspace.fields("r1") == {CHOICE: "yes"}
    filler.unlink()
    workspace.save("r1", [change(CHOICE, "no")], LAYLA.id, AT)
    assert workspace.fields("r1") == {CHOICE: "no"}
    workspace.close()


def test_no_room_for_a_new_workspace_leaves_nothing(disk_folder: Path) -> None:
    filler = fill(disk_folder)
    with pytest.raises(AppError) as caught:
        new_workspace(disk_folder / "w.focalpoint")
    assert caught.value.code == "disk.full"
    assert list(disk_folder.iterdir()) == [filler]


@pytest.mark.parametrize("leaving", [0, 182_000, 222_880])
def test_a_full_disk_is_told_by_the_name_the_user_gave(
    disk_folder: Path, leaving: int
) -> None:
    fill(disk_folder, leaving)
    path = disk_folder / "w.focalpoint"
    with pytest.raises(AppError) as caught:
        new_workspace(path)
    assert caught.value.context == {"path": str(path)}


def test_a_full_disk_tells_the_backup_by_its_name(
    workspace: Workspace, disk_folder: Path
) -> None:
    workspace.save("r1", [change(NARRATIVE, text(LONG))], LAYLA.id, AT)
    target = disk_folder / "backup.focalpoint"
    filler = fill(disk_folder)
    with pytest.raises(AppError) as caught:
        workspace.backup(target)
    assert caught.value.context == {"path": str(target)}
    assert list(disk_folder.iterdir()) == [filler]


def test_a_full_disk_refuses_to_open_for_writing(disk_folder: Path) -> None:
    path = disk_folder / "w.focalpoint"
    new_workspace(path).close()
    filler = fill(disk_folder)
    with pytest.raises(AppError) as caught:
        Workspace.open(path, writing=True, holder="ليلى", judge=local)
    assert (caught.value.code, caught.value.context) == (
        "disk.full",
        {"path": str(path)},
    )
    assert sorted(disk_folder.iterdir()) == sorted([filler, path])


def test_a_disk_that_may_only_be_read_takes_no_new_workspace(
    disk_folder: Path,
) -> None:
    make_read_only(disk_folder)
    path = disk_folder / "w.focalpoint"
    with pytest.raises(AppError) as caught:
        new_workspace(path)
    assert (caught.value.code, caught.value.context) == (
        "file.unwritable",
        {"path": str(path)},
    )
