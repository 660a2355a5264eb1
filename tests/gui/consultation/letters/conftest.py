"""A letter on the desk of its room."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from focalpoint_app.gui.consultation.letters.room import LettersRoom
from focalpoint_app.gui.session import Session
from focalpoint_app.workflow.consultation.stakeholders import save_stakeholders
from focalpoint_app.workflow.review.desk import Desk
from tests.gui.alone import alone
from tests.gui.consultation.letters.reading import PRESS, WAIT, mail
from tests.gui.files import Answering
from tests.workflow.consulting import JUSTICE, SOURCE


@pytest.fixture
def dialogs() -> Answering:
    return Answering()


@pytest.fixture
def session(desk: Desk) -> Iterator[Session]:
    with alone(desk) as session:
        yield session


@pytest.fixture
def room(session: Session, desk: Desk, dialogs: Answering, qtbot: QtBot) -> LettersRoom:
    for each in (JUSTICE, PRESS, SOURCE):
        save_stakeholders(desk, each)
    room = LettersRoom(session, dialogs)
    qtbot.addWidget(room)
    room.resize(1200, 700)
    room.retranslate(session.catalogue)
    room.show()
    room.enter()
    return room


@pytest.fixture
def opened(room: LettersRoom, tmp_path: Path, qtbot: QtBot) -> LettersRoom:
    """An e-mail with a scan in it, on the desk."""
    room.open_file(mail(tmp_path / "رد.eml", with_scan=True))
    qtbot.waitUntil(lambda: room.desk.letter is not None, timeout=WAIT)
    return room
