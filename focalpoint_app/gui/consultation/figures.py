"""Tables to be read: titles in header cells, rows that lead somewhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from focalpoint_app.gui.assistance.gathered_table import shared
from focalpoint_app.gui.controls.lines import Lines, Setting, laid, own_direction
from focalpoint_app.gui.controls.tips import plain_tip
from focalpoint_app.gui.questionnaire.inputs.table import RIGHT
from focalpoint_app.gui.questionnaire.inputs.table_look import TitleHeader, words_of
from focalpoint_app.gui.theme import drawing
from focalpoint_app.gui.theme.fonts import sized_font
from focalpoint_app.gui.theme.ruling import cell_lines
from focalpoint_app.gui.theme.tokens import tokens

_Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
_PAD = 8
_LOWEST = 36
_SIZE = 14
_NARROWEST = 60
_WIDEST_WORD = 150  # pixels; longer ones break
_LEAST = 28
"""Pixels a share: below that words would break, and the table scrolls instead."""


@dataclass(frozen=True, slots=True)
class Heading:
    """``words`` in the window's language; numbers stand on the right."""

    words: str
    share: int = 1
    is_number: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """``ink`` names the token that the text is written in."""

    text: str
    ink: str = "ink"


@dataclass(frozen=True, slots=True)
class Line:
    """``id`` is what the row leads to, empty where it leads nowhere."""

    id: str
    cells: tuple[Figure, ...]


class Figures(QAbstractTableModel):
    def __init__(self) -> None:
        super().__init__()
        self.headings: tuple[Heading, ...] = ()
        self.lines: tuple[Line, ...] = ()

    def show_lines(self, headings: tuple[Heading, ...], lines: Sequence[Line]) -> None:
        self.beginResetModel()
        self.headings, self.lines = headings, tuple(lines)
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    def columnCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.headings)

    def figure(self, index: _Index) -> Figure:
        return self.lines[index.row()].cells[index.column()]

    def data(self, index: _Index, role: int = _Role.DisplayRole) -> object:
        figure = self.figure(index)
        match role:
            case _Role.DisplayRole:
                return figure.text
            case _Role.ToolTipRole:
                return plain_tip(figure.text)
            case _Role.AccessibleTextRole:
                return f"{self.headings[index.column()].words}: {figure.text}"
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> object:
        is_title = orientation == Qt.Orientation.Horizontal
        if role == _Role.TextAlignmentRole and is_title:
            return RIGHT if self.headings[section].is_number else None
        if role != _Role.DisplayRole:
            return None
        return self.headings[section].words if is_title else self._first(section)

    def _first(self, row: int) -> str:
        return self.lines[row].cells[0].text


class FigureTable(QTableView):
    """As high as its rows: the page scrolls, not the table.

    Signals:
        entered_row: the id of a row that leads somewhere.
    """

    entered_row = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.figures = Figures()
        self.setModel(self.figures)
        self.setItemDelegate(_Cell(self))
        self._titles = TitleHeader(Qt.Orientation.Horizontal, self)
        self._titles.setMinimumSectionSize(_NARROWEST)  # Qt's own is a ligature's.
        self.setHorizontalHeader(self._titles)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)  # cells draw their lines in the scheme's colour
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.activated.connect(self._enter)
        self.doubleClicked.connect(self._enter)

    def show_lines(self, headings: tuple[Heading, ...], lines: Sequence[Line]) -> None:
        self.figures.show_lines(headings, lines)
        self.setVisible(bool(lines))
        self.fit()

    def fit(self) -> None:
        """Share the width, then give each row the height of its longest cell."""
        shares = tuple(each.share for each in self.figures.headings)
        if not shares:
            return
        room = self.viewport().width()
        least = [self._least(at) for at in range(len(shares))]
        wide = shared(max(room, sum(shares) * _LEAST), shares, least)
        for column, width in enumerate(wide):
            self.setColumnWidth(column, width)
        self.resizeRowsToContents()
        rows, header = self.verticalHeader().length(), self._titles.sizeHint().height()
        bar = 14 if sum(wide) > room else 2
        self.setFixedHeight(rows + header + bar)

    def _least(self, column: int) -> int:
        """In which neither the title's words break nor a number or a month."""
        measure = QFontMetrics(sized_font(_SIZE))
        cells = (line.cells[column].text for line in self.figures.lines)
        words = dict.fromkeys(word for text in cells for word in words_of(text))
        widest = max(map(measure.horizontalAdvance, words), default=0)
        whole = min(widest + 2 * _PAD + 2, _WIDEST_WORD)
        return max(self._titles.least_width(column), whole)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.fit()

    def _enter(self, index: QModelIndex) -> None:
        key = self.figures.lines[index.row()].id
        if key:
            self.entered_row.emit(key)


class _Cell(QStyledItemDelegate):
    """As high as its text; the selected row on the soft accent."""

    def __init__(self, table: FigureTable) -> None:
        super().__init__(table)
        self._table = table

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        width = self._table.columnWidth(index.column())
        return QSize(
            width, max(_LOWEST, self._laid(option, index, width).height + _PAD)
        )

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: _Index
    ) -> None:
        colours, box = tokens(), QRectF(option.rect)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setClipRect(option.rect)
        if is_chosen:
            painter.fillRect(box, colours.color("accent_soft"))
        cell_lines(painter, option.rect)
        ink = "ink" if is_chosen else self._table.figures.figure(index).ink
        painter.setPen(colours.color(ink))
        lines = self._laid(option, index, option.rect.width())
        top = box.top() + (box.height() - lines.height) / 2
        lines.draw(painter, box.left() + _PAD, top)
        is_current = index.row() == max(0, self._table.currentIndex().row())
        if is_current and index.column() == 0 and self._table.hasFocus():
            drawing.focus_ring(painter, box, 4)
        painter.restore()

    def _laid(self, option: QStyleOptionViewItem, index: _Index, width: int) -> Lines:
        figures = self._table.figures
        text = figures.figure(index).text
        direction = own_direction(text, option.direction)
        is_number = figures.headings[index.column()].is_number
        setting = Setting(sized_font(_SIZE), direction, right=is_number)
        return laid(text, width - 2 * _PAD, setting)
