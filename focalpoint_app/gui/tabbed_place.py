"""A place whose rooms are behind tabs."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from focalpoint_app.gui.controls.tabs import Tabs
from focalpoint_app.gui.page import Page
from focalpoint_app.gui.room import Room, RoomKind
from focalpoint_app.gui.session import Session
from focalpoint_app.language.catalogue import Catalogue

_EDGE = 22


class TabbedPlace(Page):
    """Each room is built when first shown."""

    def __init__(
        self, session: Session, title: str, kinds: Sequence[RoomKind], *, below: int
    ) -> None:
        """``title`` is an English sentence for ``tr``; ``below`` the tabs, in px."""
        super().__init__()
        self._session = session
        self._title = title
        self._kinds = kinds
        self.tabs = Tabs()
        self._stack = QStackedWidget()
        self._rooms: dict[str, Room] = {}
        self._build(below)
        self.tabs.currentChanged.connect(self._show)
        self._show()

    def _build(self, below: int) -> None:
        self._name_tabs(self._session.catalogue)
        bar = QHBoxLayout()
        bar.setContentsMargins(_EDGE, 12, _EDGE, below)
        bar.addStretch(1)
        bar.addWidget(self.tabs)
        bar.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self._stack, 1)

    @property
    def room(self) -> Room:
        """The one in front."""
        return self.room_of(self._kinds[self.tabs.currentIndex()].id)

    def room_of(self, kind: str) -> Room:
        """Made when first asked for; KeyError where there is no such tab."""
        if kind not in self._rooms:
            found = {each.id: each for each in self._kinds}[kind]
            room = found.factory(self._session)
            room.retranslate(self._session.catalogue)
            room.wanted.connect(self.show_room)
            self._rooms[kind] = room
            self._stack.addWidget(room)
        return self._rooms[kind]

    def show_room(self, kind: str, key: str = "") -> None:
        """Bring a room to the front, and what ``key`` names in it into view."""
        for at, each in enumerate(self._kinds):
            if each.id == kind:
                self.tabs.setCurrentIndex(at)
                if key:
                    self.room.look_at(key)

    def enter(self) -> None:
        self.room.enter()

    def leave(self) -> None:
        for room in self._rooms.values():
            room.leave()

    def panes(self) -> tuple[QWidget, ...]:
        return (self.tabs, *self.room.panes())

    def retranslate(self, tr: Catalogue) -> None:
        self.tabs.setAccessibleName(tr(self._title))
        self._name_tabs(tr)
        for room in self._rooms.values():
            room.retranslate(tr)

    def _name_tabs(self, tr: Catalogue) -> None:
        self.tabs.say(tuple(tr(kind.title) for kind in self._kinds))

    def _show(self) -> None:
        before, room = self._stack.currentWidget(), self.room
        if isinstance(before, Room) and before is not room:
            before.leave()
        self._stack.setCurrentWidget(room)
        if self.isVisible():
            room.enter()
