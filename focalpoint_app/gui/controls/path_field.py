"""A file's path: typed, or chosen with the system's dialog."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from focalpoint_app.gui.controls.buttons import push_button
from focalpoint_app.gui.controls.line_field import LineField


class _PathLine(LineField):
    """A path begins on the left, though its first folder be an Arabic one."""

    def direction(self) -> str | None:
        return "ltr"


class PathField(QWidget):
    """Paths run from left to right in every language.

    Signals:
        changed: another path stands in it.
    """

    changed = Signal()

    def __init__(self, ask: Callable[[], Path | None]) -> None:
        super().__init__()
        self._ask = ask
        self.line = _PathLine()
        self.line.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.button = push_button()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        row.addWidget(self.button)
        self.setFocusProxy(self.line)
        self.button.clicked.connect(self._choose)
        self.line.textChanged.connect(self.changed)

    @property
    def path(self) -> Path | None:
        """As typed, where it begins with the home of somebody unknown."""
        text = self.line.text().strip()
        if not text:
            return None
        with suppress(RuntimeError):
            return Path(text).expanduser()
        return Path(text)

    def show_path(self, path: Path | None) -> None:
        self.line.setText("" if path is None else str(path))

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)

    def _choose(self) -> None:
        path = self._ask()
        if path is not None:
            self.show_path(path)
