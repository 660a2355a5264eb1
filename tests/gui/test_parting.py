"""What is told when the window is gone already."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from focalpoint_app.domain.errors import AppError
from focalpoint_app.gui.shell.parting import parting_words, tell_parting
from focalpoint_app.language.catalogue import Catalogue

LATE = AppError("workspace.replaced", path="<b>مراجعة.focalpoint")


def test_it_says_what_happened_as_plain_words(qtbot: QtBot) -> None:
    for language in ("ar", "en"):
        box = parting_words(LATE, Catalogue(language))
        qtbot.addWidget(box)
        assert box.textFormat() is Qt.TextFormat.PlainText
        assert "<b>مراجعة.focalpoint" in box.text()


def test_it_reads_as_its_language_runs(qtbot: QtBot) -> None:
    box = parting_words(LATE, Catalogue("ar"))
    qtbot.addWidget(box)
    assert box.layoutDirection() is Qt.LayoutDirection.RightToLeft
    (close,) = box.buttons()
    assert close.text() == Catalogue("ar")("Close") != "Close"


def test_it_waits_until_it_was_read(qtbot: QtBot) -> None:
    seen: list[str] = []

    def read() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        seen.append(box.text())
        box.buttons()[0].click()

    QTimer.singleShot(100, read)
    tell_parting(LATE, Catalogue("en"))
    (said,) = seen
    assert "مراجعة" in said
