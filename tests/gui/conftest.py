"""Real windows over a real workspace file, without a screen."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from focalpoint_app.exchange.packets import passphrase
from focalpoint_app.gui.app import Program, prepared
from focalpoint_app.gui.questionnaire.place import QuestionnairePlace
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.window import Window
from focalpoint_app.platform.settings import Settings
from focalpoint_app.workflow.review.desk import Desk
from tests.gui.patience import PatientBot
from tests.gui.small_review import small_desk


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The platform without a screen says that it has no windows to size or raise."""
    ignore = pytest.mark.qt_log_ignore("This plugin does not support")
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(ignore)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    return PatientBot(request)


@pytest.fixture(autouse=True)
def _little_work(monkeypatch: pytest.MonkeyPatch) -> None:
    """One passphrase is told from another, whatever work a packet's lock takes."""
    monkeypatch.setattr(passphrase, "WORK", 10)


@pytest.fixture
def swept() -> Iterator[None]:
    """Widgets of this test go when it has ended, on their own thread.

    Python sweeps in whichever thread allocates; a worker's sweep would delete
    their timers from the wrong one.  Until then all that is made stays in the
    youngest generation, so the sweep looks at nothing else.
    """
    gc.disable()
    yield
    gc.collect(0)
    gc.enable()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = small_desk(tmp_path)
    yield desk
    desk.close()


@pytest.fixture
def program(qtbot: QtBot, desk: Desk) -> Iterator[Program]:
    """An Arabic window with the small review open in it."""
    prepared([], "light")
    program = Program(Settings(language="ar", scheme="light"))
    qtbot.addWidget(program.window)
    program.window.show()
    program.show_desk(desk)
    qtbot.waitExposed(program.window)
    program.window.activateWindow()
    yield program
    program.desk = None  # closed by its own fixture
    program.end()


@pytest.fixture
def window(program: Program) -> Window:
    return program.window


@pytest.fixture
def session(window: Window) -> Session:
    assert window.session is not None
    return window.session


@pytest.fixture
def place(window: Window) -> QuestionnairePlace:
    page = window.page
    assert isinstance(page, QuestionnairePlace)
    return page
