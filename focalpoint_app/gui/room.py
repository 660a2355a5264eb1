"""A room of a place: what lies behind one of its tabs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from focalpoint_app.language.catalogue import Catalogue

if TYPE_CHECKING:
    from focalpoint_app.gui.session import Session


class Room(QWidget):
    """Built when first shown; told anew whenever the language changes.

    Signals:
        wanted: another room is to be shown; its id, and the id of what to show there.
    """

    wanted = Signal(str, str)

    def retranslate(self, tr: Catalogue) -> None:
        raise NotImplementedError

    def enter(self) -> None:
        """Shown: read again what may have changed meanwhile."""

    def leave(self) -> None:
        """Another room or place is shown: keep what was typed."""

    def look_at(self, key: str) -> None:
        """Bring what this id names into view: a stakeholder, a request, a reply."""

    def panes(self) -> tuple[QWidget, ...]:
        """Widgets that F6 walks through, in reading order."""
        return ()


@dataclass(frozen=True, slots=True)
class RoomKind:
    """A tab.  ``title`` is an English sentence for ``tr``.

    ``factory`` imports its room when called, so that a tab costs nothing before it
    is shown.
    """

    id: str
    title: str
    factory: Callable[[Session], Room]
