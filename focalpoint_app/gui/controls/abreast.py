"""Fields side by side where they have room, under one another where they have not."""

from __future__ import annotations

from itertools import chain

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QAbstractButton, QLayoutItem, QWidget

from focalpoint_app.gui.controls.flow import FlowLayout

_GAP = 12
_ENOUGH = 320
"""Pixels in which every field can be read, however long its choices are."""


class Abreast(FlowLayout):
    """Rows whose widgets share the width evenly; all rows fold together."""

    def __init__(self, *rows: tuple[QWidget, ...]) -> None:
        super().__init__(None, _GAP)
        self._rows = rows
        for widget in chain(*rows):
            self.addWidget(widget)
            if isinstance(widget, QAbstractButton):  # beside a field, not a label
                self.setAlignment(widget, Qt.AlignmentFlag.AlignBottom)

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        seen = {
            widget: item
            for item in self._items
            if not item.isEmpty() and (widget := item.widget()) is not None
        }
        rows = [[seen[each] for each in row if each in seen] for row in self._rows]
        if not all(_fits(row, width) for row in rows):
            rows = [[item] for row in rows for item in row]
        return [_shared(row, width) for row in rows if row]


def _share(row: list[QLayoutItem], width: int) -> int:
    return (width - _GAP * (len(row) - 1)) // max(1, len(row))


def _fits(row: list[QLayoutItem], width: int) -> bool:
    needed = (min(item.sizeHint().width(), _ENOUGH) for item in row)
    return len(row) < 2 or max(needed) <= _share(row, width)


def _shared(row: list[QLayoutItem], width: int) -> list[tuple[QLayoutItem, QSize]]:
    """Each with its part of the width and the height of the highest."""
    part = _share(row, width)
    high = max(
        item.heightForWidth(part)
        if item.hasHeightForWidth()
        else item.sizeHint().height()
        for item in row
    )
    return [(item, QSize(part, high)) for item in row]
