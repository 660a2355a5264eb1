"""Sign-off lines lie in the workspace: no lines at all is a choice too."""

from pathlib import Path

import pytest

from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.profile import StateProfile
from focalpoint_app.domain.sign_off import SignLine
from focalpoint_app.storage.workspace import Workspace
from focalpoint_app.workflow.review.answering import now

LINES = (
    SignLine("الخبيرة الحكومية", "سلمى الواحدي", "مستشارة قانونية"),
    SignLine("جهة الوصل", seal=True, digital=False),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "r.focalpoint"
    Workspace.create(path, StateProfile("XAA"), now()).close()
    return path


def saved(path: Path, lines: tuple[SignLine, ...]) -> tuple[SignLine, ...] | None:
    workspace = Workspace.open(path, writing=True)
    workspace.save_sign_off(lines)
    workspace.close()
    workspace = Workspace.open(path, writing=False)
    found = workspace.sign_off()
    workspace.close()
    return found


def test_a_new_workspace_has_no_lines_of_its_own(path: Path) -> None:
    workspace = Workspace.open(path, writing=False)
    assert workspace.sign_off() is None
    workspace.close()


@pytest.mark.parametrize("lines", [LINES, LINES[:1], ()])
def test_lines_come_back_as_they_were_saved(
    path: Path, lines: tuple[SignLine, ...]
) -> None:
    assert saved(path, lines) == lines


def test_saved_lines_replace_the_former_ones(path: Path) -> None:
    saved(path, LINES)
    assert saved(path, LINES[1:]) == LINES[1:]


def test_a_line_that_cannot_be_stored_leaves_the_former_ones(path: Path) -> None:
    saved(path, LINES)
    workspace = Workspace.open(path, writing=True)
    with pytest.raises(AppError, match=r"text\.forbidden_character"):
        workspace.save_sign_off((SignLine("a\x00b"),))
    assert workspace.sign_off() == LINES
    workspace.close()
