"""A window of its own is never larger than the screen it opens on."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

_TITLE_BAR = 40  # pixels


def size_on_screen(window: QWidget, width: int, height: int) -> None:
    """So large to begin with, in pixels, or as the screen allows."""
    room = window.screen().availableSize() - QSize(0, _TITLE_BAR)
    window.resize(QSize(width, height).boundedTo(room))
