"""Draws a row of the contents: a mark and words that wrap instead of being cut."""

from __future__ import annotations

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
)

from focalpoint_app.gui.controls.lines import Setting, laid
from focalpoint_app.gui.questionnaire.contents_model import HEARD, LEVEL, STANDING
from focalpoint_app.gui.theme import drawing
from focalpoint_app.gui.theme.fonts import BADGE_SIZE, sized_font
from focalpoint_app.gui.theme.icons import paint_icon
from focalpoint_app.gui.theme.marks import MARK_SIZE, paint_mark
from focalpoint_app.gui.theme.tokens import tokens

Index = QModelIndex | QPersistentModelIndex
_GAP = 8
_PAD = 6
_LOWEST = 32
_BUBBLE = 16


class ContentsRow(QStyledItemDelegate):
    """The view's width decides how many lines a title takes."""

    def __init__(self, view: QTreeView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._room(index)
        lines = laid(str(index.data()), width, _setting(option, index))
        return QSize(width, max(_LOWEST, lines.height + 2 * _PAD))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index
    ) -> None:
        colours = tokens()
        painter.save()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        self._paint_ground(painter, option, selected=selected)
        mark = QRect(_PAD, 0, MARK_SIZE, option.rect.height())
        paint_mark(painter, _placed(option, mark), index.data(STANDING), colours)
        painter.setPen(colours.color("on_accent_soft" if selected else "ink"))
        start = _PAD + MARK_SIZE + _GAP
        width = option.rect.width() - start - _PAD - _trailing(index)
        lines = laid(str(index.data()), width, _setting(option, index))
        top = (option.rect.height() - lines.height) // 2
        place = _placed(option, QRect(start, top, width, lines.height))
        lines.draw(painter, place.left(), place.top())
        self._paint_heard(painter, option, index)
        painter.restore()

    def _paint_heard(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """A bubble and how many contributions there are, at the trailing edge."""
        if not _trailing(index):
            return
        ink = tokens().color("soft_ink")
        start = option.rect.width() - _trailing(index)
        height = option.rect.height()
        icon = _placed(option, QRect(start, 0, _BUBBLE, height))
        paint_icon(painter, icon, "consultation", ink,
                   rtl=option.direction == Qt.LayoutDirection.RightToLeft)  # fmt: skip
        painter.setPen(ink)
        painter.setFont(sized_font(BADGE_SIZE))
        room = _trailing(index) - _BUBBLE - 4
        number = _placed(option, QRect(start + _BUBBLE + 4, 0, room, height))
        edge = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(
            number,
            QStyle.visualAlignment(option.direction, edge),
            str(index.data(HEARD)),
        )

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

    def _room(self, index: Index) -> int:
        depth = int(index.data(LEVEL)) + 1
        width = self._view.viewport().width() - depth * self._view.indentation()
        return max(60, width - 2 * _PAD - MARK_SIZE - _GAP - _trailing(index))


def _trailing(index: Index) -> int:
    """Room at the trailing edge for the bubble and its number, where there is one:
    every pixel more breaks a long word.
    """
    heard = index.data(HEARD)
    if not heard:
        return 0
    number = QFontMetrics(sized_font(BADGE_SIZE)).horizontalAdvance(str(heard))
    return _BUBBLE + 4 + number + 4


def _placed(option: QStyleOptionViewItem, box: QRect) -> QRectF:
    """From the row's leading edge to the screen."""
    moved = box.translated(option.rect.topLeft())
    return QRectF(QStyle.visualRect(option.direction, option.rect, moved))


def _setting(option: QStyleOptionViewItem, index: Index) -> Setting:
    return Setting(sized_font(14, bold=index.data(LEVEL) == 0), option.direction)
