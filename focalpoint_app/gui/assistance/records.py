"""Rows of the same table question of several instruments, in one model."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

from focalpoint_app.domain.answer import Cell, Row
from focalpoint_app.domain.questionnaire import Column, Kind
from focalpoint_app.gui.questionnaire.inputs.table import Records

INSTRUMENT = "instrument"
"""The column before the questionnaire's own; it is read only."""

_Index = QModelIndex | QPersistentModelIndex


class GatheredRecords(Records):
    """``edited`` gives a row without the instrument; ``question`` says whose it is."""

    def __init__(self, columns: tuple[Column, ...]) -> None:
        first = Column(INSTRUMENT, Kind.TEXT, {})
        super().__init__((first, *columns), turned=False)
        self._questions: Mapping[str, str] = {}
        self.heading = ""

    def show_gathered(
        self, rows: tuple[Row, ...], questions: Mapping[str, str]
    ) -> None:
        """``questions``: a row's id to its question's."""
        self._questions = questions
        if rows or self.rows:  # There is no cell to tell of in an empty table.
            self.show_rows(rows)

    def question(self, row: str) -> str:
        return self._questions[row]

    def put(self, row: Row, column: Column, cell: Cell | None) -> None:
        own = {key: each for key, each in row.cells.items() if key != INSTRUMENT}
        super().put(replace(row, cells=own), column, cell)

    def title(self, column: Column) -> str:
        return self.heading if column.id == INSTRUMENT else super().title(column)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if self.columns[index.column()].id == INSTRUMENT:
            return flags & ~Qt.ItemFlag.ItemIsEditable
        return flags
