"""How a table looks: titles that wrap in its headers, cells as high as their text."""

from __future__ import annotations

import re

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QStyle, QStyleOptionViewItem, QTableView

from focalpoint_app.domain.questionnaire import Kind
from focalpoint_app.gui.controls.lines import RTL, Lines, Setting, laid, own_direction
from focalpoint_app.gui.questionnaire.inputs.table import RIGHT, Records
from focalpoint_app.gui.theme import drawing
from focalpoint_app.gui.theme.fonts import SMALL_SIZE, sized_font
from focalpoint_app.gui.theme.ruling import cell_lines, side_lines
from focalpoint_app.gui.theme.tokens import tokens

Index = QModelIndex | QPersistentModelIndex
_PAD = 8
_WORD = re.compile(r"[^\s\u2e80-\u9fff\uff00-\uffef]+")
_LOWEST = 36
_NARROWEST = 72
_TITLES = 230
"""Width of the titles where each record is a column."""


class TitleHeader(QHeaderView):
    """Titles or record numbers; nothing in it is cut."""

    def __init__(self, orientation: Qt.Orientation, view: QTableView) -> None:
        super().__init__(orientation, view)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)

    def keep_words_whole(self) -> None:
        """Qt's own least width is that of the font's widest ligature."""
        least = max(map(self.least_width, range(self.count())), default=0)
        self.setMinimumSectionSize(max(_NARROWEST, least))

    def least_width(self, section: int) -> int:
        """In which no word of the title is broken; Chinese breaks anywhere."""
        measure = QFontMetrics(sized_font(SMALL_SIZE, bold=True))
        words = words_of(self._text(section))
        return max(map(measure.horizontalAdvance, words), default=0) + 2 * _PAD + 2

    def sectionSizeFromContents(self, section: int) -> QSize:
        if self.orientation() == Qt.Orientation.Vertical:
            width = _TITLES if _is_long(self._text(section)) else 40
            height = self._lines(section, width).height
            return QSize(width, max(_LOWEST, height + _PAD))
        width = self.sectionSize(section)
        height = self._lines(section, width).height
        return QSize(width, max(_LOWEST, height + _PAD))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        colours = tokens()
        painter.save()
        painter.fillRect(rect, colours.color("ground"))
        if self.orientation() == Qt.Orientation.Horizontal:
            cell_lines(painter, rect)
            side_lines(painter, rect, "top")
        else:  # The cells beside it draw the line between.
            rtl = self.layoutDirection() == RTL
            side_lines(painter, rect, "bottom", "right" if rtl else "left")
        painter.setPen(colours.color("ink"))
        lines = self._lines(section, rect.width())
        top = rect.top() + (rect.height() - lines.height) / 2
        lines.draw(painter, rect.left() + _PAD, top)
        painter.restore()

    def _lines(self, section: int, width: int) -> Lines:
        font, direction = sized_font(SMALL_SIZE, bold=True), self.layoutDirection()
        side = self._said(section, Qt.ItemDataRole.TextAlignmentRole)
        setting = Setting(font, direction, right=side == RIGHT)
        return laid(self._text(section), width - 2 * _PAD, setting)

    def _text(self, section: int) -> str:
        return str(self._said(section))

    def _said(self, section: int, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        return self.model().headerData(section, self.orientation(), role)


def words_of(text: str) -> list[str]:
    """What does not break: Chinese breaks anywhere."""
    return _WORD.findall(text)


def cell_size(option: QStyleOptionViewItem, index: Index, width: int) -> QSize:
    lines = _cell_lines(option, index, width)
    return QSize(width, max(_LOWEST, lines.height + _PAD))


def paint_cell(
    painter: QPainter, option: QStyleOptionViewItem, index: Index, records: Records
) -> None:
    """Numbers on the right, texts by their own language; the current cell ringed."""
    colours = tokens()
    box = option.rect
    painter.save()
    painter.setClipRect(box)
    cell_lines(painter, box)
    ink = index.data(Qt.ItemDataRole.ForegroundRole)
    painter.setPen(ink if isinstance(ink, QColor) else colours.color("ink"))
    _, column = records.place(index)
    lines = _cell_lines(option, index, box.width(), number=column.kind is Kind.NUMBER)
    top = box.top() + (box.height() - lines.height) / 2
    lines.draw(painter, box.left() + _PAD, top)
    if option.state & QStyle.StateFlag.State_Selected:
        drawing.focus_ring(painter, QRectF(box), 4)
    painter.restore()


def _cell_lines(
    option: QStyleOptionViewItem, index: Index, width: int, *, number: bool = False
) -> Lines:
    text = str(index.data() or "")
    direction = own_direction(text, option.direction)
    setting = Setting(sized_font(14), direction, right=number)
    return laid(text, width - 2 * _PAD, setting)


def _is_long(text: str) -> bool:
    return len(text) > 3
