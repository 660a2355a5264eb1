"""The requests' room: rounds and requests beside one of them, or a new round."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QStackedWidget,
    QWidget,
)

from focalpoint_app.gui.consultation.rounds.composing import Composing
from focalpoint_app.gui.consultation.rounds.request_sheet import RequestSheet
from focalpoint_app.gui.consultation.rounds.shelf import RequestShelf
from focalpoint_app.gui.consultation.stages import today
from focalpoint_app.gui.controls.file_dialogs import FileDialogs
from focalpoint_app.gui.controls.labels import soft_label
from focalpoint_app.gui.controls.split import hold_hint, split
from focalpoint_app.gui.room import Room
from focalpoint_app.gui.session import Session
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.workflow.consultation.following import Followed

INSTITUTIONS = "institutions"


class RequestsRoom(Room):
    def __init__(self, session: Session, dialogs: FileDialogs | None = None) -> None:
        super().__init__()
        self._session = session
        self._requests = session.requests
        self._followed: dict[str, Followed] = {}
        dialogs = dialogs or FileDialogs()
        self.shelf = RequestShelf(session)
        self.composing = Composing(session, dialogs)
        self.sheet = RequestSheet(session, dialogs)
        self._empty = QWidget()
        self._hint = soft_label(wrap=True)
        self._stack = QStackedWidget()
        self._build()
        self.shelf.chosen.connect(self.show_request)
        self.shelf.new.connect(self.compose)
        self.composing.kept.connect(lambda _round: self.refresh())
        self.sheet.changed.connect(self.refresh)
        session.refreshed.connect(self._refresh_if_seen)
        self.sheet.institution.connect(lambda key: self.wanted.emit(INSTITUTIONS, key))

    def _build(self) -> None:
        hold_hint(self._empty, self._hint)
        for page in (self._empty, self.composing, self.sheet):
            self._stack.addWidget(page)
        split(self, self.shelf, self._stack)

    def look_at(self, key: str) -> None:
        """A request, or an institution that is to be asked."""
        if key not in self._followed:
            self.refresh()
        if key in self._followed:
            self.show_request(key)
        else:
            self.compose(key)

    def show_request(self, request: str) -> None:
        self.sheet.show_followed(self._followed[request])
        self._stack.setCurrentWidget(self.sheet)
        self.shelf.show_row(request)

    def compose(self, stakeholder: str = "") -> None:
        """A new round; what was ticked for an earlier one stays ticked."""
        self.shelf.show_row("")
        self._stack.setCurrentWidget(self.composing)
        self.composing.describe_new(stakeholder)

    def refresh(self) -> None:
        """Read the requests again; the one shown stays in sight."""
        followed = self._requests.followed(today(self._session))
        self._followed = {each.id: each for each in followed}
        self.shelf.show_followed(followed)
        if self.sheet.id in self._followed:
            self.sheet.show_followed(self._followed[self.sheet.id])
        if self._stack.currentWidget() is self.sheet:
            self.shelf.show_row(self.sheet.id)

    def _refresh_if_seen(self) -> None:
        """An undo may have taken a request's withdrawal back."""
        if self.isVisible():
            self.refresh()

    def enter(self) -> None:
        self.refresh()
        if self._stack.currentWidget() is self.composing:
            self.composing.enter()
        elif self._stack.currentWidget() is self._empty and self.shelf.ids:
            self.show_request(self.shelf.ids[0])

    def leave(self) -> None:
        self.composing.look_ahead()

    def retranslate(self, tr: Catalogue) -> None:
        self._hint.setText(tr("Choose a request, or put a new round together."))
        for part in (self.shelf, self.composing, self.sheet):
            part.retranslate(tr)

    def panes(self) -> tuple[QWidget, ...]:
        if self._stack.currentWidget() is self.composing:
            return (self.shelf.list, self.composing.recipients.list)
        return (self.shelf.list, self.sheet.asked)
