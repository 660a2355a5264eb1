"""A packet on disk, and the window that it opens."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from focalpoint_app.gui.app import Program, prepared
from focalpoint_app.platform.settings import Settings
from focalpoint_app.workflow.consultation.request_files import PacketLock
from focalpoint_app.workflow.review.desk import Desk
from tests.gui.contributing.packets import PASSPHRASE, WAIT, packet


@pytest.fixture
def plain(desk: Desk, tmp_path: Path) -> Path:
    return packet(desk, tmp_path / "وزارة العدل.fpacket")


@pytest.fixture
def locked(desk: Desk, tmp_path: Path) -> Path:
    return packet(desk, tmp_path / "locked.fpacket", PacketLock(PASSPHRASE))


@pytest.fixture
def begin() -> Iterator[Callable[[], Program]]:
    begun: list[Program] = []

    def start() -> Program:
        prepared([], "light")
        program = Program(Settings(language="ar", scheme="light"))
        program.window.show()
        begun.append(program)
        return program

    yield start
    for each in reversed(begun):
        if isValid(each.window):
            each.end()


@pytest.fixture
def contributor(begin: Callable[[], Program], plain: Path, qtbot: QtBot) -> Program:
    """As a double click opens it."""
    program = begin()
    program.start(plain)
    qtbot.waitUntil(lambda: program.desk is not None, timeout=WAIT)
    return program
