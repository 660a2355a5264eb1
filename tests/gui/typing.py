"""Typing as a keyboard and an input method do; ``QTest`` aborts on Arabic."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

NO_KEY = Qt.Key.Key_unknown


def type_text(widget: QWidget, text: str) -> None:
    """One key press and release for each letter."""
    for letter in text:
        press_key(widget, Qt.Key.Key_unknown, text=letter)


def press_key(
    widget: QWidget,
    key: Qt.Key | int,
    held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    text: str = "",
    scan_code: int = 0,
) -> None:
    """As the platform sends it: shortcuts are asked first, then the key comes."""
    for kind in (
        QEvent.Type.ShortcutOverride,
        QEvent.Type.KeyPress,
        QEvent.Type.KeyRelease,
    ):
        event = QKeyEvent(kind, int(key), held, scan_code, 0, 0, text)
        QApplication.sendEvent(widget, event)


def commit_text(widget: QWidget, text: str) -> None:
    """As an input method hands over a finished word."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)
