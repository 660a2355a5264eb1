"""Tabs none of which is cut: their letters give way where room is short."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QTabBar

from focalpoint_app.gui.theme.fonts import WINDOW_SIZE

_PAD = 20
"""Pixels of a tab beside its words, as the style leaves them."""


class Tabs(QTabBar):
    """As large as the window's text or, down to its usual size, as the width allows."""

    def __init__(self, font: QFont | None = None) -> None:
        """``font``: the window's own where none is given."""
        super().__init__()
        self.setDrawBase(False)
        self.setUsesScrollButtons(False)
        self._usual = QFont(self.font() if font is None else font)
        self._words: tuple[str, ...] = ()

    def say(self, words: tuple[str, ...]) -> None:
        """One tab for each, in the window's language."""
        self._words = words
        self._fit()
        for at, text in enumerate(words):
            if at < self.count():
                self.setTabText(at, text)
            else:
                self.addTab(text)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(self._needed(self._usual), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def tabSizeHint(self, at: int) -> QSize:
        words = self.fontMetrics().horizontalAdvance(self.tabText(at))
        return QSize(words + _PAD, super().tabSizeHint(at).height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def _fit(self) -> None:
        font = QFont(self._usual)
        while self._needed(font) > self.width() and font.pixelSize() > WINDOW_SIZE:
            font.setPixelSize(font.pixelSize() - 1)
        self.setFont(font)

    def _needed(self, font: QFont) -> int:
        measure = QFontMetrics(font)
        return sum(measure.horizontalAdvance(each) + _PAD for each in self._words)
