"""The places of a contributor's window: the questions, and the reply."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from focalpoint_app.gui.page import Page, Place
from focalpoint_app.gui.places import QUESTIONNAIRE
from focalpoint_app.language.markers import N_

if TYPE_CHECKING:
    from focalpoint_app.gui.session import Session
    from focalpoint_app.workflow.consultation.errand import Errand

REPLY = "reply"


def places_of(errand: Errand) -> tuple[Place, ...]:
    questions = Place(QUESTIONNAIRE, "questionnaire", N_("Questionnaire"), _questions)
    reply = Place(REPLY, "export", N_("Letter and reply"), partial(_reply, errand))
    return (questions, reply)


def _questions(session: Session) -> Page:
    """Nobody contributes to a contributor's answers."""
    from focalpoint_app.gui.questionnaire.context import CONTRIBUTIONS
    from focalpoint_app.gui.questionnaire.place import QuestionnairePlace

    place = QuestionnairePlace(session)
    place.context.tabs.setTabVisible(CONTRIBUTIONS, False)
    return place


def _reply(errand: Errand, session: Session) -> Page:
    from focalpoint_app.gui.contributing.reply_place import ReplyPlace

    return ReplyPlace(session, errand)
