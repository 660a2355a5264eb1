"""Running text at one and a half lines: the Arabic family's own spacing is twice."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

_LINE = 1.6
"""Of the font's size.  1.5 is the least; harakat need the rest."""

_WIDTHS = 4


class Paragraph(QLabel):
    """A label that wraps, as high as its width asks, aligned by its own language."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._look: tuple[object, ...] = ()
        self._laid: dict[int, tuple[list[QTextLayout], int]] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._layouts(width)[1]

    def sizeHint(self) -> QSize:
        words = self.fontMetrics().horizontalAdvance(self.text())
        wide = min(words + 4, 400)
        return QSize(wide, self.heightForWidth(max(wide, self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(60, self.sizeHint().width()), self._step())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        layouts, height = self._layouts(self.width())
        top = max(0.0, (self.height() - height) / 2)
        for layout in layouts:
            layout.draw(painter, QPointF(0, top))

    def _layouts(self, width: int) -> tuple[list[QTextLayout], int]:
        """One layout a paragraph, and the height of them all; kept by width.

        A layout asks for two or three widths in turn before it decides.
        """
        look = (self.text(), self.font(), self.alignment(), self.layoutDirection())
        if look != self._look or len(self._laid) > _WIDTHS:
            self._look = look
            self._laid.clear()
        if width not in self._laid:
            self._laid[width] = self._lay(width)
        return self._laid[width]

    def _lay(self, width: int) -> tuple[list[QTextLayout], int]:
        layouts = []
        y = 0.0
        for text in self.text().split("\n"):
            layout = QTextLayout(text, self.font(), self)
            layout.setTextOption(self._option())
            y = self._break(layout, max(1, width), y)
            layouts.append(layout)
        return layouts, round(y)

    def _break(self, layout: QTextLayout, width: int, y: float) -> float:
        step = self._step()
        layout.beginLayout()
        line = layout.createLine()
        while line.isValid():
            line.setLineWidth(width)
            shift = (step - line.ascent() - line.descent()) / 2
            line.setPosition(QPointF(0, y + shift))
            y += step
            line = layout.createLine()
        layout.endLayout()
        return y

    def _option(self) -> QTextOption:
        """What has no strong letter follows the window."""
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        side = self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask
        absolute = bool(side & Qt.AlignmentFlag.AlignAbsolute)
        rtl = self.layoutDirection() == _RTL
        if absolute:
            rtl = bool(side & Qt.AlignmentFlag.AlignRight)
        option.setTextDirection(_RTL if rtl else _LTR)
        if side & Qt.AlignmentFlag.AlignHCenter:
            option.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        else:
            edge = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
            option.setAlignment(edge | Qt.AlignmentFlag.AlignAbsolute)
        return option

    def _step(self) -> int:
        return round(self.font().pixelSize() * _LINE)


_RTL = Qt.LayoutDirection.RightToLeft
_LTR = Qt.LayoutDirection.LeftToRight
