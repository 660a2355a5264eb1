"""The system's file dialogs, as somebody types into them."""

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from focalpoint_app.gui.app import prepared
from focalpoint_app.gui.controls.file_dialogs import FileDialogs, pattern_of

_SOON = 20  # ms
PATTERN = pattern_of("Reviews", ".focalpoint")


class Typist:
    """Accepts this name, then leaves whatever asks next."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.asked: list[str] = []
        self._timer = QTimer(interval=_SOON)
        self._timer.timeout.connect(self._act)
        self._timer.start()

    def _act(self) -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QMessageBox):
            self.asked.append("written over?")
            dialog.reject()
        elif isinstance(dialog, QFileDialog):
            line = dialog.findChild(QLineEdit)
            assert line is not None
            self.asked.append(line.text())
            if len(self.asked) > 1:
                dialog.reject()
                return
            line.setText(self.name)
            dialog.accept()


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    prepared([], "light")
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    return parent


def test_a_name_whose_file_exists_under_its_suffix_is_asked_about(
    parent: QWidget, tmp_path: Path
) -> None:
    (tmp_path / "r.focalpoint").write_bytes(b"another review")
    typist = Typist("r")
    suggested = tmp_path / "copy.focalpoint"
    found = FileDialogs().to_save(parent, "Copy", suggested, PATTERN)
    assert found is None
    assert typist.asked == ["copy.focalpoint", "r.focalpoint"]


def test_a_name_that_is_free_is_taken_as_it_was_typed(
    parent: QWidget, tmp_path: Path
) -> None:
    typist = Typist("r")
    suggested = tmp_path / "copy.focalpoint"
    found = FileDialogs().to_save(parent, "Copy", suggested, PATTERN)
    assert (found, typist.asked) == (tmp_path / "r", ["copy.focalpoint"])
