"""Readiness judged behind the window: files that go away, windows that close."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.readiness import Readiness
from focalpoint_app.gui.app import Program
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.window import Window
from focalpoint_app.platform.settings import Settings
from focalpoint_app.workflow.review.desk import Desk
from tests.gui.small_review import OTHER, small_desk


def unreadable() -> Readiness:
    raise AppError("workspace.replaced", path="x.focalpoint")


def test_a_file_that_cannot_be_read_is_told_and_the_last_verdict_stays(
    window: Window, session: Session, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = session.judge.verdict
    monkeypatch.setattr(desk, "readiness", unreadable)
    session.judge.judge()
    assert session.judge.verdict is before
    assert "x.focalpoint" in window.messages.text


def test_what_waits_to_be_judged_goes_with_the_program(
    qtbot: QtBot, tmp_path: Path
) -> None:
    desk = small_desk(tmp_path)
    program = Program(Settings(language="ar", scheme="light"))
    program.window.show()
    program.show_desk(desk)
    session = program.window.session
    assert session is not None
    session.answered.emit(OTHER)  # its timer would wake over a closed file
    program.end()
    assert not isValid(session)
    assert not isValid(session.judge)
