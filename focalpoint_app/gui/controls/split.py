"""A page in two: what is chosen from on the leading side, what was chosen beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSplitter, QVBoxLayout, QWidget


def split(page: QWidget, leading: QWidget, chosen: QWidget, *, at: int = 400) -> None:
    """Fill ``page``; ``at`` is the leading side's width in pixels to begin with."""
    splitter = QSplitter()
    splitter.addWidget(leading)
    splitter.addWidget(chosen)
    splitter.setSizes([at, 1140 - at])
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
