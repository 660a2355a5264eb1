"""What is said in a meeting becomes oral contributions, its minutes are kept."""

from dataclasses import replace

import pytest

from focalpoint_app.domain.consultation import Carrier, Standing
from focalpoint_app.domain.contribution import superseded
from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.paper import PaperKind
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.workflow.consultation.meetings import (
    MAN,
    WOMAN,
    Attendee,
    Meeting,
    Spoken,
    drop_meeting,
    is_taken,
    keep_meeting,
    meetings,
    take_meeting,
)
from focalpoint_app.workflow.consultation.stakeholders import save_stakeholders
from focalpoint_app.workflow.review.desk import Desk
from tests.workflow.consulting import JUSTICE, NARRATIVE, QUESTION, REFUGE, SOURCE

EN = Catalogue("en")


@pytest.fixture
def meeting(desk: Desk) -> Meeting:
    for each in (JUSTICE, REFUGE, SOURCE):
        save_stakeholders(desk, each)
    return Meeting(
        "m-1",
        "الاجتماع الأول",
        "2026-12-01",
        attendees=(
            Attendee("a", JUSTICE.id, "هدى الزهراء", "مستشارة", WOMAN),
            Attendee("b", JUSTICE.id, "عمر", "", MAN),
            Attendee("c", REFUGE.id, "ليلى", "", WOMAN),
        ),
        spoken=(
            Spoken(NARRATIVE, JUSTICE.id, "يعاقب القانون على ذلك."),
            Spoken(QUESTION, REFUGE.id, "في الغالب", "part"),
            Spoken(NARRATIVE, "", "اتفق الحاضرون."),
        ),
    )


def said(desk: Desk) -> dict[tuple[str, str], object]:
    given = desk.workspace.contributions(desk.review.id)
    later = superseded(given)
    names = {each.id: each.name for each in desk.workspace.stakeholders()}
    return {
        (names[each.stakeholder], each.question): each.entry and each.entry["value"]
        for each in given
        if each.id not in later
    }


def test_each_institution_and_the_meeting_contribute_what_they_said(
    desk: Desk, meeting: Meeting
) -> None:
    told = take_meeting(desk, meeting, EN)
    assert [each.taken for each in told] == [1, 1, 1]
    assert said(desk) == {
        (JUSTICE.name, NARRATIVE): {"ar": "يعاقب القانون على ذلك."},
        (REFUGE.name, QUESTION): "part",
        ("الاجتماع الأول 2026-12-01", NARRATIVE): {"ar": "اتفق الحاضرون."},
    }
    for receipt in desk.workspace.receipts(desk.review.id):
        assert (receipt.carrier, receipt.standing) == (Carrier.MEETING, Standing.ORAL)


def test_words_to_a_question_of_choices_are_a_comment_on_it(
    desk: Desk, meeting: Meeting
) -> None:
    take_meeting(desk, meeting, EN)
    (given,) = desk.workspace.contributions(desk.review.id, QUESTION)
    assert [(each.kind, each.text) for each in given.traces] == [
        ("comment", "في الغالب")
    ]


def test_women_and_men_are_counted_for_each_institution(
    desk: Desk, meeting: Meeting
) -> None:
    take_meeting(desk, meeting, EN)
    counted = {
        each.stakeholder: (each.respondent.women, each.respondent.men)
        for each in desk.workspace.receipts(desk.review.id)
    }
    assert counted[JUSTICE.id] == (1, 1)
    assert counted[REFUGE.id] == (1, 0)


def test_the_minutes_are_kept_as_the_source(desk: Desk, meeting: Meeting) -> None:
    take_meeting(desk, replace(meeting, minutes="رُفعت الجلسة."), EN)
    for receipt in desk.workspace.receipts(desk.review.id):
        minutes = desk.workspace.reply_content(receipt.id).decode()
        assert minutes.startswith("الاجتماع الأول\n1 December 2026\n")
        assert "وزارة العدل · هدى الزهراء · مستشارة" in minutes
        assert "وزارة العدل: يعاقب القانون على ذلك." in minutes
        assert minutes.endswith("رُفعت الجلسة.\n")


def test_what_is_noted_is_there_again(desk: Desk, meeting: Meeting) -> None:
    keep_meeting(desk, meeting)
    assert meetings(desk) == (meeting,)
    drop_meeting(desk, meeting)
    assert meetings(desk) == ()


def test_the_whole_meeting_is_one_step_to_undo(desk: Desk, meeting: Meeting) -> None:
    take_meeting(desk, meeting, EN)
    (kept,) = meetings(desk)
    assert is_taken(desk, kept)
    desk.undo()
    assert said(desk) == {}
    assert not is_taken(desk, kept)
    assert kept.spoken == meeting.spoken


def test_what_is_corrected_supersedes_what_was_said(
    desk: Desk, meeting: Meeting
) -> None:
    take_meeting(desk, meeting, EN)
    corrected = meeting.saying(Spoken(NARRATIVE, JUSTICE.id, "مصحَّح"))
    take_meeting(desk, corrected, EN)
    assert said(desk)[JUSTICE.name, NARRATIVE] == {"ar": "مصحَّح"}
    assert len(said(desk)) == 3


def test_the_same_minutes_twice_change_nothing(desk: Desk, meeting: Meeting) -> None:
    take_meeting(desk, meeting, EN)
    again = take_meeting(desk, meeting, EN)
    assert [(each.taken, each.known) for each in again] == [(0, 1)] * 3


def test_an_anonymous_contributor_is_named_nowhere(
    desk: Desk, meeting: Meeting
) -> None:
    there = Attendee("d", SOURCE.id, "فاطمة الكاتبة", "صحفية", WOMAN)
    spoken = Spoken(NARRATIVE, SOURCE.id, "شهادة")
    work = replace(meeting, attendees=(*meeting.attendees, there)).saying(spoken)
    keep_meeting(desk, work)
    take_meeting(desk, work, EN)
    (paper,) = desk.workspace.papers(desk.review.id, PaperKind.MEETING)
    kept = [str(paper)]
    for receipt in desk.workspace.receipts(desk.review.id):
        kept.append(str(receipt))
        if receipt.stakeholder != SOURCE.id:
            kept.append(desk.workspace.reply_content(receipt.id).decode())
    assert all("فاطمة" not in each and "صحفية" not in each for each in kept)


def test_no_word_of_a_meeting_names_whoever_attends_unnamed(
    desk: Desk, meeting: Meeting
) -> None:
    there = Attendee("d", SOURCE.id, "فاطمة الكاتبة", "صحفية", WOMAN)
    work = replace(
        meeting,
        attendees=(*meeting.attendees, there),
        minutes="تحدثت فاطمة الكاتبة عن الميناء.",
    ).saying(Spoken(NARRATIVE, JUSTICE.id, "نشكر فاطمة  الكاتبة على شهادتها."))
    keep_meeting(desk, work)
    take_meeting(desk, work, EN)
    kept = str(desk.workspace.papers(desk.review.id, PaperKind.MEETING))
    kept += "".join(map(str, desk.workspace.contributions(desk.review.id)))
    for receipt in desk.workspace.receipts(desk.review.id):
        kept += desk.workspace.reply_content(receipt.id).decode()
    assert "الميناء" in kept
    assert "على شهادتها" in kept
    assert "الكاتبة" not in kept


def test_an_empty_meeting_is_no_contribution(desk: Desk, meeting: Meeting) -> None:
    silent = replace(meeting, spoken=(Spoken(NARRATIVE, JUSTICE.id, "  "),))
    with pytest.raises(AppError) as told:
        take_meeting(desk, silent, EN)
    assert told.value.code == "meeting.nothing_said"


def test_saying_nothing_takes_away_what_was_said(meeting: Meeting) -> None:
    silent = meeting.saying(Spoken(NARRATIVE, JUSTICE.id))
    assert not silent.said(NARRATIVE, JUSTICE.id).says_something
    assert len(silent.spoken) == 2
