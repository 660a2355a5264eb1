"""A page in two: what is chosen from on the leading side, what was chosen beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSplitter, QVBoxLayout, QWidget

_MOST = 3 / 8
"""Of a narrow page's width for the leading side: the other is worked on."""


class _Pair(QSplitter):
    """Shares a narrow page anew until somebody moves the line between."""

    def __init__(self, at: int) -> None:
        super().__init__()
        self._at = at
        self._is_moved = False
        self.splitterMoved.connect(self._leave)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._is_moved:
            leading = min(self._at, round(self.width() * _MOST))
            self.setSizes([leading, self.width() - leading])

    def _leave(self) -> None:
        self._is_moved = True


def split(page: QWidget, leading: QWidget, chosen: QWidget, *, at: int = 400) -> None:
    """Fill ``page``; ``at`` is the leading side's width in px where there is room."""
    splitter = _Pair(at)
    splitter.addWidget(leading)
    splitter.addWidget(chosen)
    splitter.setStretchFactor(1, 1)
    splitter.setHandleWidth(1)
    splitter.setChildrenCollapsible(False)
    row = QHBoxLayout(page)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(splitter)


def hold_hint(page: QWidget, hint: QLabel) -> None:
    """The hint alone in the middle of an empty page."""
    column = QVBoxLayout(page)
    column.addStretch(1)
    column.addWidget(hint)
    column.addStretch(1)
    hint.setAlignment(Qt.AlignmentFlag.AlignHCenter)
