"""A machine that sleeps, a clock that jumps, a stick that goes, a copy handed over."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.rolling import Reason
from focalpoint_app.storage import Workspace, database
from focalpoint_app.storage.file.files import companions
from focalpoint_app.storage.repair.doctoring import examine
from tests.storage.mounts import small_disk
from tests.storage.other_program import holding
from tests.storage.samples import (
    AT,
    CHOICE,
    LAYLA,
    NARRATIVE,
    at,
    change,
    new_workspace,
    reopened,
    text,
)
from tests.storage.waits import stopping_after

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs signals")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "w.focalpoint"
    new_workspace(found).close()
    return found


def test_a_program_that_was_put_to_sleep_holds_its_file_and_goes_on(
    path: Path,
) -> None:
    with holding(path) as other:
        os.kill(other.pid, signal.SIGSTOP)
        with pytest.raises(AppError, match=r"workspace\.already_open"):
            reopened(path)
        reader = reopened(path, writing=False)
        assert reader.fields("r1") == {CHOICE: "yes"}
        reader.close()
        os.kill(other.pid, signal.SIGCONT)
        assert other.stdin is not None
        other.stdin.write("\n")
        other.stdin.flush()
        assert other.wait(timeout=120) == 0
    workspace = reopened(path)
    assert workspace.fields("r1") == {CHOICE: "yes"}
    workspace.close()
    assert examine(path).problems == ()


def test_a_sleeping_program_that_is_killed_lets_the_next_one_in(path: Path) -> None:
    with holding(path) as other:
        os.kill(other.pid, signal.SIGSTOP)
        other.kill()
        other.wait(timeout=120)
        workspace = reopened(path)
        assert workspace.fields("r1") == {CHOICE: "yes"}
        workspace.close()


@pytest.mark.parametrize("hours", [-48, 24 * 365 * 5])
def test_a_clock_that_jumps_stops_no_backup_and_turns_no_order(
    path: Path, tmp_path: Path, hours: int
) -> None:
    jumped = datetime.now(UTC) + timedelta(hours=hours)
    workspace = reopened(path)
    workspace.save("r1", [change(CHOICE, "yes")], LAYLA.id, AT)
    workspace.seal("r1", None, AT)
    first = workspace.shelve(tmp_path / "shelf", Reason.HOUR, datetime.now(UTC))
    workspace.save("r1", [change(CHOICE, "no")], LAYLA.id, jumped)
    workspace.seal("r1", None, jumped)
    second = workspace.shelve(tmp_path / "shelf", Reason.HOUR, jumped)
    said = [each.content for each in workspace.history("r1", CHOICE)]
    assert said == ["yes", "no"]
    assert first.exists()
    assert second.exists()
    workspace.close()
    assert examine(path).problems == ()


def test_a_stick_that_is_pulled_out_takes_what_was_saved_with_it() -> None:
    """With its log beside it, whatever came after: it opens as it was last saved."""
    with small_disk(8_192) as folder:
        kept = folder / "kept"
        kept.mkdir()
        workspace = new_workspace(folder / "w.focalpoint")
        workspace.save("r1", [change(CHOICE, "yes")], LAYLA.id, AT)
        for each in (workspace.path, *companions(workspace.path)):
            if each.exists():  # What the stick holds at the moment it is pulled.
                shutil.copy(each, kept / each.name)
        workspace.save("r1", [change(CHOICE, "no")], LAYLA.id, at(1))
        found = reopened(kept / "w.focalpoint")
        assert found.fields("r1") == {CHOICE: "yes"}
        found.close()
        workspace.close()


def test_the_place_unmounted_under_us_tells_and_tears_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=8192k", "tmpfs", str(folder)]
    if subprocess.run(command, check=False, capture_output=True).returncode:
        pytest.skip("file systems may not be mounted here; the shim's *gone* stands in")
    workspace = new_workspace(folder / "w.focalpoint")
    workspace.save("r1", [change(CHOICE, "yes")], LAYLA.id, AT)
    subprocess.run(["umount", "-l", str(folder)], check=True)
    with pytest.raises(AppError, match=r"workspace\.replaced"):
        workspace.save("r1", [change(CHOICE, "no")], LAYLA.id, at(1))
    assert workspace.fields("r1") == {CHOICE: "yes"}
    with pytest.raises(AppError, match=r"workspace\.put_aside") as caught:
        workspace.close()
    (saved,) = folder.iterdir()  # Put where its folder's name still is.
    assert saved.name == caught.value.context["other"]
    reader = reopened(saved, writing=False)
    assert reader.fields("r1") == {CHOICE: "yes"}
    reader.close()


def test_a_copy_to_hand_over_is_one_complete_file_while_others_write(
    path: Path, tmp_path: Path
) -> None:
    workspace = reopened(path)
    workspace.save("r1", [change(NARRATIVE, text("نص " * 9_000))], LAYLA.id, AT)
    handed = tmp_path / "handed" / "w.focalpoint"
    handed.parent.mkdir()
    workspace.backup(handed)
    workspace.save("r1", [change(CHOICE, "no")], LAYLA.id, at(1))
    assert list(handed.parent.iterdir()) == [handed]
    assert examine(handed).problems == ()
    reader = Workspace.open(handed, writing=False)
    assert reader.fields("r1") == {NARRATIVE: text("نص " * 9_000)}
    reader.close()
    workspace.close()


def test_waiting_for_a_sleeping_writer_ends_in_a_sentence(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No save hangs for good behind another program's lock."""
    assert database.BUSY_SECONDS < 5
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.1)
    workspace = reopened(path)
    code = (
        "import sqlite3, sys, time\n"
        "raw = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "raw.execute('BEGIN IMMEDIATE')\n"
        "print('locked', flush=True); time.sleep(60)\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(path)], stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "locked\n"
        os.kill(other.pid, signal.SIGSTOP)
        with stopping_after(120), pytest.raises(AppError, match=r"workspace\.busy"):
            workspace.save("r1", [change(CHOICE, "no")], LAYLA.id, AT)
        other.kill()
    workspace.save("r1", [change(CHOICE, "no")], LAYLA.id, AT)
    workspace.close()
