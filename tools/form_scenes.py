"""Screens of forms that stand behind a button: letters, reminders, who writes."""

from __future__ import annotations

from collections.abc import Callable
from email.message import EmailMessage
from typing import Protocol

from PySide6.QtWidgets import QWidget

from focalpoint_app.gui.consultation.institutions.room import InstitutionsRoom
from focalpoint_app.gui.consultation.letters.room import LettersRoom
from focalpoint_app.gui.consultation.place import ConsultationPlace
from focalpoint_app.gui.consultation.rooms import INSTITUTIONS, LETTERS, REQUESTS
from focalpoint_app.gui.consultation.rounds.room import RequestsRoom
from focalpoint_app.gui.overview.place import OverviewPlace
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.shell.author_menu import AuthorDialog
from focalpoint_app.gui.window import Window
from focalpoint_app.workflow.review.desk import Desk
from tools.waiting import shown, wait


class Room(Protocol):
    """What a scene needs of the studio."""

    desk: Desk
    window: Window

    @property
    def session(self) -> Session: ...

    @property
    def consultation(self) -> ConsultationPlace: ...


def scenes(studio: Room) -> dict[str, Callable[[], QWidget | None]]:
    return {
        "letter": lambda: letter(studio),
        "suggestions": lambda: suggestions(studio),
        "reminder": lambda: reminder(studio),
        "again": lambda: again(studio),
        "author": lambda: shown(AuthorDialog(studio.session, studio.window)),
        "profile": lambda: profile(studio),
    }


def letter(studio: Room) -> None:
    """A mail with two sentences, on the desk."""
    message = EmailMessage()
    message["From"] = "huda@justice.example"
    message["Subject"] = "رد الوزارة"
    message["Date"] = "Sun, 22 Nov 2026 10:15:00 +0300"
    message.set_content("تحية طيبة،\nيعاقب القانون على المشاركة.\nمع الاحترام")
    path = studio.desk.path.with_name("رد.eml")
    path.write_bytes(message.as_bytes())
    studio.consultation.show_room(LETTERS)
    room = studio.consultation.room
    assert isinstance(room, LettersRoom)
    room.open_file(path)
    wait(lambda: room.desk.letter is not None)


def suggestions(studio: Room) -> None:
    studio.consultation.show_room(INSTITUTIONS)
    room = studio.consultation.room
    assert isinstance(room, InstitutionsRoom)
    room.show_suggestions()


def reminder(studio: Room) -> None:
    steps = _requests(studio).sheet.steps
    steps[next(iter(steps))].click()


def again(studio: Room) -> None:
    _requests(studio).sheet.write_again()


def profile(studio: Room) -> None:
    studio.window.show_place("overview")
    page = studio.window.page
    assert isinstance(page, OverviewPlace)
    page.profile.change.click()


def _requests(studio: Room) -> RequestsRoom:
    studio.consultation.show_room(REQUESTS)
    room = studio.consultation.room
    assert isinstance(room, RequestsRoom)
    return room
