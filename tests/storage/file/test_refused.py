"""What is no whole workspace of ours is named, and left as it is."""

import os
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

import pytest

from focalpoint_app.domain.errors import AppError
from focalpoint_app.storage.file.away_note import read_note
from focalpoint_app.storage.schema import APPLICATION_ID, SCHEMA_VERSION
from tests.storage.file.folders import refusal
from tests.storage.samples import closed_workspace, reopened
from tests.storage.waits import stopping_after


def _text(path: Path) -> None:
    path.write_text("مجرد نص " * 40)


def _empty(path: Path) -> None:
    path.touch()


def _other_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("CREATE TABLE t (a)")


def _newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw:
        raw.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        raw.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
        raw.execute("CREATE TABLE t (a)")


def _cut(path: Path) -> None:
    closed_workspace(path)
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])


def _scribbled(path: Path) -> None:
    closed_workspace(path)
    content = bytearray(path.read_bytes())
    for page in range(4096, len(content), 4096):
        content[page : page + 64] = b"\xa5" * 64
    path.write_bytes(content)


def _header_only(path: Path) -> None:
    closed_workspace(path)
    path.write_bytes(path.read_bytes()[:100])


BAD: list[tuple[Callable[[Path], None], str]] = [
    (_text, "workspace.foreign"),
    (_empty, "workspace.foreign"),
    (_other_database, "workspace.foreign"),
    (_newer, "workspace.newer"),
    (_cut, "workspace.damaged"),
    (_scribbled, "workspace.damaged"),
    (_header_only, "workspace.damaged"),
]


@pytest.mark.parametrize("writing", [True, False])
@pytest.mark.parametrize(("make", "code"), BAD)
def test_what_is_not_a_whole_workspace_of_ours_is_left_alone(
    path: Path, make: Callable[[Path], None], code: str, writing: bool
) -> None:
    make(path)
    error = refusal(path, writing=writing)
    assert error.code == code
    assert error.context["path"] == str(path)


def test_a_newer_file_says_its_version(path: Path) -> None:
    _newer(path)
    assert refusal(path, writing=True).context["version"] == SCHEMA_VERSION + 1


@pytest.mark.parametrize("writing", [True, False])
def test_what_is_not_there_is_said_so(path: Path, writing: bool) -> None:
    assert refusal(path, writing=writing).code == "workspace.not_found"


def test_a_folder_is_no_workspace(path: Path) -> None:
    path.mkdir()
    assert refusal(path, writing=True).code == "workspace.foreign"


@pytest.mark.skipif(sys.platform == "win32", reason="has no such files")
def test_a_pipe_is_never_waited_for(path: Path) -> None:
    """Nobody writes to it: whoever opens it waits for ever."""
    os.mkfifo(path)
    with stopping_after(120):
        assert refusal(path, writing=True).code == "workspace.foreign"
        assert refusal(path, writing=False).code == "workspace.foreign"


@pytest.mark.skipif(sys.platform == "win32", reason="has no such files")
@pytest.mark.parametrize("beside", ["-wal", "-shm", "-journal", ".lock", ".held"])
def test_nor_is_one_that_is_named_as_what_lies_beside_it(
    closed: Path, beside: str
) -> None:
    os.mkfifo(closed.with_name(closed.name + beside))
    with stopping_after(120):
        assert read_note(closed) is None
        for writing in (True, False):
            with suppress(AppError):
                reopened(closed, writing=writing).close()
