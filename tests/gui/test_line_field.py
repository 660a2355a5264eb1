"""Lines begin where their words do, and empty ones where the window's begin."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from focalpoint_app.gui.app import prepared
from focalpoint_app.gui.controls.line_field import LineField
from focalpoint_app.gui.controls.path_field import PathField
from focalpoint_app.gui.window import Window

RTL, LTR = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight


@pytest.fixture
def line(qtbot: QtBot) -> Iterator[LineField]:
    prepared([], "light")
    holder = QWidget()
    qtbot.addWidget(holder)
    holder.setLayoutDirection(RTL)
    line = LineField(parent=holder)
    line.resize(300, 36)
    holder.show()
    yield line
    holder.close()


def begins_right(line: QLineEdit) -> bool:
    return bool(line.alignment() & Qt.AlignmentFlag.AlignRight)


@pytest.mark.parametrize("text", ["", "2010", "5 (1)", "قانون"])
def test_what_tells_no_other_direction_begins_on_an_arabic_windows_right(
    line: LineField, text: str
) -> None:
    line.setText(text)
    assert begins_right(line)


def test_the_caret_of_an_empty_arabic_line_stands_on_the_right(line: LineField) -> None:
    line.setFocus()
    QApplication.processEvents()
    assert line.cursorRect().center().x() > line.width() / 2


def test_foreign_words_begin_on_their_own_side(line: LineField) -> None:
    line.setText("Penal Code")
    assert not begins_right(line)


def test_an_empty_line_follows_the_window_into_another_language(
    line: LineField,
) -> None:
    holder = line.parentWidget()
    assert holder is not None
    holder.setLayoutDirection(LTR)
    assert not begins_right(line)


def test_dots_do_not_tell_the_script_of_a_passphrase(line: LineField) -> None:
    line.setEchoMode(QLineEdit.EchoMode.Password)
    line.setText("Penal Code")
    assert begins_right(line)


def test_the_windows_own_lines_are_such_lines(window: Window) -> None:
    lines = window.findChildren(QLineEdit)
    texts = [
        each for each in lines if not each.alignment() & Qt.AlignmentFlag.AlignLeft
    ]
    assert lines
    assert texts == lines


def test_a_path_begins_on_the_left_though_its_first_folder_is_arabic(
    qtbot: QtBot,
) -> None:
    field = PathField(lambda: None)
    qtbot.addWidget(field)
    field.setLayoutDirection(RTL)

    field.show_path(Path("مستندات/مفتاح.p12"))

    assert not begins_right(field.line)
