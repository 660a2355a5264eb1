"""A table over all instruments: edited in place, each row leading to its page."""

from __future__ import annotations

from collections.abc import Sequence

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
        self._titles = TitleHeader(Qt.Orientation.Horizontal, self)
        self._titles.setMinimumSectionSize(_NARROWEST)
        self.setHorizontalHeader(self._titles)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(TRIGGERS)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)  # cells draw their lines in the scheme's colour
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
        least = [self._titles.least_width(each) for each in range(len(self._shares))]
        wide = shared(width, self._shares, least)
        for column, each in enumerate(wide):
            self.setColumnWidth(column, each)
        self.resizeRowsToContents()
        rows = self.verticalHeader().length()
        header = self._titles.sizeHint().height()
        bar = 14 if sum(wide) > room else 2
        self.setFixedHeight(rows + header + bar)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.fit()


def shared(width: int, shares: Sequence[int], least: Sequence[int]) -> tuple[int, ...]:
    """``width`` by ``shares``, to its last pixel; no column is narrower than its
    ``least``.
    """
    fixed: dict[int, int] = {}
    while True:
        room = width - sum(fixed.values())
        total = sum(share for at, share in enumerate(shares) if at not in fixed)
        wide = {at: room * share // total for at, share in enumerate(shares)
                if at not in fixed}  # fmt: skip
        narrow = {at: least[at] for at, each in wide.items() if each < least[at]}
        if not narrow:
            *others, last = ((fixed | wide)[at] for at in range(len(shares)))
            return (*others, max(last, width - sum(others)))
        fixed |= narrow
