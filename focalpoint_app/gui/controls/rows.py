"""Rows of lists whose words wrap: a soft first line, then the text."""

from __future__ import annotations

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from focalpoint_app.gui.controls.lines import Lines, Setting, laid, own_direction
from focalpoint_app.gui.theme import drawing
from focalpoint_app.gui.theme.fonts import SMALL_SIZE, sized_font
from focalpoint_app.gui.theme.marks import MARK_SIZE, paint_mark
from focalpoint_app.gui.theme.tokens import tokens

HEAD = Qt.ItemDataRole.UserRole + 10
"""A soft line above the text, as *Article 5 · Answer*."""
BOLD = Qt.ItemDataRole.UserRole + 11
"""Start and end of what was searched for, in the text."""
MARK = Qt.ItemDataRole.UserRole + 12
"""A standing whose mark is drawn before the text; its word belongs into HEAD."""

_Index = QModelIndex | QPersistentModelIndex
_PAD_X, _PAD_Y = 10, 6
_MARK_ROOM = MARK_SIZE + 10


class RowList(QListWidget):
    """A list on the card's ground; a row is pressed or entered to go there."""

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setItemDelegate(_Row(self))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.scheduleDelayedItemsLayout()


class _Row(QStyledItemDelegate):
    def __init__(self, view: RowList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        width = self._view.viewport().width()
        head, text = self._laid(option, index, width)
        return QSize(width, max(34, head.height + text.height + 2 * _PAD_Y))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: _Index
    ) -> None:
        colours = tokens()
        box = option.rect
        painter.save()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if selected or over:
            ground = colours.accent_soft if selected else colours.ground
            drawing.rounded(painter, box.toRectF(), 8, ground)
        if self._view.hasFocus() and self._is_current(index):
            drawing.focus_ring(painter, box.toRectF(), 8)
        head, text = self._laid(option, index, box.width())
        top = box.top() + (box.height() - head.height - text.height) / 2
        left = self._paint_mark(painter, option, index)
        painter.setPen(colours.color("soft_ink"))
        head.draw(painter, left, top)
        painter.setPen(colours.color("ink"))
        text.draw(painter, left, top + head.height)
        painter.restore()

    def _is_current(self, index: _Index) -> bool:
        """From where the arrow keys go on, chosen or not; else from the first row."""
        return index.row() == max(0, self._view.currentIndex().row())

    def _paint_mark(
        self, painter: QPainter, option: QStyleOptionViewItem, index: _Index
    ) -> float:
        """Draw it on the leading side; where the text begins, from the left."""
        box, standing = option.rect, index.data(MARK)
        if not standing:
            return box.left() + _PAD_X
        top = box.top() + (box.height() - MARK_SIZE) // 2
        spot = QRect(box.left() + _PAD_X, top, MARK_SIZE, MARK_SIZE)
        place = QStyle.visualRect(option.direction, box, spot)
        paint_mark(painter, QRectF(place), str(standing), tokens())
        is_rtl = option.direction == Qt.LayoutDirection.RightToLeft
        return box.left() + _PAD_X + (0 if is_rtl else _MARK_ROOM)

    def _laid(
        self, option: QStyleOptionViewItem, index: _Index, width: int
    ) -> tuple[Lines, Lines]:
        direction = option.direction
        room = width - 2 * _PAD_X - (_MARK_ROOM if index.data(MARK) else 0)
        small = Setting(sized_font(SMALL_SIZE), direction)
        bold = tuple(index.data(BOLD) or (0, 0))
        own = own_direction(str(index.data()), direction)
        setting = Setting(sized_font(14), own, bold=(bold[0], bold[1]))
        head = index.data(HEAD)
        above = laid(str(head), room, small) if head else Lines((), 0, 0)
        return above, laid(str(index.data()), room, setting)
