"""The place goes away under us: a stick, a folder, the file itself, the clock."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from focalpoint_app.domain.errors import AppError
from focalpoint_app.storage import Workspace
from focalpoint_app.storage.backups.restoring import restore
from tests.storage.mounts import fill, make_read_only, small_disk
from tests.storage.samples import (
    AT,
    CHOICE,
    LAYLA,
    at,
    change,
    local,
    new_workspace,
    reopened,
)

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs mounts")


def test_a_stick_that_turns_read_only_refuses_the_save_and_keeps_the_last() -> None:
    with small_disk(4_096) as folder:
        workspace = new_workspace(folder / "w.focalpoint")
        workspace.save("r1", [change(CHOICE, "yes")], LAYLA.id, AT)
        subprocess.run(["sync"], check=True)
        copy = folder / "copy.focalpoint"
        workspace.backup(copy)
        workspace.close()
        make_read_only(folder)
        with pytest.raises(AppError) as caught:
            reopened(folder / "w.focalpoint")
        assert caught.value.code == "workspace.read_only"
        reader = reopened(folder / "w.focalpoint", writing=False)
        assert reader.fields("r1") == {CHOICE: "yes"}
        reader.close()


def test_a_folder_deleted_under_us_makes_no_backup_there_and_nothing_else(
    workspace: Workspace, tmp_path: Path
) -> None:
    gone = tmp_path / "stick"
    gone.mkdir()
    workspace.backup(gone / "first.focalpoint")
    shutil.rmtree(gone)
    with pytest.raises(AppError) as caught:
        workspace.backup(gone / "second.focalpoint")
    assert caught.value.code == "file.unwritable"
    workspace.save("r1", [change(CHOICE, "yes")], LAYLA.id, AT)
    assert workspace.fields("r1") == {CHOICE: "yes"}


def refused_closing(workspace: Workspace) -> AppError:
    with pytest.raises(AppError) as caught:
        workspace.close()
    return caught.value


@pytest.mark.parametrize("fate", ["replaced", "moved", "deleted"])
def test_a_file_replaced_under_us_takes_nothing_and_loses_nothing(
    closed: Path, tmp_path: Path, fate: str
) -> None:
    other = closed.read_bytes()
    workspace = reopened(closed)
    workspace.save("r1", [change(CHOICE, "yes")], LAYLA.id, AT)
    if fate == "replaced":
        incoming = tmp_path / "incoming"
        incoming.write_bytes(other)
        incoming.replace(closed)
    elif fate == "moved":
        closed.rename(tmp_path / "moved")
    else:
        closed.unlink()
    with pytest.raises(AppError) as caught:
        workspace.save("r1", [change(CHOICE, "no")], LAYLA.id, AT)
    assert caught.value.code == "workspace.replaced"
    told = refused_closing(workspace)
    assert told.code == "workspace.put_aside"
    saved = closed.with_name(str(told.context["other"]))
    assert saved.name == f"{closed.stem}.was-1.focalpoint"
    reader = reopened(saved, writing=False)
    assert reader.fields("r1") == {CHOICE: "yes"}
    reader.close()
    left = {each for each in closed.parent.iterdir() if each.is_file()}
    assert left == {saved} | ({closed} if fate == "replaced" else set())
    if fate == "replaced":
        assert closed.read_bytes() == other


def test_a_log_that_cannot_be_saved_whole_is_put_aside_and_named(
    tmp_path: Path,
) -> None:
    with small_disk(4_096) as folder:
        path = folder / "w.focalpoint"
        workspace = new_workspace(path)
        workspace.save("r1", [change(CHOICE, "yes")], LAYLA.id, AT)
        moved, other = tmp_path / "moved", b"what came"
        shutil.copyfile(path, moved)
        path.unlink()
        path.write_bytes(other)
        filler = fill(folder)
        told = refused_closing(workspace)
        assert told.code == "workspace.log_aside"
        assert told.context["other"] == "w.was-1.focalpoint-wal"
        assert path.read_bytes() == other
        filler.unlink()
        assert {each.name for each in folder.iterdir()} == {path.name, log_name(path)}
        shutil.copyfile(moved, folder / "w.was-1.focalpoint")
        reader = reopened(folder / "w.was-1.focalpoint", writing=False)
        assert reader.fields("r1") == {CHOICE: "yes"}
        reader.close()


def test_a_folder_that_says_nothing_of_a_lost_files_names_is_told(
    closed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stat = Path.stat

    def stuttering(path: Path, *, follow_symlinks: bool = True) -> os.stat_result:
        if ".was-" in path.name:
            raise OSError(5, "Input/output error")
        return stat(path, follow_symlinks=follow_symlinks)

    workspace = reopened(closed)
    workspace.save("r1", [change(CHOICE, "yes")], LAYLA.id, AT)
    closed.rename(closed.with_name("moved"))
    monkeypatch.setattr(Path, "stat", stuttering)
    assert refused_closing(workspace).code == "file.unwritable"
    assert closed.with_name(closed.name + "-wal").exists()


def log_name(path: Path) -> str:
    return f"{path.stem}.was-1{path.suffix}-wal"


def test_a_folder_that_does_not_answer_is_not_taken_for_a_lost_file(
    closed: Path,
) -> None:
    workspace = reopened(closed)
    workspace.save("r1", [change(CHOICE, "yes")], LAYLA.id, AT)
    with unanswering(closed.parent):
        with pytest.raises(AppError) as caught:
            workspace.save("r1", [change(CHOICE, "no")], LAYLA.id, AT)
        assert caught.value.code == "workspace.unwritable"
    workspace.save("r1", [change(CHOICE, "in_part")], LAYLA.id, AT)
    with unanswering(closed.parent):
        assert refused_closing(workspace).code == "workspace.unwritable"
    assert closed.with_name(f"{closed.name}-wal").exists()
    again = reopened(closed)
    assert again.fields("r1") == {CHOICE: "in_part"}
    again.close()


@contextmanager
def unanswering(folder: Path) -> Iterator[None]:
    """Its name leads in a circle: the system says neither yes nor no."""
    away = folder.rename(folder.with_name("away"))
    folder.symlink_to(folder)
    try:
        yield
    finally:
        folder.unlink()
        away.rename(folder)


def test_a_clock_set_back_keeps_the_order_and_the_chain(workspace: Workspace) -> None:
    for minutes, said in ((0, "yes"), (-500, "no"), (-1_000, "in_part")):
        workspace.save("r1", [change(CHOICE, said)], LAYLA.id, at(minutes))
        workspace.seal("r1", None, at(minutes))
    contents = [each.content for each in workspace.history("r1", CHOICE)]
    assert contents == ["yes", "no", "in_part"]
    assert workspace.verify_chain("r1") == ()


def test_a_restore_cut_short_at_any_rename_leaves_a_whole_file(
    closed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = reopened(closed)
    backup = tmp_path / "backup.focalpoint"
    workspace.backup(backup)
    workspace.save("r1", [change(CHOICE, "no")], LAYLA.id, AT)
    workspace.close()
    before = closed.read_bytes()
    original = Path.replace

    def pulled(self: Path, target: str | os.PathLike[str]) -> Path:
        if self.suffix == ".restored":
            raise OSError(5, "Input/output error")
        return original(self, target)

    monkeypatch.setattr(Path, "replace", pulled)
    with pytest.raises(AppError) as caught:
        restore(backup, closed, AT, judge=local)
    assert caught.value.code == "file.unwritable"
    assert closed.read_bytes() == before
    left = [each.name for each in closed.parent.iterdir() if each != closed]
    assert len(left) == 1
    assert "replaced-" in left[0]
