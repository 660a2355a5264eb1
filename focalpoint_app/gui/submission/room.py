"""A room of the submission's place: a sheet of cards behind a tab."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from focalpoint_app.gui.controls.sheet import Sheet
from focalpoint_app.gui.room import Room


class CardsRoom(Room):
    """What it is made of lies in ``sheet``."""

    def __init__(self) -> None:
        super().__init__()
        self.sheet = Sheet()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.sheet)

    def lay(self, *cards: QWidget) -> None:
        """Under one another; nothing follows."""
        for card in cards:
            self.sheet.column.addWidget(card)
        self.sheet.finish()
