"""Start pages, ended after each test, and a file to open."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from focalpoint_app.domain.profile import StateProfile
from focalpoint_app.storage.workspace import Workspace
from focalpoint_app.workflow.review.answering import now
from tests.gui.start.beginning import Begin, Begun


@pytest.fixture
def begin(qtbot: QtBot) -> Iterator[Begin]:
    made: list[Begun] = []

    def start(language: str = "ar", recent: tuple[str, ...] = ()) -> Begun:
        made.append(Begun(qtbot, language, recent))
        return made[-1]

    yield start
    for each in made:
        each.close()


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    path = tmp_path / "made.focalpoint"
    Workspace.create(path, StateProfile("XAA"), now()).close()
    return path
