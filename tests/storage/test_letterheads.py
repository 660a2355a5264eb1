"""The State's letterhead and marking lie in the workspace."""

from pathlib import Path

import pytest

from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.letterhead import Letterhead
from tests.storage.samples import new_workspace, reopened

PICTURE = bytes(range(256)) * 8
FULL = Letterhead(("جمهورية المثال", "وزارة العدل"), PICTURE, "ar")


@pytest.mark.parametrize("letterhead", [FULL, Letterhead(("Ministry",)), None])
def test_a_letterhead_comes_back_as_it_was_saved(
    path: Path, letterhead: Letterhead | None
) -> None:
    workspace = new_workspace(path)
    workspace.save_letterhead(FULL)
    workspace.save_letterhead(letterhead)
    workspace.close()

    reader = reopened(path, writing=False)
    assert reader.letterhead() == letterhead
    reader.close()


def test_a_new_workspace_has_neither_letterhead_nor_marking(path: Path) -> None:
    workspace = new_workspace(path)
    assert workspace.letterhead() is None
    assert workspace.marking() == ""
    workspace.close()


def test_the_marking_is_replaced_and_taken_away(path: Path) -> None:
    workspace = new_workspace(path)
    workspace.save_marking("سري")
    workspace.save_marking("مقيّد التداول")
    assert workspace.marking() == "مقيّد التداول"
    workspace.save_marking("")
    assert workspace.marking() == ""
    workspace.close()


def test_lines_that_cannot_be_stored_leave_the_former_ones(path: Path) -> None:
    workspace = new_workspace(path)
    workspace.save_letterhead(FULL)
    with pytest.raises(AppError, match=r"text\.forbidden_character"):
        workspace.save_letterhead(Letterhead(("a\x00b",)))
    assert workspace.letterhead() == FULL
    workspace.close()
