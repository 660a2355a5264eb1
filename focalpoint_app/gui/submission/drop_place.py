"""Where files are dropped, or chosen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from focalpoint_app.gui.controls.buttons import push_button
from focalpoint_app.gui.controls.labels import soft_label
from focalpoint_app.gui.theme import drawing
from focalpoint_app.gui.theme.tokens import tokens


class DropPlace(QWidget):
    """Signals:
    dropped: the path of a file dropped on it, the first of several.
    brought: the paths of all that were dropped, a tuple.
    """

    dropped = Signal(object)
    brought = Signal(object)

    def __init__(self, *, flat: bool = False) -> None:
        """``flat`` takes one line instead of standing out."""
        super().__init__()
        self._over = False
        self.choose = push_button()
        self._words = soft_label(wrap=True)
        lines = QHBoxLayout(self) if flat else QVBoxLayout(self)
        edge = 8 if flat else 16
        lines.setContentsMargins(edge, edge, edge, edge)
        lines.setSpacing(8)
        if flat:
            lines.addWidget(self._words, 1)
            lines.addWidget(self.choose)
        else:
            self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
            lines.addWidget(self._words)
            lines.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignHCenter)
        self.setAcceptDrops(True)

    def say(self, words: str, choose: str) -> None:
        self._words.setText(words)
        self.choose.setText(choose)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            self._light(over=True)
            event.acceptProposedAction()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self._light(over=False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._light(over=False)
        urls = event.mimeData().urls()
        files = [each.toLocalFile() for each in urls if each.isLocalFile()]
        if files:
            self.dropped.emit(Path(files[0]))
            self.brought.emit(tuple(Path(each) for each in files))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = tokens()
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        fill = colours.accent_soft if self._over else colours.ground
        drawing.rounded(painter, box, drawing.FIELD_RADIUS, fill)
        pen = QPen(colours.color("accent" if self._over else "field_line"), 1)
        pen.setDashPattern([5, 4])
        painter.setPen(pen)
        painter.drawRoundedRect(box, drawing.FIELD_RADIUS, drawing.FIELD_RADIUS)

    def _light(self, *, over: bool) -> None:
        self._over = over
        self.update()
