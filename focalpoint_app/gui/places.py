"""The places of the window, in the rail's order; later ones add a line here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from focalpoint_app.gui.page import Page, Place
from focalpoint_app.language.markers import N_

if TYPE_CHECKING:
    from focalpoint_app.gui.session import Session

QUESTIONNAIRE, SUBMISSION = "questionnaire", "submission"


def _questionnaire(session: Session) -> Page:
    from focalpoint_app.gui.questionnaire.place import QuestionnairePlace

    return QuestionnairePlace(session)


def _submission(session: Session) -> Page:
    from focalpoint_app.gui.submission.place import SubmissionPlace

    return SubmissionPlace(session)


def _overview(session: Session) -> Page:
    from focalpoint_app.gui.overview.place import OverviewPlace

    return OverviewPlace(session)


def _sources(session: Session) -> Page:
    from focalpoint_app.gui.sources.place import SourcesPlace

    return SourcesPlace(session)


def _consultation(session: Session) -> Page:
    from focalpoint_app.gui.consultation.place import ConsultationPlace

    return ConsultationPlace(session)


def _assistance(session: Session) -> Page:
    from focalpoint_app.gui.assistance.place import AssistancePlace

    return AssistancePlace(session)


def _safekeeping(session: Session) -> Page:
    from focalpoint_app.gui.securing.place import SafekeepingPlace

    return SafekeepingPlace(session)


PLACES = (
    Place("overview", "overview", N_("Overview"), _overview),
    Place(QUESTIONNAIRE, "questionnaire", N_("Questionnaire"), _questionnaire),
    Place("consultation", "consultation", N_("Consultations"), _consultation),
    Place("sources", "sources", N_("Sources"), _sources),
    Place("assistance", "assistance", N_("Technical assistance"), _assistance),
    Place(SUBMISSION, "submission", N_("Submission"), _submission),
    Place("safekeeping", "lock", N_("Safekeeping"), _safekeeping),
)
