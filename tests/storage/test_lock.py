"""The lock beside the file says who holds it, and goes when they go."""

from pathlib import Path

import pytest

from focalpoint_app.domain.errors import AppError
from focalpoint_app.storage.lock import acquire, holder_of, lock_path


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


def test_a_note_half_written_names_nobody(path: Path) -> None:
    lock = acquire(path, "ليلى")
    lock_path(path).write_text('{"holder": ')
    holder = holder_of(path)
    assert holder is not None
    assert holder.name == ""
    lock.release()
