"""Grounds on which things lie: cards, badges, hairlines."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from focalpoint_app.gui.theme import drawing
from focalpoint_app.gui.theme.fonts import BADGE_SIZE, sized_font
from focalpoint_app.gui.theme.marks import MARK_SIZE, paint_mark
from focalpoint_app.gui.theme.tokens import tokens


class Tone(Enum):
    """Ground and ink of a badge."""

    PLAIN = ("ground", "soft_ink")
    ACCENT = ("accent_soft", "on_accent_soft")
    NOTICE = ("notice", "on_notice")
    PROBLEM = ("problem", "on_problem")


class Card(QWidget):
    """A white card with round corners; lay things out in ``column``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._current = False
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(22, 16, 22, 16)
        self.column.setSpacing(12)

    def set_current(self, current: bool) -> None:
        """Draw the accent's line round it: the reader works here."""
        if current != self._current:
            self._current = current
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        drawing.card(painter, QRectF(self.rect()), current=self._current)


class Ground(QWidget):
    """A plain surface in one of the token colours."""

    def __init__(self, colour: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colour = colour

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), tokens().color(self._colour))


class Badge(QLabel):
    """A few words on a soft ground; hidden while it says nothing."""

    def __init__(self, tone: Tone = Tone.PLAIN, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = tone
        self.setFont(sized_font(BADGE_SIZE))
        self.setContentsMargins(10, 0, 10, 0)
        self.setFixedHeight(26)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def say(self, text: str, tone: Tone | None = None) -> None:
        self.setText(text)
        self.setVisible(bool(text))
        if tone is not None and tone is not self._tone:
            self._tone = tone
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        ground, ink = self._tone.value
        box = QRectF(self.rect())
        drawing.rounded(painter, box, drawing.FIELD_RADIUS, getattr(tokens(), ground))
        painter.setPen(tokens().color(ink))
        painter.setFont(self.font())
        painter.setLayoutDirection(self.layoutDirection())  # The program's is late.
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.text())


class Mark(QWidget):
    """A state's drawn mark; its word goes into the accessible name and tooltip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._standing = "open"
        self.setFixedSize(self.sizeHint())

    def show_standing(self, standing: str, word: str) -> None:
        self._standing = standing
        self.setAccessibleName(word)
        self.setToolTip(word)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(MARK_SIZE + 2, MARK_SIZE + 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(0, 0, MARK_SIZE, MARK_SIZE)
        box.moveCenter(QRectF(self.rect()).center())
        paint_mark(painter, box, self._standing, tokens())


def hairline() -> QFrame:
    line = QFrame()
    line.setFrameShape(QFrame.Shape.HLine)
    line.setFixedHeight(1)
    return line
