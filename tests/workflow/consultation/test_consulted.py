"""How far a consultation is, and what its record prints."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pypdf
import pytest

from focalpoint_app.domain.consultation import (
    Flaw,
    Given,
    Respondent,
    Standing,
    Trace,
)
from focalpoint_app.domain.progress import Tally
from focalpoint_app.domain.reminder import Reminder, Step
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.workflow.consultation.consolidating import insert
from focalpoint_app.workflow.consultation.consulted import (
    consulted,
    progress,
    write_record,
)
from focalpoint_app.workflow.consultation.kept_replies import assign, kept_replies
from focalpoint_app.workflow.consultation.receiving import receive
from focalpoint_app.workflow.consultation.registering import register_of
from focalpoint_app.workflow.review.desk import Desk
from tests.workflow.conftest import AMAL
from tests.workflow.consulting import (
    JUSTICE,
    NARRATIVE,
    QUESTION,
    REFUGE,
    SOURCE,
    arrival,
    asked,
    reply,
    text,
)

LATER = date(2027, 1, 1)


@pytest.fixture
def half_heard(desk: Desk) -> Desk:
    """Three were asked two questions each; two answered, one of them in part."""
    pattern = "untoc.5.1.*"
    first = asked(desk, JUSTICE, pattern)
    asked(desk, REFUGE, pattern)
    third = asked(desk, SOURCE, pattern)
    both = {QUESTION: {"value": "no"}, NARRATIVE: text("نص الوزارة.")}
    answers = [reply(first, both), reply(third, {NARRATIVE: text("شهادة.")}, "r3")]
    receive(desk, map(arrival, answers))
    for given in desk.workspace.contributions(desk.review.id, NARRATIVE):
        insert(desk, given)
    return desk


def test_progress_is_told_by_institution_article_and_category(half_heard: Desk) -> None:
    told = progress(half_heard, LATER)

    assert told["stakeholder"] == {
        JUSTICE.id: Tally(asked=2, answered=2, late=0, used=1),
        REFUGE.id: Tally(asked=2, answered=0, late=2, used=0),
        SOURCE.id: Tally(asked=2, answered=1, late=1, used=1),
    }
    assert told["article"] == {"untoc.5": Tally(asked=6, answered=3, late=3, used=2)}
    assert told["category"]["civil_society"] == Tally(asked=2, late=2)


def test_nobody_is_late_before_the_date(half_heard: Desk) -> None:
    told = progress(half_heard, date(2026, 12, 20))

    assert {each.late for each in told["stakeholder"].values()} == {0}


def test_the_record_counts_women_and_men(half_heard: Desk) -> None:
    record = consulted(half_heard)

    assert (record.women, record.men, record.uncounted) == (4, 2, 0)


def test_people_are_counted_once_however_often_they_wrote(desk: Desk) -> None:
    request = asked(desk, JUSTICE, "untoc.5.1.*")
    loose = replace(
        reply(request, {QUESTION: {"value": "yes"}}), unassigned=("بقية الكلام.",)
    )
    receive(desk, [arrival(loose)])
    (kept,) = kept_replies(desk)
    assign(desk, kept, "بقية الكلام.", NARRATIVE)
    assert (consulted(desk).women, consulted(desk).men) == (2, 1)

    again = reply(
        request, {QUESTION: {"value": "no"}, NARRATIVE: text("كل شيء.")}, "reply-2"
    )
    official = replace(again, digest="e" * 64, respondent=Respondent(women=3, men=0))
    receive(desk, [arrival(official)], Standing.OFFICIAL)
    record = consulted(desk)
    assert (record.women, record.men, record.uncounted) == (3, 0, 0)


def test_what_is_assigned_later_came_when_its_file_did(desk: Desk) -> None:
    loose = replace(reply(asked(desk), {}), unassigned=("كلام.",))
    receive(desk, [arrival(loose)])
    (kept,) = kept_replies(desk)
    came = kept.receipt.time
    desk.clock = lambda: came + timedelta(days=40)
    assign(desk, kept, "كلام.", NARRATIVE)
    insert(desk, *desk.workspace.contributions(desk.review.id))

    record = consulted(desk)
    day = came.astimezone().date().isoformat()
    assert record.institutions[0].answered == day
    assert record.inputs[0][1][0].date == day
    assert len(register_of(desk, Catalogue("en")).incoming) == 1


def test_a_comment_alone_is_told_as_a_comment_everywhere(desk: Desk) -> None:
    request = asked(desk, JUSTICE, "untoc.5.1.*")
    remark = Given(QUESTION, None, (Trace("comment", "انظر الجريدة."),))
    receive(desk, [arrival(replace(reply(request, {}), given=(remark,)))])

    now = progress(desk, date(2026, 12, 20))["stakeholder"][JUSTICE.id]
    assert now == Tally(asked=2, answered=0, commented=1, late=0, used=0)
    assert progress(desk, LATER)["stakeholder"][JUSTICE.id].late == 2
    (line,) = consulted(desk).institutions
    assert (line.answered, line.answers) == ("", 0)
    assert line.commented == desk.clock().astimezone().date().isoformat()

    receive(desk, [arrival(reply(request, {QUESTION: {"value": "no"}}, "reply-2"))])
    now = progress(desk, date(2026, 12, 20))["stakeholder"][JUSTICE.id]
    assert now == Tally(asked=2, answered=1)
    (line,) = consulted(desk).institutions
    assert (line.answers, line.commented) == (1, "")
    assert line.answered


def test_who_said_nothing_has_not_commented(desk: Desk) -> None:
    """A name in a form, or what could not be taken, is no comment; loose words are."""
    request = asked(desk, JUSTICE, "untoc.5.1.*")
    nothing = reply(request, {})
    flaw = Flaw("reply.two_numbers", QUESTION, {"question": "5.1", "found": "1.250"})
    receive(desk, [arrival(replace(nothing, flaws=(flaw,)))])
    assert consulted(desk).institutions[0].commented == ""

    loose = replace(nothing, id="reply-2", digest="e" * 64, unassigned=("كلام.",))
    receive(desk, [arrival(loose)])
    assert consulted(desk).institutions[0].commented


def test_to_say_why_there_is_no_answer_is_to_answer(desk: Desk) -> None:
    request = asked(desk, JUSTICE, QUESTION)
    receive(desk, [arrival(reply(request, {QUESTION: {"skipped": "ليس من شأننا."}}))])

    assert progress(desk, LATER)["stakeholder"][JUSTICE.id] == Tally(1, 1)
    assert consulted(desk).institutions[0].answers == 1


def test_asking_again_waits_for_an_answer_again(half_heard: Desk) -> None:
    asked(half_heard, JUSTICE, NARRATIVE)
    of_justice = progress(half_heard, LATER)["stakeholder"][JUSTICE.id]

    assert of_justice == Tally(asked=2, answered=1, late=1, used=1)


def test_nobody_is_late_before_the_date_of_a_reminder(half_heard: Desk) -> None:
    requests = half_heard.workspace.requests(half_heard.review.id)
    silent = next(e.request for e in requests if e.request.stakeholder == REFUGE.id)
    review, now = half_heard.review.id, half_heard.clock()
    half_heard.workspace.add_reminder(
        Reminder("m1", review, silent.id, Step.REMINDER, now, AMAL.id, "2027-01-15")
    )

    assert progress(half_heard, LATER)["stakeholder"][REFUGE.id].late == 0
    assert progress(half_heard, date(2027, 1, 16))["stakeholder"][REFUGE.id].late == 2


@pytest.mark.parametrize("language", ["ar", "en", "fr", "es", "ru", "zh"])
def test_the_record_prints_without_the_anonymous_name(
    half_heard: Desk, tmp_path: Path, language: str
) -> None:
    target = tmp_path / "record.pdf"
    write_record(half_heard, target, language)

    said = "".join(page.extract_text() for page in pypdf.PdfReader(target).pages)
    assert Catalogue(language)("Consultation record")[:6] in said
    assert "A-ABCDEF" not in said


def test_an_anonymous_contributor_is_a_line_without_a_name(half_heard: Desk) -> None:
    names = {line.name for line in consulted(half_heard).institutions}

    assert names == {JUSTICE.name, REFUGE.name, ""}
