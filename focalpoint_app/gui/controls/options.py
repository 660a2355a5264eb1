"""Radio buttons and check boxes whose words wrap instead of being cut."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
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

from focalpoint_app.gui.theme import drawing
from focalpoint_app.gui.theme.tokens import tokens

_BOX = 20
_GAP = 8
_PAD = 4
_FLAGS = int(Qt.TextFlag.TextWordWrap)


class RadioOption(QRadioButton):
    """One of several."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _let_wrap(self)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return _height(self, width)

    def sizeHint(self) -> QSize:
        return _size(self)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, 28)

    def hitButton(self, _place: object) -> bool:
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        _paint(self, option, QStyle.PrimitiveElement.PE_IndicatorRadioButton)


class CheckOption(QCheckBox):
    """One beside others."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _let_wrap(self)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return _height(self, width)

    def sizeHint(self) -> QSize:
        return _size(self)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, 28)

    def hitButton(self, _place: object) -> bool:
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        _paint(self, option, QStyle.PrimitiveElement.PE_IndicatorCheckBox)


def _let_wrap(button: QAbstractButton) -> None:
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    button.setSizePolicy(policy)


def _words_width(width: int) -> int:
    return max(1, width - _BOX - _GAP - 2 * _PAD)


def _height(button: QAbstractButton, width: int) -> int:
    room = QRect(0, 0, _words_width(width), 10_000)
    words = button.fontMetrics().boundingRect(room, _FLAGS, button.text())
    return max(28, words.height() + 2)


def _size(button: QAbstractButton) -> QSize:
    words = button.fontMetrics().horizontalAdvance(button.text())
    return QSize(words + _BOX + _GAP + 2 * _PAD + 6, _height(button, 10_000))


def _paint(
    button: QAbstractButton, option: QStyleOptionButton, box: QStyle.PrimitiveElement
) -> None:
    painter = QPainter(button)
    whole = button.rect()
    direction = button.layoutDirection()
    line = button.fontMetrics().height()
    top = max(0, (min(line, whole.height()) - _BOX) // 2 + 1)
    option.rect = QStyle.visualRect(direction, whole, QRect(_PAD, top, _BOX, _BOX))
    button.style().drawPrimitive(box, option, painter, button)
    place = QRect(_PAD + _BOX + _GAP, 0, _words_width(whole.width()), whole.height())
    painter.setPen(tokens().color("ink" if button.isEnabled() else "soft_ink"))
    side = QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignLeft)
    flags = int(side) | int(Qt.AlignmentFlag.AlignVCenter) | _FLAGS
    painter.drawText(QStyle.visualRect(direction, whole, place), flags, button.text())
    if button.hasFocus():
        drawing.focus_ring(painter, whole.toRectF(), 6)
