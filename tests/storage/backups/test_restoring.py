"""A backup takes a workspace's place whole; what was there is kept."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from focalpoint_app.domain.errors import AppError
from focalpoint_app.storage import Place, PlaceKind, Workspace
from focalpoint_app.storage.backups.restoring import name_to_keep, restore
from tests.storage.other_program import holding
from tests.storage.samples import AT, CHOICE, LAYLA, change, local, reopened


@pytest.fixture
def backup(closed: Path, tmp_path: Path) -> Path:
    """Says *yes*, where the workspace then says *no*."""
    workspace = reopened(closed)
    workspace.save("r1", [change(CHOICE, "yes")], LAYLA.id, AT)
    target = tmp_path / "backup.focalpoint"
    workspace.backup(target)
    workspace.save("r1", [change(CHOICE, "no")], LAYLA.id, AT)
    workspace.close()
    return target


def said(path: Path) -> object:
    reader = reopened(path, writing=False)
    try:
        return reader.fields("r1").get(CHOICE)
    finally:
        reader.close()


def put_back(backup: Path, path: Path) -> Path | None:
    return restore(backup, path, AT, judge=local)


def names(path: Path) -> list[str]:
    return sorted(each.name for each in path.parent.iterdir())


def test_the_backup_takes_the_place_and_the_newer_work_is_kept(
    closed: Path, backup: Path
) -> None:
    kept = put_back(backup, closed)
    assert kept is not None
    assert kept.name == "دولة XAA #1?.replaced-20261122-093000.focalpoint"
    assert (said(closed), said(kept), said(backup)) == ("yes", "no", "yes")
    assert names(closed) == sorted([closed.name, kept.name])


def test_restoring_twice_in_a_second_keeps_both(closed: Path, backup: Path) -> None:
    first, second = put_back(backup, closed), put_back(backup, closed)
    assert first is not None
    assert second is not None
    assert (said(first), said(second)) == ("no", "yes")


def test_a_file_that_is_gone_comes_back(closed: Path, backup: Path) -> None:
    closed.unlink()
    assert put_back(backup, closed) is None
    assert said(closed) == "yes"


def test_a_damaged_file_is_replaced_and_kept_as_it_is(
    closed: Path, backup: Path
) -> None:
    damaged = closed.read_bytes()[:30_000]
    closed.write_bytes(damaged)
    kept = put_back(backup, closed)
    assert kept is not None
    assert kept.read_bytes() == damaged
    assert said(closed) == "yes"


def test_a_killed_programs_log_never_plays_into_the_restored_file(
    closed: Path, backup: Path
) -> None:
    with holding(closed) as other:
        other.kill()
    assert closed.with_name(closed.name + "-wal").exists()
    kept = put_back(backup, closed)
    assert kept is not None
    assert (said(closed), said(kept)) == ("yes", "yes")  # The other program's *yes*.
    lines = [name for name in names(closed) if name.endswith(("-wal", "-shm"))]
    assert lines == []


def test_a_damaged_files_log_goes_with_it(closed: Path, backup: Path) -> None:
    log = closed.with_name(closed.name + "-wal")
    with holding(closed) as other:
        other.kill()
    content = bytearray(closed.read_bytes())
    content[100:4096] = os.urandom(3996)
    closed.write_bytes(content)
    left = log.read_bytes()
    kept = put_back(backup, closed)
    assert kept is not None
    assert not log.exists()
    if kept.with_name(kept.name + "-wal").exists():
        assert kept.with_name(kept.name + "-wal").read_bytes() == left
    assert said(closed) == "yes"


@pytest.mark.parametrize("content", [b"", b"a letter", b"SQLite format 3\0" * 300])
def test_what_is_no_workspace_is_not_replaced(
    closed: Path, backup: Path, content: bytes
) -> None:
    closed.write_bytes(content)
    with pytest.raises(AppError, match=r"workspace\.foreign"):
        put_back(backup, closed)
    assert closed.read_bytes() == content


def test_what_is_no_backup_changes_nothing(closed: Path, backup: Path) -> None:
    before = closed.read_bytes()
    backup.write_bytes(backup.read_bytes()[:20_000])
    with pytest.raises(AppError, match=r"workspace\.damaged"):
        put_back(backup, closed)
    assert closed.read_bytes() == before
    assert names(closed) == [closed.name]


def test_a_file_is_not_restored_from_itself(closed: Path) -> None:
    with pytest.raises(AppError, match=r"file\.same"):
        put_back(closed, closed)


def test_a_file_that_is_open_elsewhere_is_not_replaced(
    closed: Path, backup: Path
) -> None:
    with holding(closed), pytest.raises(AppError, match=r"workspace\.already_open"):
        put_back(backup, closed)


def test_a_network_drive_is_refused_before_anything_is_written(
    closed: Path, backup: Path
) -> None:
    before = closed.read_bytes()
    workspace = Workspace.open(closed, writing=False)
    workspace.close()
    with pytest.raises(AppError, match=r"workspace\.on_network"):
        restore(backup, closed, AT, judge=_shared)
    assert closed.read_bytes() == before
    assert names(closed) == [closed.name]


def _shared(_path: Path) -> Place:
    return Place(PlaceKind.NETWORK, "cifs")


def test_a_folder_that_does_not_answer_is_told(
    closed: Path, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stuttering(path: Path, *, follow_symlinks: bool = True) -> os.stat_result:
        raise OSError(5, f"Input/output error: {path} {follow_symlinks}")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "stat", stuttering)
        with pytest.raises(AppError, match=r"file\.unwritable"):
            name_to_keep(closed, AT)
        with pytest.raises(AppError, match=r"file\.unwritable"):
            restore(backup, closed, AT, judge=local)
    assert said(closed) == "no"
