"""A target is tried before the work begins, and left as it was."""

from pathlib import Path

import pytest

from focalpoint_app.domain.errors import AppError
from focalpoint_app.workflow.submitting.outputs import refuse_same, refuse_unwritable


def test_a_folder_is_no_target(tmp_path: Path) -> None:
    with pytest.raises(AppError, match=r"file\.unwritable"):
        refuse_unwritable(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_target_without_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(AppError, match=r"file\.unwritable"):
        refuse_unwritable(tmp_path / "nowhere" / "out.pdf")


def test_trying_leaves_an_existing_file_as_it_was(tmp_path: Path) -> None:
    target = tmp_path / "out.pdf"
    target.write_bytes(b"before")
    refuse_unwritable(target)
    assert [each.name for each in tmp_path.iterdir()] == ["out.pdf"]
    assert target.read_bytes() == b"before"


@pytest.mark.parametrize("beside", ["", "-wal", "-shm", "-journal", ".lock", ".held"])
@pytest.mark.parametrize("is_there", [True, False])
def test_what_lies_beside_an_open_file_is_no_target(
    tmp_path: Path, beside: str, is_there: bool
) -> None:
    """A log in whose place a document is put takes what was saved last with it."""
    source, target = tmp_path / "w.focalpoint", tmp_path / f"w.focalpoint{beside}"
    source.touch()
    (tmp_path / "x").mkdir()
    if is_there:
        target.touch()
    for way in (target, tmp_path / "x" / ".." / target.name):
        with pytest.raises(AppError, match=r"file\.same"):
            refuse_same(source, way)


def test_what_only_begins_like_it_is_one(tmp_path: Path) -> None:
    (tmp_path / "w.focalpoint").touch()
    refuse_same(tmp_path / "w.focalpoint", tmp_path / "w.focalpoint-waltz.pdf")
    refuse_same(None, tmp_path / "w.focalpoint-wal")
