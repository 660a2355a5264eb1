"""Radio buttons and check boxes whose words wrap instead of being cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QRadioButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QWidget,
)

from focalpoint_app.gui.controls.lines import Lines, Setting, laid, line_height
from focalpoint_app.gui.theme import drawing
from focalpoint_app.gui.theme.tokens import tokens

if TYPE_CHECKING:
    _Button = QAbstractButton
else:  # Of Qt's own classes Python's can have but one.
    _Button = object

_BOX = 20
_GAP = 8
_PAD = 4


def _words_width(width: int) -> int:
    return max(1, width - _BOX - _GAP - 2 * _PAD)


def _height(button: QAbstractButton, width: int) -> int:
    return max(28, _lines(button, _words_width(width)).height + 4)


def _lines(button: QAbstractButton, width: int) -> Lines:
    return laid(button.text(), width, Setting(button.font(), button.layoutDirection()))


def _paint(
    button: QAbstractButton, option: QStyleOptionButton, box: QStyle.PrimitiveElement
) -> None:
    painter = QPainter(button)
    whole = button.rect()
    direction = button.layoutDirection()
    lines = _lines(button, _words_width(whole.width()))
    top = (whole.height() - lines.height) // 2
    first = top + (line_height(button.font()) - _BOX) // 2
    option.rect = QStyle.visualRect(direction, whole, QRect(_PAD, first, _BOX, _BOX))
    button.style().drawPrimitive(box, option, painter, button)
    start = QRect(_PAD + _BOX + _GAP, top, _words_width(whole.width()), lines.height)
    place = QStyle.visualRect(direction, whole, start)
    painter.setPen(tokens().color("ink" if button.isEnabled() else "soft_ink"))
    lines.draw(painter, place.left(), place.top())
    if button.hasFocus():
        drawing.focus_ring(painter, whole.toRectF(), 6)


class _Wrapping(_Button):
    """Its words stand in as many lines as the width asks for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return _height(self, width)

    def sizeHint(self) -> QSize:
        words = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(words + _BOX + _GAP + 2 * _PAD + 6, _height(self, 10_000))

    def minimumSizeHint(self) -> QSize:
        return QSize(60, 28)

    def hitButton(self, _place: object) -> bool:
        return True


class RadioOption(_Wrapping, QRadioButton):
    """One of several."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        _paint(self, option, QStyle.PrimitiveElement.PE_IndicatorRadioButton)


class CheckOption(_Wrapping, QCheckBox):
    """One beside others."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        _paint(self, option, QStyle.PrimitiveElement.PE_IndicatorCheckBox)
