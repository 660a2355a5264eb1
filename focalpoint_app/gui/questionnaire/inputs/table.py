"""A table of records: one record a column where the figures are many."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor

from focalpoint_app.domain.answer import NOT_COLLECTED, Cell, Row
from focalpoint_app.domain.questionnaire import Column, Kind
from focalpoint_app.gui.questionnaire.inputs.typed import read_date, read_number
from focalpoint_app.gui.texts import in_language
from focalpoint_app.gui.theme.tokens import tokens
from focalpoint_app.language.catalogue import SOURCE_LANGUAGE, Catalogue

Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole


class Records(QAbstractTableModel):
    """Rows of a table question; ``turned`` lays each record out as a column.

    Signals:
        edited: the row as the user left it.
        wrong: what was typed into a cell cannot be read; column and text.
    """

    edited = Signal(object)
    wrong = Signal(object, str)

    def __init__(self, columns: tuple[Column, ...], *, turned: bool) -> None:
        super().__init__()
        self.columns = columns
        self.turned = turned
        self._rows: tuple[Row, ...] = ()
        self._tr = Catalogue(SOURCE_LANGUAGE)

    @property
    def rows(self) -> tuple[Row, ...]:
        return self._rows

    @property
    def language(self) -> str:
        return self._tr.language

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Keeps the view's place where only cells changed."""
        if [row.id for row in rows] == [row.id for row in self._rows]:
            self._rows = rows
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def retranslate(self, tr: Catalogue) -> None:
        self._tr = tr
        for orientation in Qt.Orientation:
            self.headerDataChanged.emit(orientation, 0, self._count(orientation) - 1)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else self._count(_VERTICAL)

    def columnCount(self, parent: Index | None = None) -> int:
        if parent is not None and parent.isValid():
            return 0
        return self._count(_HORIZONTAL)

    def place(self, index: Index) -> tuple[Row, Column]:
        record, column = index.row(), index.column()
        if self.turned:
            record, column = column, record
        return self._rows[record], self.columns[column]

    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        row, column = self.place(index)
        cell = row.cells.get(column.id)
        match role:
            case _Role.DisplayRole:
                return self._shown(cell, column)
            case _Role.EditRole:
                return "" if cell == NOT_COLLECTED else self._written(cell)
            case _Role.ForegroundRole if cell == NOT_COLLECTED:
                return QColor(tokens().soft_ink)
            case _Role.TextAlignmentRole if column.kind is Kind.NUMBER:
                return RIGHT
            case _Role.AccessibleTextRole:
                return f"{self.title(column)}: {self._shown(cell, column)}"
        return None

    def setData(self, index: Index, value: object, _role: int = _Role.EditRole) -> bool:
        row, column = self.place(index)
        text = str(value).strip()
        cell = read_cell(column, text, self._tr)
        if text and cell is None:
            self.wrong.emit(column, text)
            return False
        self.put(row, column, cell)
        return True

    def put(self, row: Row, column: Column, cell: Cell | None) -> None:
        cells = {key: each for key, each in row.cells.items() if key != column.id}
        if cell is not None:
            cells[column.id] = cell
        if cells != row.cells:
            self.edited.emit(Row(row.id, cells))

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> object:
        names_columns = (orientation == _HORIZONTAL) != self.turned
        if role == _Role.DisplayRole:
            return self.title(self.columns[section]) if names_columns else section + 1
        if role == _Role.TextAlignmentRole and names_columns:
            return self._side(self.columns[section])
        return None

    def _side(self, column: Column) -> int | None:
        """A title stands over what it names, or leads its row."""
        if self.turned:
            return int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        return RIGHT if column.kind is Kind.NUMBER else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    def title(self, column: Column) -> str:
        words = in_language(column.text, self.language)
        return f"{words} ({column.unit})" if column.unit else words

    def _shown(self, cell: Cell | None, column: Column) -> str:
        if cell == NOT_COLLECTED:
            return self._tr("not collected")
        if column.kind is Kind.CHOICE:
            return _choice_texts(column, self.language).get(str(cell), "")
        return self._written(cell)

    def _written(self, cell: Cell | None) -> str:
        """A number as it is read again."""
        return self._tr.number(cell) if isinstance(cell, Decimal) else cell or ""

    def _count(self, orientation: Qt.Orientation) -> int:
        records = (orientation == _VERTICAL) != self.turned
        return len(self._rows) if records else len(self.columns)


_VERTICAL = Qt.Orientation.Vertical
_HORIZONTAL = Qt.Orientation.Horizontal
RIGHT = int(
    Qt.AlignmentFlag.AlignRight
    | Qt.AlignmentFlag.AlignAbsolute
    | Qt.AlignmentFlag.AlignVCenter
)


def read_cell(column: Column, text: str, tr: Catalogue) -> Cell | None:
    """What was typed, as the column's kind; None where it cannot be that."""
    match column.kind:
        case Kind.NUMBER:
            return read_number(text, tr)
        case Kind.DATE:
            return read_date(text)
    return text or None


def _choice_texts(column: Column, language: str) -> Mapping[str, str]:
    return {each.id: in_language(each.text, language) for each in column.choices}
