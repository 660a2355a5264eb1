"""A room of the submission's place: a sheet of cards behind a tab."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from focalpoint_app.gui.controls.sheet import Sheet
from focalpoint_app.language.catalogue import Catalogue


class Room(Sheet):
    """Built when first shown; told anew whenever the language changes."""

    def retranslate(self, tr: Catalogue) -> None:
        raise NotImplementedError

    def enter(self) -> None:
        """Shown: read again what may have changed meanwhile."""

    def leave(self) -> None:
        """Another place is shown: keep what was typed."""

    def panes(self) -> tuple[QWidget, ...]:
        """Widgets that F6 walks through, in reading order."""
        return ()
