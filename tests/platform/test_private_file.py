"""Only the owner may read; a write that fails leaves what was there."""

import os
import stat
from pathlib import Path

import pytest

from focalpoint_app.platform.private_file import read_private, write_private

POSIX = pytest.mark.skipif(os.name != "posix", reason="Windows keeps profiles apart")


def test_what_is_not_there_is_nothing(tmp_path: Path) -> None:
    assert read_private(tmp_path / "none") is None


@POSIX
def test_nobody_else_may_read_it_whatever_the_mask(tmp_path: Path) -> None:
    path = tmp_path / "key"
    before = os.umask(0)
    try:
        write_private(path, b"secret")
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_the_new_content_takes_the_place_of_the_old(tmp_path: Path) -> None:
    path = tmp_path / "key"
    write_private(path, b"first")
    write_private(path, b"second")
    assert read_private(path) == b"second"
    assert [each.name for each in tmp_path.iterdir()] == ["key"]


def test_a_write_that_fails_leaves_nothing_beside(tmp_path: Path) -> None:
    path = tmp_path / "key"
    path.mkdir()  # Nothing can be moved over a folder.
    with pytest.raises(OSError, match="key"):
        write_private(path, b"secret")
    assert [each.name for each in tmp_path.iterdir()] == ["key"]
