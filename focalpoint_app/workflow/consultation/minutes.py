"""Minutes of a meeting as plain text, the source that its contributions keep."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.dates import written_date
from focalpoint_app.language.isolates import without_isolates
from focalpoint_app.workflow.review.desk import Desk
from focalpoint_app.workflow.verbs.reports import question_in_instrument

if TYPE_CHECKING:
    from focalpoint_app.workflow.consultation.meetings import Meeting, Spoken


def minutes_text(desk: Desk, meeting: Meeting, tr: Catalogue) -> str:
    """Who was there, what was said to which question, what else was noted."""
    parts = (
        _head(meeting, tr),
        _attendance(desk, meeting, tr),
        *_questions(desk, meeting, tr),
        meeting.minutes.strip(),
    )
    return without_isolates("\n\n".join(filter(None, parts))) + "\n"


def _head(meeting: Meeting, tr: Catalogue) -> str:
    date = written_date(meeting.date, tr.language)
    return "\n".join(filter(None, (meeting.title, date, meeting.place)))


def _attendance(desk: Desk, meeting: Meeting, tr: Catalogue) -> str:
    names = _names(desk, tr)
    lines = [
        " · ".join(filter(None, (names.get(e.stakeholder, ""), e.name, e.role)))
        for e in meeting.attendees
    ]
    return "\n".join((tr("Attendees"), *lines)) if lines else ""


def _questions(desk: Desk, meeting: Meeting, tr: Catalogue) -> Iterator[str]:
    names = _names(desk, tr) | {"": tr("The meeting")}
    for question in desk.questionnaire.questions.values():
        said = [e for e in meeting.spoken if e.question == question.id]
        if said:
            head = question_in_instrument(desk.questionnaire, question, tr)
            texts = (f"{names.get(e.stakeholder, '')}: {_words(desk, e, tr)}"
                     for e in said)  # fmt: skip
            yield "\n".join((head, *texts))


def _words(desk: Desk, said: Spoken, tr: Catalogue) -> str:
    choices = desk.questionnaire.questions[said.question].choices
    chosen = next((each for each in choices if each.id == said.choice), None)
    words = chosen.text.get(tr.language, said.choice) if chosen else ""
    return "\n".join(filter(None, (words, said.text.strip())))


def _names(desk: Desk, tr: Catalogue) -> dict[str, str]:
    """An anonymous contributor has no name here either."""
    unnamed = tr("An anonymous contributor")
    return {
        each.id: unnamed if each.is_anonymous else each.name
        for each in desk.workspace.stakeholders()
    }
