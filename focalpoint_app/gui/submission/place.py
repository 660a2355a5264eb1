"""The submission's place: handing over, other documents, checking."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from focalpoint_app.gui.controls.file_dialogs import FileDialogs
from focalpoint_app.gui.page import Page
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.submission.check_room import CheckRoom
from focalpoint_app.gui.submission.documents_room import DocumentsRoom
from focalpoint_app.gui.submission.room import Room
from focalpoint_app.gui.submission.submit_room import SubmitRoom
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.markers import N_

ROOMS = (
    (N_("Submission of the answers"), SubmitRoom),
    (N_("Paper and documents"), DocumentsRoom),
    (N_("Checking and trust"), CheckRoom),
)
_BAR_EDGE = 22


class SubmissionPlace(Page):
    """Its rooms are behind tabs; each is built when first shown."""

    def __init__(self, session: Session, dialogs: FileDialogs | None = None) -> None:
        super().__init__()
        self._session = session
        self.dialogs = dialogs or FileDialogs()
        self.tabs = QTabBar()
        self._stack = QStackedWidget()
        self._rooms: dict[int, Room] = {}
        self._build()
        self.tabs.currentChanged.connect(self._show)
        self._show()

    def _build(self) -> None:
        self.tabs.setDrawBase(False)
        self.tabs.setUsesScrollButtons(False)
        for title, _ in ROOMS:
            self.tabs.addTab(self._session.catalogue(title))
        bar = QHBoxLayout()
        bar.setContentsMargins(_BAR_EDGE, 12, _BAR_EDGE, 0)
        bar.addStretch(1)
        bar.addWidget(self.tabs)
        bar.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self._stack, 1)

    @property
    def rooms(self) -> tuple[Room, ...]:
        """All of them, in the order of the tabs."""
        return tuple(map(self._room, range(len(ROOMS))))

    @property
    def room(self) -> Room:
        """The one in front."""
        return self._room(self.tabs.currentIndex())

    def show_room(self, room: type[Room]) -> None:
        for at, (_, made) in enumerate(ROOMS):
            if made is room:
                self.tabs.setCurrentIndex(at)

    def enter(self) -> None:
        self.room.enter()

    def leave(self) -> None:
        for room in self._rooms.values():
            room.leave()

    def panes(self) -> tuple[QWidget, ...]:
        return (self.tabs, *self.room.panes())

    def retranslate(self, tr: Catalogue) -> None:
        self.tabs.setAccessibleName(tr("Submission"))
        for at, (title, _) in enumerate(ROOMS):
            self.tabs.setTabText(at, tr(title))
        for room in self._rooms.values():
            room.retranslate(tr)

    def _room(self, at: int) -> Room:
        if at not in self._rooms:
            room = ROOMS[at][1](self._session, self.dialogs)
            room.retranslate(self._session.catalogue)
            self._rooms[at] = room
            self._stack.addWidget(room)
        return self._rooms[at]

    def _show(self) -> None:
        self._stack.setCurrentWidget(self.room)
        if self.isVisible():
            self.room.enter()
