"""A target is tried before the work begins, and left as it was."""

from pathlib import Path

import pytest

from focalpoint_app.domain.errors import AppError
from focalpoint_app.workflow.submitting.outputs import refuse_unwritable


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
