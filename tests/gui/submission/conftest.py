"""A review that can be cleared, in the room where it is."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from focalpoint_app.gui.session import Session
from focalpoint_app.gui.submission.place import SubmissionPlace
from focalpoint_app.gui.submission.submit_room import SubmitRoom
from focalpoint_app.gui.window import Window
from focalpoint_app.pdf.signing.demonstration import demonstration_p12
from focalpoint_app.workflow.review.desk import Desk
from tests.gui.files import Answering
from tests.gui.small_review import make_ready
from tests.gui.submission.exporting import WAIT


@pytest.fixture
def ready(desk: Desk) -> Desk:
    """Nothing stands in the way of a clearance."""
    return make_ready(desk)


@pytest.fixture
def dialogs() -> Answering:
    return Answering()


@pytest.fixture
def page(
    window: Window, session: Session, dialogs: Answering, qtbot: QtBot, ready: Desk
) -> SubmitRoom:
    place = SubmissionPlace(session, dialogs)
    window.show_page(place)
    place.enter()
    room = place.room
    assert isinstance(room, SubmitRoom)
    qtbot.waitUntil(lambda: bool(room.leaving.facts.facts), timeout=WAIT)
    return room


@pytest.fixture
def key(tmp_path: Path) -> Path:
    path = tmp_path / "key.p12"
    path.write_bytes(demonstration_p12("سلمى الحداد", b"open"))
    return path
