"""The places of the window, in the rail's order; later ones add a line here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from focalpoint_app.gui.page import Page, Place
from focalpoint_app.language.markers import N_

if TYPE_CHECKING:
    from focalpoint_app.gui.session import Session

QUESTIONNAIRE = "questionnaire"


def _questionnaire(session: Session) -> Page:
    from focalpoint_app.gui.questionnaire.place import QuestionnairePlace

    return QuestionnairePlace(session)


def _submission(session: Session) -> Page:
    from focalpoint_app.gui.submission.place import SubmissionPlace

    return SubmissionPlace(session)


PLACES = (
    Place(QUESTIONNAIRE, "questionnaire", N_("Questionnaire"), _questionnaire),
    Place("submission", "submission", N_("Submission"), _submission),
)
