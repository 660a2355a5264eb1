"""Behind the lock no field holds a word, and each has its own again afterwards."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from focalpoint_app.domain.errors import AppError
from focalpoint_app.gui.app import Program
from focalpoint_app.gui.controls.labels import plain_label
from focalpoint_app.gui.controls.text_area import TextArea
from focalpoint_app.gui.questionnaire.place import QuestionnairePlace
from focalpoint_app.gui.securing.veiling import Veil
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.tasks import Task
from focalpoint_app.gui.window import Window
from tests.gui.small_review import OTHER
from tests.gui.typing import type_text
from tests.gui.unlocking import WAIT, screen_of, unlock

pytestmark = pytest.mark.usefixtures("swept")
SECRET = "اسم الشاهد المحمي"


@pytest.fixture
def field(place: QuestionnairePlace) -> TextArea:
    place.show_question(OTHER)
    found = next(each for each in place.findChildren(TextArea) if each.isVisible())
    found.setFocus()
    return found


def test_a_field_is_empty_and_then_as_it_was(
    program: Program, field: TextArea, qtbot: QtBot
) -> None:
    type_text(field, f"{SECRET}\n" * 60)
    field.turn_paragraph()
    field.put_caret(3, 40)
    scroll = field.verticalScrollBar()
    scroll.setValue(17)
    before = (field.text(), field.directions(), field.height(), scroll.value())
    program.locking.lock()
    assert (field.text(), field.height()) == ("", before[2])
    unlock(program, qtbot)
    assert (field.text(), field.directions(), field.height(), scroll.value()) == before
    cursor = field.textCursor()
    assert (cursor.anchor(), cursor.position()) == (3, 40)
    assert field.window().focusWidget() is field


def test_a_text_that_the_disk_refused_is_neither_lost_nor_saved_empty(
    program: Program, field: TextArea, session: Session, qtbot: QtBot
) -> None:
    desk = session.desk

    def full(*_: object) -> None:
        raise AppError("disk.full", path=str(desk.path))

    with pytest.MonkeyPatch.context() as no_room:
        no_room.setattr(desk, "write", full)
        type_text(field, SECRET)
        program.locking.lock()
    assert field.text() == ""
    assert not session.autosave.flush()
    unlock(program, qtbot)
    assert field.text() == SECRET
    assert SECRET in str(desk.workspace.fields(desk.review.id))


def test_words_of_one_line_that_are_in_no_file_come_back(
    program: Program, window: Window, session: Session, qtbot: QtBot
) -> None:
    told: list[str] = []
    line = QLineEdit(window)
    line.setText(SECRET)
    line.setCursorPosition(4)
    line.textChanged.connect(told.append)
    program.locking.lock()
    assert line.text() == ""
    unlock(program, qtbot)
    assert (line.text(), line.cursorPosition(), told) == (SECRET, 4, [])


@pytest.mark.parametrize("reach", [-3, 3])
def test_what_was_selected_in_a_line_is_selected_from_the_same_side(
    qtbot: QtBot, reach: int
) -> None:
    line, veil = QLineEdit("words of one line"), Veil()
    qtbot.addWidget(line)
    line.setSelection(6, reach)
    before = (line.selectedText(), line.cursorPosition())
    veil.draw(bytes)
    veil.lift(bytes)
    veil.place()
    assert (line.selectedText(), line.cursorPosition()) == before


def test_a_label_that_is_covered_says_nothing_until_it_is_unlocked(
    program: Program, window: Window, place: QuestionnairePlace, qtbot: QtBot
) -> None:
    label, translated = plain_label(place, wrap=True), plain_label(place)
    for each in (label, translated):
        each.setText(SECRET)
        each.show()
    seen = [each for each in window.findChildren(QLabel) if each.text()]
    program.locking.lock()
    assert (label.text(), translated.text()) == ("", "")
    assert all(each.text() for each in seen if each.isVisible())
    assert any(each.text() for each in screen_of(program).findChildren(QLabel))
    translated.setText("Nom")
    unlock(program, qtbot)
    assert (label.text(), translated.text()) == (SECRET, "Nom")


def test_a_field_that_goes_meanwhile_is_not_missed(
    program: Program, window: Window, qtbot: QtBot
) -> None:
    line = QLineEdit(SECRET, window)
    program.locking.lock()
    line.deleteLater()
    qtbot.wait(0)
    unlock(program, qtbot)
    assert not window.is_covered


def test_nor_is_one_that_goes_when_all_is_drawn_anew(
    program: Program, window: Window, session: Session, qtbot: QtBot
) -> None:
    """Whatever the worker ended behind the lock is heard all the same."""
    line, heard = QLineEdit(SECRET, window), list[int]()

    def go() -> None:
        line.deleteLater()
        QCoreApplication.sendPostedEvents(line, QEvent.Type.DeferredDelete.value)

    session.refreshed.connect(go, Qt.ConnectionType.SingleShotConnection)
    program.locking.lock()
    session.runner.run(Task(lambda *_: 5, heard.append))
    unlock(program, qtbot)
    qtbot.waitUntil(lambda: heard == [5], timeout=WAIT)
