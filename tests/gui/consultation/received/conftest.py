"""The room of replies, in a window."""

from pathlib import Path

import pytest

from focalpoint_app.gui.consultation.received.room import ReceivedRoom
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.window import Window
from tests.gui.consultation.received.replying import TR
from tests.gui.files import Answering


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOCALPOINT_HOME", str(tmp_path / "home"))


@pytest.fixture
def dialogs(tmp_path: Path) -> Answering:
    return Answering(tmp_path / "copy.docx")


@pytest.fixture
def room(window: Window, session: Session, dialogs: Answering) -> ReceivedRoom:
    """By itself in the window's place of pages."""
    room = ReceivedRoom(session, dialogs)
    room.setParent(window)
    room.resize(1200, 800)
    room.retranslate(TR)
    room.show()
    room.enter()
    return room
