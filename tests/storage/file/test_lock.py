"""The lock beside the file says who holds it, and goes when they go."""

import sys
from pathlib import Path

import pytest

from focalpoint_app.domain.errors import AppError
from focalpoint_app.storage.file.lock import acquire, holder_of, lock_path


def test_a_lock_names_its_holder_until_it_is_released(path: Path) -> None:
    lock = acquire(path, "عمر")
    holder = holder_of(path)
    assert holder is not None
    assert holder.name == "عمر"
    lock.release()
    assert holder_of(path) is None
    assert not lock_path(path).exists()


def test_a_lock_is_taken_once(path: Path) -> None:
    lock = acquire(path, "عمر")
    with pytest.raises(AppError) as caught:
        acquire(path, "ليلى")
    assert caught.value.code == "workspace.already_open"
    assert caught.value.context["holder"] == "عمر"
    lock.release()
    acquire(path, "ليلى").release()


def test_a_note_that_nobody_holds_blocks_nobody(path: Path) -> None:
    lock_path(path).write_text('{"holder": "long gone", "machine": "x", "pid": 1}')
    assert holder_of(path) is None
    lock = acquire(path, "ليلى")
    holder = holder_of(path)
    assert holder is not None
    assert holder.name == "ليلى"
    lock.release()


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are others there")
def test_whoever_may_open_the_file_may_read_the_lock(path: Path) -> None:
    path.touch()
    path.chmod(0o664)
    lock = acquire(path, "عمر")
    assert lock_path(path).stat().st_mode & 0o777 == 0o664
    lock.release()


def test_another_accounts_lock_is_taken_for_held(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = acquire(path, "عمر")

    def refused(*_: object) -> int:
        raise PermissionError

    with monkeypatch.context() as patched:
        patched.setattr("os.open", refused)
        assert holder_of(path) is not None
    lock.release()


def test_a_note_half_written_names_nobody(path: Path) -> None:
    lock = acquire(path, "ليلى")
    lock_path(path).write_text('{"holder": ')
    holder = holder_of(path)
    assert holder is not None
    assert holder.name == ""
    lock.release()


def test_a_note_nested_without_end_names_nobody(path: Path) -> None:
    lock = acquire(path, "عمر")
    lock_path(path).write_bytes(b"[" * 4096)
    holder = holder_of(path)
    assert holder is not None
    assert holder.name == ""
    lock.release()
