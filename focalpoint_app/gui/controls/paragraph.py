"""A label of running text: wraps, and is as high as its width asks."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from focalpoint_app.gui.controls.lines import (
    LTR,
    RTL,
    Lines,
    Setting,
    laid,
    line_height,
)

_WIDTHS = 4
_USUAL = 400


class Paragraph(QLabel):
    """Aligned by its own language where ``labels.say`` set it, else by the window's."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._look: tuple[object, ...] = ()
        self._laid: dict[int, Lines] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._lines(width).height

    def sizeHint(self) -> QSize:
        words = self.fontMetrics().horizontalAdvance(self.text())
        wide = min(words + 4, _USUAL)
        return QSize(wide, self.heightForWidth(max(wide, self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(60, self.sizeHint().width()), line_height(self.font()))

    def forget(self) -> None:
        """The lines that its words were broken into."""
        self._look = ()
        self._laid.clear()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        lines = self._lines(self.width())
        lines.draw(painter, 0, max(0.0, (self.height() - lines.height) / 2))

    def _lines(self, width: int) -> Lines:
        """Kept by width: a layout asks for two or three before it decides."""
        look = (self.text(), self.font(), self.alignment(), self.layoutDirection())
        if look != self._look or len(self._laid) > _WIDTHS:
            self._look = look
            self._laid.clear()
        if width not in self._laid:
            self._laid[width] = laid(self.text(), width, self._setting())
        return self._laid[width]

    def _setting(self) -> Setting:
        side = self.alignment()
        direction = self.layoutDirection()
        if side & Qt.AlignmentFlag.AlignAbsolute:
            direction = RTL if side & Qt.AlignmentFlag.AlignRight else LTR
        centred = bool(side & Qt.AlignmentFlag.AlignHCenter)
        return Setting(self.font(), direction, centred=centred)
