"""Screens of a meeting, its wall, what units say, a file that is mended."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from PySide6.QtWidgets import QWidget

from focalpoint_app.domain.questionnaire import Kind
from focalpoint_app.gui.consultation.meeting.room import MeetingsRoom
from focalpoint_app.gui.consultation.place import ConsultationPlace
from focalpoint_app.gui.questionnaire.place import QuestionnairePlace
from focalpoint_app.gui.start.page import StartPage
from focalpoint_app.gui.window import Window
from focalpoint_app.workflow.review.desk import Desk


class Room(Protocol):
    """What a scene needs of the studio."""

    desk: Desk
    window: Window

    @property
    def place(self) -> QuestionnairePlace: ...

    @property
    def consultation(self) -> ConsultationPlace: ...

    def start(self) -> StartPage: ...


def scenes(studio: Room) -> dict[str, Callable[[], QWidget | None]]:
    return {
        "meeting": lambda: meeting(studio),
        "wall": lambda: wall(studio),
        "units": lambda: units(studio),
        "mending": lambda: mending(studio),
    }


def meeting(studio: Room) -> None:
    """On the article with the longest title, an institution at the table."""
    room = _meetings(studio)
    room.begin()
    room.desk.agenda.article.setCurrentIndex(1)
    room.desk.agenda.article.activated.emit(1)
    room.desk.attendance.add.click()
    row = room.desk.attendance.rows[-1]
    row.institution.setCurrentIndex(1)
    row.institution.activated.emit(1)


def wall(studio: Room) -> QWidget:
    table = _meetings(studio).desk
    table.agenda.project.click()
    assert table.projector is not None
    return table.projector


def units(studio: Room) -> None:
    """Each unit of a federation beside the others, one of which has answered."""
    desk = studio.desk
    names = tuple(each.name for each in desk.workspace.stakeholders())
    desk.save_profile(replace(desk.profile, constituent_units=names))
    counts = desk.workspace.contribution_counts(desk.review.id)
    asked = desk.questionnaire.questions
    chosen = (each for each in counts if asked[each].kind is Kind.CHOICE)
    studio.place.show_contributions(next(chosen))
    studio.place.context.refresh()


def mending(studio: Room) -> QWidget:
    """A file that is no review, looked over."""
    page = studio.start()
    page.ask_mending()
    assert page.mending is not None
    page.mending.file.show_path(studio.desk.path.with_name("missing.focalpoint"))
    return studio.window


def _meetings(studio: Room) -> MeetingsRoom:
    studio.consultation.show_room("meetings")
    room = studio.consultation.room
    assert isinstance(room, MeetingsRoom)
    return room
