"""Screens of a consultation: contributions, a merge, replies that came in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtWidgets import QWidget

from focalpoint_app.gui.consultation.place import ConsultationPlace
from focalpoint_app.gui.consultation.received.room import ReceivedRoom
from focalpoint_app.gui.consultation.rooms import RECEIVED
from focalpoint_app.gui.questionnaire.contributions.card import VoiceCard
from focalpoint_app.gui.questionnaire.contributions.merge_dialog import MergeDialog
from focalpoint_app.gui.questionnaire.place import QuestionnairePlace
from focalpoint_app.gui.window import Window
from focalpoint_app.workflow.review.desk import Desk


class Room(Protocol):
    """What a scene needs of the studio."""

    desk: Desk
    window: Window

    @property
    def place(self) -> QuestionnairePlace: ...


def scenes(studio: Room) -> dict[str, Callable[[], QWidget | None]]:
    return {
        "contributions": lambda: contributions(studio),
        "compared": lambda: compared(studio),
        "merge": lambda: merge(studio),
        "replies": lambda: replies(studio),
    }


def contributions(studio: Room) -> None:
    """Of the question on which most was said, a choice if there is one."""
    studio.window.author_bar.hide()
    counts = studio.desk.workspace.contribution_counts(studio.desk.review.id)
    questions = studio.desk.questionnaire.questions
    by_weight = sorted(counts, key=lambda each: (-counts[each], not
                                                 questions[each].choices))  # fmt: skip
    studio.place.show_contributions(by_weight[0])
    studio.place.context.refresh()


def compared(studio: Room) -> None:
    card = _text_card(studio)
    name = next(
        each for each in ("earlier", "sent", "now") if each in card.acts.buttons
    )
    card.acts.buttons[name].setChecked(True)


def merge(studio: Room) -> QWidget:
    _text_card(studio).acts.buttons["merge"].click()
    return next(
        each for each in studio.window.findChildren(MergeDialog) if each.isVisible()
    )


def replies(studio: Room) -> None:
    studio.window.show_place("consultation")
    place = studio.window.page
    assert isinstance(place, ConsultationPlace)
    place.show_room(RECEIVED)
    room = place.room
    assert isinstance(room, ReceivedRoom)
    room.look_at(room.replies.ids[0])


def _text_card(studio: Room) -> VoiceCard:
    """A contribution whose text can be merged."""
    counts = studio.desk.workspace.contribution_counts(studio.desk.review.id)
    for question in counts:
        studio.place.show_contributions(question)
        studio.place.context.refresh()
        for card in studio.place.context.contributions.cards:
            if "merge" in card.acts.buttons:
                return card
    raise LookupError("no contribution is a text")
