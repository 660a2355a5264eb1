"""Cells of a table: painted as high as their text, edited in place."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from focalpoint_app.domain.questionnaire import Column, Kind
from focalpoint_app.gui.controls.line_field import LineField
from focalpoint_app.gui.questionnaire.inputs.table import Records
from focalpoint_app.gui.questionnaire.inputs.table_look import cell_size, paint_cell
from focalpoint_app.gui.texts import in_language

TRIGGERS = (
    QAbstractItemView.EditTrigger.DoubleClicked
    | QAbstractItemView.EditTrigger.EditKeyPressed
    | QAbstractItemView.EditTrigger.AnyKeyPressed
    | QAbstractItemView.EditTrigger.SelectedClicked
)
_Index = QModelIndex | QPersistentModelIndex


class CellDelegate(QStyledItemDelegate):
    """Choices are picked from a list, everything else is typed.

    Looking into a cell is not changing it: an editor closed as it was opened
    writes nothing.
    """

    def __init__(self, records: Records, view: QTableView) -> None:
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
        editor = (
            self._choices(column, parent)
            if column.kind is Kind.CHOICE
            else LineField(parent=parent)
        )
        editor.setAccessibleName(self._records.title(column))
        return editor

    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        if isinstance(editor, QComboBox):
            at = editor.findData(index.data(Qt.ItemDataRole.EditRole))
            editor.setCurrentIndex(max(0, at))
        else:
            super().setEditorData(editor, index)

    def setModelData(self, editor: QWidget, _model: object, index: _Index) -> None:
        written = _written(editor)
        if written != index.data(Qt.ItemDataRole.EditRole):
            self._records.setData(index, written)

    def _choices(self, column: Column, parent: QWidget) -> QComboBox:
        """The first row is empty: it takes a choice back."""
        box = QComboBox(parent)
        box.addItem("", "")
        for choice in column.choices:
            box.addItem(in_language(choice.text, self._records.language), choice.id)
        return box


def _written(editor: QWidget) -> str:
    if isinstance(editor, QComboBox):
        return str(editor.currentData())
    return editor.text() if isinstance(editor, QLineEdit) else ""
