"""Draws a row of the contents: a mark and words that wrap instead of being cut."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
)

from focalpoint_app.gui.questionnaire.contents_model import LEVEL, STANDING
from focalpoint_app.gui.theme import drawing
from focalpoint_app.gui.theme.fonts import sized_font
from focalpoint_app.gui.theme.marks import MARK_SIZE, paint_mark
from focalpoint_app.gui.theme.tokens import tokens

Index = QModelIndex | QPersistentModelIndex
_GAP = 8
_PAD = 6
_LOWEST = 32
_WRAP = int(Qt.TextFlag.TextWordWrap)


class ContentsRow(QStyledItemDelegate):
    """The view's width decides how many lines a title takes."""

    def __init__(self, view: QTreeView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        room = QRect(0, 0, self._room(index), 1_000)
        _set_font(option, index)
        text = str(index.data())
        words = option.fontMetrics.boundingRect(room, _WRAP, text)
        lines = max(1, round(words.height() / option.fontMetrics.lineSpacing()))
        height = lines * _line_height(option.font) + 2 * _PAD
        return QSize(room.width(), max(_LOWEST, height))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index
    ) -> None:
        colours = tokens()
        _set_font(option, index)
        painter.save()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        self._paint_ground(painter, option, selected=selected)
        mark = QRect(_PAD, 0, MARK_SIZE, option.rect.height())
        paint_mark(painter, self._placed(option, mark), index.data(STANDING), colours)
        painter.setPen(colours.color("on_accent_soft" if selected else "ink"))
        painter.setFont(option.font)
        self._paint_words(painter, option, str(index.data()))
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, *, selected: bool
    ) -> None:
        box = QRectF(option.rect).adjusted(0, 1, 0, -1)
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if selected:
            drawing.rounded(painter, box, 8, tokens().accent_soft)
        elif over:
            drawing.rounded(painter, box, 8, tokens().ground)
        if selected and self._view.hasFocus():
            drawing.focus_ring(painter, box, 8)

    def _paint_words(
        self, painter: QPainter, option: QStyleOptionViewItem, text: str
    ) -> None:
        """Line by line, closer than the Arabic font's own spacing."""
        start = _PAD + MARK_SIZE + _GAP
        width = option.rect.width() - start - _PAD
        lines = _lines(option, text, width)
        step = _line_height(option.font)
        top = (option.rect.height() - step * len(lines)) // 2
        side = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignLeft)
        flags = int(side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip)
        for at, line in enumerate(lines):
            place = QRect(start, top + at * step, width, step)
            painter.drawText(self._placed(option, place), flags, line)

    def _placed(self, option: QStyleOptionViewItem, box: QRect) -> QRectF:
        """From the row's leading edge to the screen."""
        moved = box.translated(option.rect.topLeft())
        return QRectF(QStyle.visualRect(option.direction, option.rect, moved))

    def _room(self, index: Index) -> int:
        depth = int(index.data(LEVEL)) + 1
        width = self._view.viewport().width() - depth * self._view.indentation()
        return max(60, width - 2 * _PAD - MARK_SIZE - _GAP)


def _set_font(option: QStyleOptionViewItem, index: Index) -> None:
    level = index.data(LEVEL)
    option.font = sized_font(14, bold=level == 0)
    option.fontMetrics = type(option.fontMetrics)(option.font)


def _line_height(font: QFont) -> int:
    """1.5 of the size: the Arabic family's own spacing is over 2."""
    return round(font.pixelSize() * 1.55)


def _lines(option: QStyleOptionViewItem, text: str, width: int) -> list[str]:
    """The text broken between words where it does not fit."""
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if line and option.fontMetrics.horizontalAdvance(longer) > width:
            lines.append(line)
            line = word
        else:
            line = longer
    return [*lines, line]
