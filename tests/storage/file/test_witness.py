"""Who holds the file that is written, and for how long."""

from __future__ import annotations

import errno
import os
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from focalpoint_app.domain.errors import AppError
from focalpoint_app.storage.file import witness as witnesses
from focalpoint_app.storage.file.witness import Standing, Witness


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "w.focalpoint"
    path.write_bytes(b"ours")
    return path


def replaced(file: Path) -> None:
    other = file.with_name("other")
    other.write_bytes(b"what came")
    other.replace(file)


def replaced_by_another(file: Path) -> None:
    """While our own did not get there."""
    replaced(file)
    raise OSError("disk")


def held(file: Path) -> int:
    """How many handles of this process lead to it."""
    count = 0
    for each in Path("/proc/self/fd").iterdir():
        with suppress(OSError):
            count += os.path.samestat(each.stat(), file.stat())
    return count


def test_the_same_name_is_not_the_same_file(file: Path) -> None:
    witness = Witness(file)
    standings = [witness.standing]
    replaced(file)
    assert [*standings, witness.standing] == [Standing.STILL, Standing.GONE]
    with pytest.raises(AppError, match=r"workspace\.replaced"):
        witness.refuse_replaced()
    witness.release()


def test_what_we_put_there_ourselves_is_held_from_then_on(file: Path) -> None:
    witness = Witness(file)
    with witness.making_way():
        replaced(file)
    assert witness.standing is Standing.STILL
    witness.release()


def test_a_replacement_that_failed_is_not_taken_for_ours(file: Path) -> None:
    witness = Witness(file)
    with pytest.raises(OSError, match="disk"), witness.making_way():
        replaced_by_another(file)
    assert witness.standing is Standing.GONE
    witness.release()


def no_handle(*_: object) -> int:
    raise OSError(errno.EMFILE, "Too many open files")


@pytest.mark.parametrize("lets_go", [False, True])
def test_what_we_put_there_is_ours_although_no_handle_was_left_to_hold_it(
    file: Path, monkeypatch: pytest.MonkeyPatch, lets_go: bool
) -> None:
    monkeypatch.setattr(witnesses, "_MUST_LET_GO", lets_go)
    witness = Witness(file)
    with monkeypatch.context() as patched:
        with witness.making_way():
            replaced(file)
            patched.setattr(os, "open", no_handle)
        assert witness.standing is Standing.STILL
        with pytest.raises(AppError, match=r"file\.unwritable"):
            witness.descriptor()
    assert os.pread(witness.descriptor(), 9, 0) == b"what came"
    witness.release()


def test_what_came_since_is_not_held_for_what_we_put_there(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    witness = Witness(file)
    with monkeypatch.context() as patched, witness.making_way():
        replaced(file)
        patched.setattr(os, "open", no_handle)
    kept = file.rename(file.with_name("kept"))  # Or its number would be free again.
    replaced(file)
    assert witness.standing is Standing.GONE
    with pytest.raises(AppError, match=r"workspace\.replaced"):
        witness.descriptor()
    assert kept.exists()
    witness.release()


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_where_open_files_cannot_be_replaced_it_lets_go_meanwhile(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(witnesses, "_MUST_LET_GO", True)
    witness = Witness(file)
    assert held(file) == 1
    with witness.making_way():
        assert held(file) == 0
        replaced(file)
    assert held(file) == 1
    assert witness.standing is Standing.STILL
    witness.release()
