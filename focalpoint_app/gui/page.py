"""What a place of the window is: a page that can be told in another language."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from focalpoint_app.language.catalogue import Catalogue

if TYPE_CHECKING:
    from focalpoint_app.gui.session import Session


class Page(QWidget):
    """Every place is one.  Words are set in ``retranslate`` and nowhere else.

    It is called once after building and whenever the window's language changes;
    direction and locale are inherited from the window.
    """

    def retranslate(self, tr: Catalogue) -> None:
        raise NotImplementedError

    def let_go(self) -> None:
        """Before the language changes: forget what is not in sight."""

    def enter(self) -> None:
        """Shown: read again what may have changed meanwhile."""

    def leave(self) -> None:
        """Another place is shown, or the window closes: keep what was typed."""

    def panes(self) -> tuple[QWidget, ...]:
        """Widgets that F6 walks through, in reading order."""
        return (self,)


@dataclass(frozen=True, slots=True)
class Place:
    """A row of the rail.  ``title`` is an English sentence for ``tr``.

    ``factory`` imports its page when called, so that a place costs nothing
    before it is visited.
    """

    id: str
    icon: str
    title: str
    factory: Callable[[Session], Page]
