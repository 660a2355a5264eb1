"""How a request stands, in words and by its mark."""

from __future__ import annotations

from datetime import date

from focalpoint_app.domain.reminder import RequestState, Stage, Step
from focalpoint_app.gui.controls.surfaces import Tone
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.texts import author_words
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.isolates import without_isolates
from focalpoint_app.language.markers import N_

MARKS = {
    Stage.LATE: "no",
    Stage.DUE: "open",
    Stage.PARTLY: "in_part",
    Stage.COMMENTED: "open",
    Stage.ASKED: "open",
    Stage.ANSWERED: "answered",
    Stage.WITHDRAWN: "skipped",
}
"""Standings as the questionnaire draws them."""
TONES = {
    Stage.LATE: Tone.PROBLEM,
    Stage.DUE: Tone.NOTICE,
    Stage.PARTLY: Tone.ACCENT,
    Stage.COMMENTED: Tone.PLAIN,
    Stage.ASKED: Tone.PLAIN,
    Stage.ANSWERED: Tone.ACCENT,
    Stage.WITHDRAWN: Tone.PLAIN,
}
STAGES = {
    Stage.LATE: N_("Late"),
    Stage.DUE: N_("Due soon"),
    Stage.PARTLY: N_("Answered in part"),
    Stage.COMMENTED: N_("Only commented"),
    Stage.ASKED: N_("Asked"),
    Stage.ANSWERED: N_("Answered"),
    Stage.WITHDRAWN: N_("Withdrawn"),
}
STEPS = {
    Step.REMINDER: N_("First reminder"),
    Step.SECOND_REMINDER: N_("Second reminder"),
    Step.ESCALATION: N_("Letter for the minister's signature"),
    Step.WITHDRAWAL: N_("Letter of withdrawal"),
}


def stage_words(state: RequestState, tr: Catalogue) -> str:
    """``Late by 12 days``, ``Due in 3 days``, or how it stands."""
    days = state.days
    if state.stage is Stage.LATE and days is not None:
        return tr.counted("Late by {n} day", "Late by {n} days", -days)
    if state.stage is Stage.PARTLY and state.is_late and days is not None:
        return tr.counted(
            "Answered in part, late by {n} day",
            "Answered in part, late by {n} days",
            -days,
        )
    if state.stage is Stage.DUE and days == 0:
        return tr("Due today")
    if state.stage is Stage.DUE and days is not None:
        return tr.counted("Due in {n} day", "Due in {n} days", days)
    return tr(STAGES[state.stage])


def share_words(state: RequestState, tr: Catalogue) -> str:
    """How much of it is answered, and how much only commented on."""
    if state.commented:
        return tr(
            "{answered} of {asked} answered, {commented} only commented on",
            answered=state.answered,
            asked=state.asked,
            commented=state.commented,
        )
    return tr(
        "{answered} of {asked} answered", answered=state.answered, asked=state.asked
    )


def usual_signatory(session: Session) -> str:
    """Who writes, as letters in the first language of the review sign."""
    language = session.desk.review.languages[0]
    is_same = language == session.language
    tr = session.catalogue if is_same else Catalogue(language)
    return without_isolates(author_words(session.desk.author, tr))  # It is edited.


def today(session: Session) -> date:
    """By the desk's clock, where the user is."""
    return session.desk.clock().astimezone().date()
