"""A table over all instruments: edited in place, each row leading to its page."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from focalpoint_app.gui.assistance.records import GatheredRecords
from focalpoint_app.gui.questionnaire.inputs.cells import TRIGGERS, CellDelegate
from focalpoint_app.gui.questionnaire.inputs.table_look import TitleHeader

_NARROWEST = 60
_LEAST = 40
"""Pixels a share: below that words would break, and the table scrolls instead."""


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
        self.setItemDelegate(CellDelegate(records, self))
        self.setHorizontalHeader(TitleHeader(Qt.Orientation.Horizontal, self))
        self.horizontalHeader().setMinimumSectionSize(_NARROWEST)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(TRIGGERS)
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
