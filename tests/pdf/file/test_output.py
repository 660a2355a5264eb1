"""A finished file takes its place whole, and nobody reads it who could not before."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest

from focalpoint_app.pdf.file.output import publish

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="has no modes")


def rights(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.parametrize("given", [0o600, 0o640, 0o664])
def test_what_is_replaced_lends_its_rights(tmp_path: Path, given: int) -> None:
    target = tmp_path / "answers.pdf"
    target.touch()
    target.chmod(given)
    publish(b"new", target)
    assert target.read_bytes() == b"new"
    assert rights(target) == given
    assert list(tmp_path.iterdir()) == [target]


def test_a_new_file_has_the_rights_of_new_files(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        publish(b"new", tmp_path / "answers.pdf")
    finally:
        os.umask(before)
    assert rights(tmp_path / "answers.pdf") == 0o640


def test_what_is_private_is_so_whatever_was_there(tmp_path: Path) -> None:
    for there in (False, True):
        target = tmp_path / f"sheet {there}.pdf"
        if there:
            target.touch(0o666)
        publish(b"secret", target, private=True)
        assert rights(target) == 0o600
