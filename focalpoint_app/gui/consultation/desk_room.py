"""A room with what waits on a sheet, and a desk on which one of them is worked at."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from focalpoint_app.gui.controls.buttons import push_button
from focalpoint_app.gui.controls.labels import plain_label, say, soft_label
from focalpoint_app.gui.controls.notice import Notice
from focalpoint_app.gui.controls.sheet import Line, Sheet
from focalpoint_app.gui.room import Room
from focalpoint_app.gui.texts import dotted


class WaitingRow(QWidget):
    """What waits is called something, has something said of it, and can be opened."""

    def __init__(self, title: str, *about: str) -> None:
        """``about``: what is empty is left out."""
        super().__init__()
        self.open = push_button()
        name, words = plain_label(wrap=True), soft_label(wrap=True)
        say(name, title)
        say(words, dotted(*about))
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(name)
        texts.addWidget(words)
        line = QHBoxLayout()
        line.addLayout(texts, 1)
        line.addWidget(self.open)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 6)
        column.setSpacing(8)
        column.addWidget(Line())
        column.addLayout(line)

    def say_open(self, words: str, name: str) -> None:
        """``name`` says to who cannot see the row what is opened."""
        self.open.setText(words)
        self.open.setAccessibleName(name)


class DeskRoom(Room):
    """``rows`` are those that wait, laid out in ``waiting``."""

    def __init__(self) -> None:
        super().__init__()
        self.notice = Notice()
        self.rows: list[WaitingRow] = []
        self.waiting = QVBoxLayout()
        self.sheet = Sheet()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.sheet)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)

    def lay(self, desk: QWidget, *cards: QWidget) -> None:
        """``cards`` on the sheet; the desk is out of sight until something is on it."""
        for card in cards:
            self.sheet.column.addWidget(card)
        self.sheet.finish()
        self._stack.addWidget(desk)

    @property
    def is_at_desk(self) -> bool:
        return self._stack.currentWidget() is not self.sheet

    def show_at_desk(self) -> None:
        self._stack.setCurrentIndex(1)

    def show_sheet(self) -> None:
        self._stack.setCurrentWidget(self.sheet)

    def show_rows(self, rows: Iterable[WaitingRow]) -> None:
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = list(rows)
        for row in self.rows:
            self.waiting.addWidget(row)
