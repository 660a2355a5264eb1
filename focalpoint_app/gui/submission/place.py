"""The submission's place: handing over, other documents, checking."""

from __future__ import annotations

from focalpoint_app.gui.controls.file_dialogs import FileDialogs
from focalpoint_app.gui.room import Room, RoomKind
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.submission.check_room import CheckRoom
from focalpoint_app.gui.submission.documents_room import DocumentsRoom
from focalpoint_app.gui.submission.submit_room import SubmitRoom
from focalpoint_app.gui.tabbed_place import TabbedPlace
from focalpoint_app.language.markers import N_

SUBMIT, DOCUMENTS, CHECK = "submit", "documents", "check"


class SubmissionPlace(TabbedPlace):
    def __init__(self, session: Session, dialogs: FileDialogs | None = None) -> None:
        self.dialogs = dialogs or FileDialogs()
        super().__init__(session, N_("Submission"), _kinds(self.dialogs), below=0)


def _kinds(dialogs: FileDialogs) -> tuple[RoomKind, ...]:
    def submit(session: Session) -> Room:
        return SubmitRoom(session, dialogs)

    def documents(session: Session) -> Room:
        return DocumentsRoom(session, dialogs)

    def check(session: Session) -> Room:
        return CheckRoom(session, dialogs)

    return (
        RoomKind(SUBMIT, N_("Submission of the answers"), submit),
        RoomKind(DOCUMENTS, N_("Paper and documents"), documents),
        RoomKind(CHECK, N_("Checking and trust"), check),
    )
