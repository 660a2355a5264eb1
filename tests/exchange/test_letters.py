"""The letters of a round, step by step, in six languages; and their due dates."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from icalendar import Calendar

from focalpoint_app.domain.consultation import Register
from focalpoint_app.domain.stakeholder import Addressee
from focalpoint_app.exchange.calendar_file import DueDate, write_calendar
from focalpoint_app.exchange.letters import Occasion, Step, letter_of
from focalpoint_app.exchange.mail import Mailbox
from focalpoint_app.language.isolates import without_isolates
from focalpoint_app.language.names import OFFICIAL_LANGUAGES
from tests.exchange.requests import REQUEST

OCCASION = Occasion(
    Addressee("وزير العدل", "معالي الأستاذ", "فلان الفلاني"),
    "جهة الوصل",
    ("2026-12-05", "2026-12-20"),
    "2027-01-15",
)


@pytest.mark.parametrize("step", Step)
@pytest.mark.parametrize("language", OFFICIAL_LANGUAGES)
def test_every_letter_is_whole_in_every_language(step: Step, language: str) -> None:
    request = replace(REQUEST, language=language, letter="")

    letter = letter_of(step, request, OCCASION)

    english = letter_of(step, replace(request, language="en"), OCCASION)
    assert letter.paragraphs
    assert "{" not in letter.subject + letter.text
    if language != "en":
        assert not set(letter.paragraphs) & set(english.paragraphs)


def test_a_letter_names_the_holder_of_the_office() -> None:
    letter = letter_of(Step.REQUEST, REQUEST, OCCASION)
    assert letter.salutation == "معالي الأستاذ فلان الفلاني\nوزير العدل"


def test_the_request_s_own_letter_is_used_word_for_word() -> None:
    letter = letter_of(Step.REQUEST, REQUEST, OCCASION)
    assert letter.paragraphs[:2] == tuple(REQUEST.letter.split("\n"))


@pytest.mark.parametrize("step", list(Step)[1:])
def test_a_reminder_refers_to_the_letter_by_number_and_date(step: Step) -> None:
    text = without_isolates(letter_of(step, REQUEST, OCCASION).text)
    assert "رقم 123/2026 المؤرخ 22 تشرين الثاني/نوفمبر 2026" in text


def test_without_a_number_no_number_is_made_up() -> None:
    letter = letter_of(Step.REMINDER, replace(REQUEST, register=Register()), OCCASION)
    assert "رقم" not in letter.text


def test_the_minister_s_letter_tells_of_both_reminders() -> None:
    text = without_isolates(letter_of(Step.ESCALATION, REQUEST, OCCASION).text)
    assert "5 كانون الأول/ديسمبر 2026 و20 كانون الأول/ديسمبر 2026" in text
    assert "15 كانون الثاني/يناير 2027" in text
    assert "معاليكم" in text


DUE = DueDate(
    REQUEST.id,
    date(2026, 12, 31),
    "موعد ردود وزارة العدل",
    "سطر أول؛ فاصلة, وسطر\nثانٍ",
    "ar",
    datetime(2026, 11, 22, 8, 0, tzinfo=UTC),
)


def test_a_due_date_is_a_day_with_two_alarms() -> None:
    (event,) = Calendar.from_ical(write_calendar((DUE,))).walk("VEVENT")

    assert event.decoded("dtstart") == DUE.day
    assert event.decoded("dtend") == DUE.day + timedelta(days=1)
    assert str(event["summary"]) == DUE.summary
    assert str(event["description"]) == DUE.description
    triggers = [alarm.decoded("trigger") for alarm in event.walk("VALARM")]
    assert triggers == [timedelta(hours=9, days=-7), timedelta(hours=9, days=-1)]


def test_a_moved_date_replaces_the_one_before() -> None:
    moved = replace(DUE, day=date(2027, 1, 15), version=1)
    before, after = (
        Calendar.from_ical(write_calendar((each,))).walk("VEVENT")[0]
        for each in (DUE, moved)
    )
    assert before["uid"] == after["uid"]
    assert after.decoded("sequence") > before.decoded("sequence")


OFFICE = Mailbox("focal@العدل.example", 'وزارة "العدل"; مكتب')


def test_a_date_is_organized_by_the_office_where_its_address_is_known() -> None:
    dated = replace(DUE, organizer=OFFICE)
    for each, method in (
        (dated, "PUBLISH"),
        (replace(dated, is_cancelled=True), "CANCEL"),
    ):
        calendar = Calendar.from_ical(write_calendar((each,)))
        (event,) = calendar.walk("VEVENT")
        assert str(calendar["method"]) == method
        assert str(event["organizer"]) == "mailto:focal@xn--mgbq3a6bc.example"
        assert event["organizer"].params["CN"] == "وزارة 'العدل'; مكتب"
        assert "attendee" not in event


def test_without_an_organizer_nothing_is_cancelled_for_others() -> None:
    """RFC 5546 has no such cancellation; a date that is off may be published."""
    calendar = Calendar.from_ical(write_calendar((replace(DUE, is_cancelled=True),)))
    (event,) = calendar.walk("VEVENT")
    assert (str(calendar["method"]), str(event["status"])) == ("PUBLISH", "CANCELLED")
    assert "organizer" not in event


def test_a_cancelled_date_goes_from_the_calendar_it_was_in() -> None:
    cancelled = replace(DUE, version=2, is_cancelled=True, organizer=OFFICE)
    calendar = Calendar.from_ical(write_calendar((cancelled,)))
    (event,) = calendar.walk("VEVENT")
    (before,) = Calendar.from_ical(write_calendar((DUE,))).walk("VEVENT")
    assert (str(calendar["method"]), str(event["status"])) == ("CANCEL", "CANCELLED")
    assert event["uid"] == before["uid"]
    assert event.decoded("sequence") > before.decoded("sequence")
    assert event.walk("VALARM") == []


def test_a_letter_of_withdrawal_names_the_date_only_where_there_was_one() -> None:
    dated = letter_of(Step.WITHDRAWAL, REQUEST, OCCASION)
    without = letter_of(Step.WITHDRAWAL, REQUEST, replace(OCCASION, until=""))
    assert "15 كانون الثاني/يناير 2027" in without_isolates(dated.text)
    assert len(dated.paragraphs) == len(without.paragraphs) + 1


def test_the_lines_of_a_calendar_are_short() -> None:
    lines = write_calendar((replace(DUE, summary="ن" * 300),)).split(b"\r\n")
    assert max(map(len, lines)) <= 75
