"""The rooms of the consultations' place, in the order of their tabs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from focalpoint_app.gui.room import Room, RoomKind
from focalpoint_app.language.markers import N_

if TYPE_CHECKING:
    from focalpoint_app.gui.session import Session

INSTITUTIONS = "institutions"
REQUESTS = "requests"
RECEIVED = "received"
LETTERS = "letters"
MEETINGS = "meetings"
PROGRESS = "progress"
REGISTER = "register"


def _institutions(session: Session) -> Room:
    from focalpoint_app.gui.consultation.institutions.room import InstitutionsRoom

    return InstitutionsRoom(session)


def _requests(session: Session) -> Room:
    from focalpoint_app.gui.consultation.rounds.room import RequestsRoom

    return RequestsRoom(session)


def _received(session: Session) -> Room:
    from focalpoint_app.gui.consultation.received.room import ReceivedRoom

    return ReceivedRoom(session)


def _progress(session: Session) -> Room:
    from focalpoint_app.gui.consultation.progress.room import ProgressRoom

    return ProgressRoom(session)


def _register(session: Session) -> Room:
    from focalpoint_app.gui.consultation.log.room import RegisterRoom

    return RegisterRoom(session)


def _letters(session: Session) -> Room:
    from focalpoint_app.gui.consultation.letters.room import LettersRoom

    return LettersRoom(session)


def _meetings(session: Session) -> Room:
    from focalpoint_app.gui.consultation.meeting.room import MeetingsRoom

    return MeetingsRoom(session)


ROOMS: tuple[RoomKind, ...] = (
    RoomKind(INSTITUTIONS, N_("Institutions"), _institutions),
    RoomKind(REQUESTS, N_("Requests"), _requests),
    RoomKind(RECEIVED, N_("Replies"), _received),
    RoomKind(LETTERS, N_("Letters"), _letters),
    RoomKind(MEETINGS, N_("Meetings"), _meetings),
    RoomKind(PROGRESS, N_("Progress"), _progress),
    RoomKind(REGISTER, N_("Register"), _register),
)
