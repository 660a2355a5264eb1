"""A sentence that leads somewhere; wraps instead of being cut."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout

from focalpoint_app.gui.controls.labels import plain_label
from focalpoint_app.gui.theme import drawing
from focalpoint_app.gui.theme.icons import paint_icon
from focalpoint_app.gui.theme.tokens import tokens


class JumpRow(QAbstractButton):
    def __init__(self, words: str) -> None:
        super().__init__()
        self._label = plain_label(wrap=True)
        self._label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row = QHBoxLayout(self)
        row.setContentsMargins(32, 5, 32, 5)
        row.addWidget(self._label, 1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)  # Painted anew under the mouse.
        self.say(words)

    def say(self, words: str) -> None:
        self._label.setText(words)
        self.setAccessibleName(words)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._label.heightForWidth(max(1, width - 64)) + 10

    def sizeHint(self) -> QSize:
        return QSize(300, self.heightForWidth(max(300, self.width())))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = tokens()
        box = QRectF(self.rect())
        if self.underMouse():
            drawing.rounded(painter, box, 6, colours.accent_soft)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = box.right() - 24 if rtl else box.left() + 6
        place = QRectF(left, box.center().y() - 8, 16, 16)
        paint_icon(painter, place, "next", colours.color("accent"), rtl=rtl)
        if self.hasFocus():
            drawing.focus_ring(painter, box, 6)
