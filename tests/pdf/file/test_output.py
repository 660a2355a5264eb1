"""A finished file takes its place whole, and nobody reads it who could not before."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest

from focalpoint_app.pdf.file.output import laid_beside, publish

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="has no modes")
STRANGE = (".other.pdf.0123abcd", ".answers.pdf.0123abcg", ".answers.pdf.0123abcd.txt")


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


def test_what_is_being_written_is_its_owners_alone(tmp_path: Path) -> None:
    target = tmp_path / "answers.pdf"
    for there in (False, True):
        if there:
            target.chmod(0o644)
        with laid_beside(b"secret", target) as put:
            (beside,) = set(tmp_path.iterdir()) - {target}
            assert rights(beside) == 0o600
            assert beside.read_bytes() == b"secret"
            put()
        assert rights(target) & 0o600 == 0o600
        assert list(tmp_path.iterdir()) == [target]


def test_what_is_not_put_in_place_leaves_all_as_it_was(tmp_path: Path) -> None:
    target = tmp_path / "answers.pdf"
    target.write_bytes(b"old")
    with pytest.raises(ZeroDivisionError), laid_beside(b"new", target):
        raise ZeroDivisionError
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_what_a_killed_program_left_goes_with_the_next_one(tmp_path: Path) -> None:
    target = tmp_path / "answers.pdf"
    left = tmp_path / ".answers.pdf.0123abcd"
    strange = [tmp_path / name for name in STRANGE]
    for each in (left, *strange):
        each.write_bytes(b"secret")
        aged(each)
    publish(b"new", target)
    assert not left.exists()
    assert all(each.exists() for each in strange)


def test_what_is_young_or_held_by_a_living_program_stays(tmp_path: Path) -> None:
    target = tmp_path / "answers.pdf"
    young = tmp_path / ".answers.pdf.0123abcd"
    young.write_bytes(b"secret")
    with laid_beside(b"first", target) as put:
        (held,) = set(tmp_path.iterdir()) - {young}
        aged(held)
        publish(b"second", target)
        assert held.exists()
        put()
    assert young.exists()
    assert target.read_bytes() == b"first"


@pytest.mark.skipif(os.name == "nt", reason="Windows cannot open folders")
def test_the_folder_is_on_the_disk_before_and_after_the_file_takes_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is entered in the chain in between has its file after a power cut, too."""
    target, seen = tmp_path / "answers.pdf", list[tuple[bool, bool]]()
    fsync = os.fsync

    def watched(descriptor: int) -> None:
        is_folder = stat.S_ISDIR(os.fstat(descriptor).st_mode)
        seen.append((is_folder, target.exists()))
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", watched)
    with laid_beside(b"whole", target) as put:
        assert seen == [(False, False), (True, False)]
        put()
    assert seen[2:] == [(True, True)]


def aged(path: Path) -> None:
    before = path.stat().st_mtime - 3600
    os.utime(path, (before, before))
