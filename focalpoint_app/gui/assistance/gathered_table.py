"""A table over all instruments: edited in place, each row leading to its page."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from focalpoint_app.domain.questionnaire import Kind
from focalpoint_app.gui.assistance.records import GatheredRecords
from focalpoint_app.gui.questionnaire.inputs.table_look import (
    TitleHeader,
    cell_size,
    paint_cell,
)
from focalpoint_app.gui.texts import in_language

_Index = QModelIndex | QPersistentModelIndex
_NARROWEST = 60
_LEAST = 40
"""Pixels a share: below that words would break, and the table scrolls instead."""
_TRIGGERS = (
    QAbstractItemView.EditTrigger.DoubleClicked
    | QAbstractItemView.EditTrigger.EditKeyPressed
    | QAbstractItemView.EditTrigger.AnyKeyPressed
    | QAbstractItemView.EditTrigger.SelectedClicked
)


class GatheredTable(QTableView):
    """As high as its rows: the page scrolls, not the table.

    Signals:
        moved: another row is the current one.
    """

    moved = Signal()

    def __init__(self, records: GatheredRecords, shares: tuple[int, ...]) -> None:
        """``shares`` of the width, one a column."""
        super().__init__()
        self.records = records
        self._shares = shares
        self.setModel(records)
        self.setItemDelegate(_Cells(records, self))
        self.setHorizontalHeader(TitleHeader(Qt.Orientation.Horizontal, self))
        self.horizontalHeader().setMinimumSectionSize(_NARROWEST)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(_TRIGGERS)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.selectionModel().currentChanged.connect(lambda *_: self.moved.emit())

    @property
    def current(self) -> str:
        """The id of the row worked on, empty where there is none."""
        at = self.currentIndex().row()
        rows = self.records.rows
        return rows[at].id if 0 <= at < len(rows) else ""

    def fit(self) -> None:
        """Share the width, then give each row the height of its longest cell."""
        room, total = self.viewport().width(), sum(self._shares)
        width = max(room, total * _LEAST)
        for column, share in enumerate(self._shares):
            self.setColumnWidth(column, width * share // total)
        self.resizeRowsToContents()
        rows = self.verticalHeader().length()
        header = self.horizontalHeader().sizeHint().height()
        bar = 14 if width > room else 2
        self.setFixedHeight(rows + header + bar)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.fit()


class _Cells(QStyledItemDelegate):
    """Choices are picked from a list, everything else is typed."""

    def __init__(self, records: GatheredRecords, view: QTableView) -> None:
        super().__init__(view)
        self._records = records
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return cell_size(option, index, self._view.columnWidth(index.column()))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: _Index
    ) -> None:
        paint_cell(painter, option, index, self._records)

    def createEditor(
        self, parent: QWidget, _option: QStyleOptionViewItem, index: _Index
    ) -> QWidget:
        _, column = self._records.place(index)
        if column.kind is not Kind.CHOICE:
            editor = QLineEdit(parent)
            editor.setAccessibleName(self._records.title(column))
            return editor
        box = QComboBox(parent)
        for choice in column.choices:
            box.addItem(in_language(choice.text, self._records.language), choice.id)
        box.setAccessibleName(self._records.title(column))
        return box

    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        if isinstance(editor, QComboBox):
            row, column = self._records.place(index)
            editor.setCurrentIndex(
                max(0, editor.findData(str(row.cells.get(column.id, ""))))
            )
        else:
            super().setEditorData(editor, index)

    def setModelData(self, editor: QWidget, _model: object, index: _Index) -> None:
        if isinstance(editor, QComboBox):
            self._records.setData(index, editor.currentData())
        elif isinstance(editor, QLineEdit):
            self._records.setData(index, editor.text())
