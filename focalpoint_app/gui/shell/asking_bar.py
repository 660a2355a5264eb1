"""A question over the places, which does not stand in the way."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from focalpoint_app.gui.controls.buttons import push_button
from focalpoint_app.gui.controls.labels import plain_label
from focalpoint_app.gui.theme.tokens import tokens


class AskingBar(QWidget):
    """Words, the answer that is likely and the other one; hidden until asked."""

    def __init__(self, ground: str) -> None:
        """``ground`` names a token."""
        super().__init__()
        self._ground = ground
        self.words = plain_label(wrap=True)
        self.likely = push_button(primary=True)
        self.other = push_button()
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 16, 6)
        row.setSpacing(8)
        row.addWidget(self.words, 1)
        row.addWidget(self.likely)
        row.addWidget(self.other)
        self.hide()

    def say(self, words: str, likely: str, other: str) -> None:
        self.words.setText(words)
        self.setAccessibleName(words)
        self.likely.setText(likely)
        self.other.setText(other)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), tokens().color(self._ground))
