"""What is wrong with a field, said under it in as many lines as it takes."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from focalpoint_app.gui.controls.paragraph import Paragraph
from focalpoint_app.gui.controls.surfaces import Tone
from focalpoint_app.gui.theme import drawing
from focalpoint_app.gui.theme.fonts import BADGE_SIZE, sized_font
from focalpoint_app.gui.theme.tokens import tokens

_SIDE, _AIR = 10, 3  # pixels beside the words, and above and below them


class Complaint(Paragraph):
    """Hidden while it says nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFont(sized_font(BADGE_SIZE))

    def say(self, sentence: str) -> None:
        self.setText(sentence)
        self.setVisible(bool(sentence))

    def heightForWidth(self, width: int) -> int:
        return super().heightForWidth(max(1, width - 2 * _SIDE)) + 2 * _AIR

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        wide = hint.width() + 2 * _SIDE
        return QSize(wide, self.heightForWidth(wide))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, box = QPainter(self), QRectF(self.rect())
        ground, ink = Tone.PROBLEM.value
        drawing.rounded(painter, box, drawing.FIELD_RADIUS, getattr(tokens(), ground))
        painter.setPen(tokens().color(ink))
        self._lines(self.width() - 2 * _SIDE).draw(painter, _SIDE, _AIR)
