"""Rounds that were sent: numbered, followed, reminded, told by who is late."""

from datetime import UTC, date, datetime
from pathlib import Path

from icalendar import Calendar

from focalpoint_app.domain.consultation import Register
from focalpoint_app.domain.letterhead import Letterhead
from focalpoint_app.domain.reminder import Stage, Step
from focalpoint_app.domain.stakeholder import Stakeholder
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.isolates import without_isolates
from focalpoint_app.workflow.consultation.consulted import progress
from focalpoint_app.workflow.consultation.following import (
    Reminding,
    Requests,
    heard_questions,
    keep_reminder,
    letter_body,
    reminder_files,
    reminder_letter,
    reminder_paper,
    reworded,
)
from focalpoint_app.workflow.consultation.receiving import receive
from focalpoint_app.workflow.consultation.registering import (
    record_document,
    register_document,
    register_of,
)
from focalpoint_app.workflow.consultation.stakeholders import save_stakeholders
from focalpoint_app.workflow.consultation.standing import sorted_by_pain, standing
from focalpoint_app.workflow.consultation.withdrawing import withdraw_request
from focalpoint_app.workflow.review.desk import Desk
from tests.workflow.consultation.sending import mails, sent_round
from tests.workflow.consulting import (
    JUSTICE,
    NARRATIVE,
    QUESTION,
    REFUGE,
    SOURCE,
    arrival,
    reply,
    text,
)

TODAY = date(2026, 11, 22)


def test_a_request_is_followed_until_it_is_answered(
    desk: Desk, people: tuple[Stakeholder, ...]
) -> None:
    requests = Requests(desk)
    plan = sent_round(desk, people)
    first = requests.followed(TODAY)
    assert [each.state.stage for each in first] == [Stage.ASKED, Stage.ASKED]
    request = next(e for e in plan.sent if e.request.stakeholder == JUSTICE.id)
    receive(desk, [arrival(reply(request.request, {QUESTION: {"value": "yes"}}))])
    found = {each.stakeholder.id: each for each in requests.followed(TODAY)}
    assert found[JUSTICE.id].state.stage is Stage.PARTLY
    assert heard_questions(desk, request).answered == {QUESTION}
    late = {each.stakeholder.id: each for each in requests.followed(date(2027, 1, 1))}
    assert late[REFUGE.id].next is Step.REMINDER
    assert late[JUSTICE.id].next is None


def test_who_answered_a_part_holds_up_what_the_numbers_call_late(
    desk: Desk, people: tuple[Stakeholder, ...]
) -> None:
    requests, plan = Requests(desk), sent_round(desk, people[:1])
    (request,) = (each.request for each in plan.sent)
    open_ones = len(request.questions) - 1
    receive(desk, [arrival(reply(request, {QUESTION: {"value": "yes"}}))])
    found = standing(desk, requests, date(2027, 1, 1))
    (held,) = found.held_up
    ((_, tally),) = found.institutions
    assert (held.open, tally.late) == (open_ones, open_ones)
    assert held.followed.state.stage is Stage.PARTLY

    again = sent_round(desk, people[:1], due="2027-02-01").sent[0].request
    assert standing(desk, requests, date(2027, 1, 1)).held_up == ()
    (held,) = standing(desk, requests, date(2027, 2, 2)).held_up
    assert held.followed.id == again.id


def test_requests_of_a_later_round_are_found_and_stand_first(
    desk: Desk, people: tuple[Stakeholder, ...]
) -> None:
    requests = Requests(desk)
    sent_round(desk, people)
    requests.followed(TODAY)
    later = sent_round(desk, people[:1])
    assert requests.followed(TODAY)[0].round.id == later.round.id


def test_a_reminder_is_written_and_stands_in_the_register(
    desk: Desk, people: tuple[Stakeholder, ...], tmp_path: Path
) -> None:
    sent_round(desk, people, due="2026-10-01")
    late = Requests(desk).followed(TODAY)[0]
    letter = reminder_letter(late, Step.ESCALATION, until="2026-12-01")
    changed = reworded(letter, "معالي الوزير", f"{letter_body(letter)}\nعاجل", "")
    register = Register(outgoing="90/ص", date="2026-11-22")
    reminding = Reminding(late, Step.ESCALATION, changed, "2026-12-01", register)
    files = reminder_files(reminding, reminder_paper(desk, reminding))
    assert sorted(Path(each.name).suffix for each in files) == [".eml", ".ics", ".pdf"]
    (mail,) = mails(files)
    body = mail.get_body(("plain",))
    assert body is not None
    assert "عاجل" in body.get_content()
    keep_reminder(desk, reminding)
    entries = register_of(desk, Catalogue("en")).outgoing
    assert [each.number for each in entries] == ["", "", "90/ص"]
    assert "minister" in entries[-1].subject
    assert Requests(desk).followed(TODAY)[0].state.stage is Stage.ASKED


def test_a_withdrawn_request_is_told_and_its_date_cancelled(
    desk: Desk, people: tuple[Stakeholder, ...]
) -> None:
    address = "هاتف 12 34 | focal@moj.example.org"
    desk.workspace.save_letterhead(Letterhead(("وزارة العدل", address)))
    sent_round(desk, people[:1], due="2026-12-20")
    (followed,) = Requests(desk).followed(TODAY)
    withdraw_request(desk, followed.id, "أُرسل سهواً")
    (followed,) = Requests(desk).followed(TODAY)
    letter = reminder_letter(followed, Step.WITHDRAWAL)
    at = datetime(2026, 12, 1, 9, tzinfo=UTC)
    reminding = Reminding(followed, Step.WITHDRAWAL, letter, time=at)

    files = reminder_files(reminding, reminder_paper(desk, reminding))

    (mail,) = mails(files)
    (dates,) = (
        e for e in mail.iter_attachments() if e.get_filename("").endswith("ics")
    )
    (event,) = Calendar.from_ical(dates.get_content()).walk("VEVENT")
    assert str(event["uid"]).startswith(followed.id)
    assert event.decoded("sequence") == 1
    assert event.decoded("dtstamp") == at
    assert str(event["organizer"]) == "mailto:focal@moj.example.org"
    assert event["organizer"].params["CN"] == "وزارة العدل"
    assert "20 كانون الأول/ديسمبر 2026" in without_isolates(letter.text)
    keep_reminder(desk, reminding)
    sent, told = register_of(desk, Catalogue("en")).outgoing
    assert sent.withdrawn
    assert not told.withdrawn
    assert "withdrawal" in told.subject


def test_the_register_names_no_anonymous_contributor(desk: Desk) -> None:
    save_stakeholders(desk, SOURCE)
    kept = desk.workspace.stakeholders()
    plan = sent_round(desk, kept)
    receive(desk, [arrival(reply(plan.sent[0].request, {NARRATIVE: text("نص")}))])
    book = register_of(desk, Catalogue("ar"))
    assert [each.party for each in (*book.outgoing, *book.incoming)] == ["", ""]
    said = str(register_document(desk, "ar")) + str(record_document(desk, "ar"))
    assert SOURCE.name not in said


def test_who_holds_up_most_stands_first(
    desk: Desk, people: tuple[Stakeholder, ...]
) -> None:
    plan = sent_round(desk, people, due="2026-10-01")
    request = next(e for e in plan.sent if e.request.stakeholder == JUSTICE.id)
    receive(desk, [arrival(reply(request.request, {QUESTION: {"value": "yes"}}))])
    found = standing(desk, Requests(desk), TODAY)
    numbers = progress(desk, TODAY)
    for name, tallies in (
        ("stakeholder", found.institutions),
        ("article", found.articles),
        ("category", found.categories),
    ):
        assert dict(tallies) == numbers[name]
    assert [key for key, _ in found.institutions] == [REFUGE.id, JUSTICE.id]
    held = [(each.followed.stakeholder.id, each.open) for each in found.held_up]
    assert sorted(held) == [(JUSTICE.id, 1), (REFUGE.id, 2)]
    assert {each.articles for each in found.held_up} == {("untoc.5",)}
    assert sorted_by_pain(dict(found.articles)) == found.articles
