"""What a killed program had begun in a folder goes with the next act there."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from focalpoint_app.storage.file.files import making
from focalpoint_app.storage.file.left_behind import sweep
from tests.storage.samples import closed_workspace, reopened

UUID = "0a" * 16


def left(folder: Path, name: str, age: float = 120) -> Path:
    path = folder / name
    path.write_bytes(b"half")
    then = time.time() - age
    os.utime(path, (then, then))
    return path


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return closed_workspace(tmp_path / "w.focalpoint")


@pytest.mark.parametrize("ending", ["new", "migrating", "new-wal", "restored-shm"])
@pytest.mark.parametrize("name", ["w.focalpoint", "other.focalpoint"])
def test_opening_sweeps_the_folder(file: Path, name: str, ending: str) -> None:
    begun = left(file.parent, f".{name}.{UUID}.{ending}")
    reopened(file).close()
    assert not begun.exists()


def test_so_does_making_a_file_of_any_name(tmp_path: Path) -> None:
    begun = left(tmp_path, f".saved.db.{UUID}.new")
    target = tmp_path / "saved.db"
    with making(target, tmp_path / f".saved.db.{'0b' * 16}.new"):
        assert not begun.exists()


def test_a_migration_that_was_killed_just_now_goes_with_the_lock(file: Path) -> None:
    begun = left(file.parent, f".{file.name}.{UUID}.migrating", age=0)
    reopened(file).close()
    assert not begun.exists()


@pytest.mark.parametrize(
    ("name", "age"),
    [
        (f".w.focalpoint.{UUID}.new", 0),
        (f".notes.txt.{UUID}.new", 120),
        (f"w.focalpoint.{UUID}.new", 120),
        (".w.focalpoint.new", 120),
    ],
)
def test_what_is_young_or_of_others_stays(file: Path, name: str, age: float) -> None:
    begun = left(file.parent, name, age)
    reopened(file).close()
    assert begun.exists()


def test_what_a_living_program_makes_stays_and_goes_once_it_is_killed(
    tmp_path: Path,
) -> None:
    made = tmp_path / f".w.focalpoint.{UUID}.new"
    with maker(made) as process:
        log = left(tmp_path, f"{made.name}-wal")
        os.utime(made, (0, 0))
        sweep(tmp_path / "w.focalpoint")
        assert made.exists()
        assert log.exists()
        process.send_signal(signal.SIGKILL)
        process.wait()
    sweep(tmp_path / "w.focalpoint")
    assert list(tmp_path.iterdir()) == []


@contextmanager
def maker(made: Path) -> Iterator[subprocess.Popen[bytes]]:
    """It has begun a file, and says so."""
    said = (
        "import sys; from pathlib import Path\n"
        "from focalpoint_app.storage.file.files import making\n"
        "made = Path(sys.argv[1])\n"
        "with making(made.with_name('w.focalpoint'), made):\n"
        "    print('begun', flush=True); sys.stdin.read()\n"
    )
    command = [sys.executable, "-c", said, str(made)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"begun\n"
        yield process
