"""Meetings in the window: a question on the wall, words beside it, nothing lost."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from focalpoint_app.domain.answer import Confidentiality
from focalpoint_app.domain.consultation import Standing
from focalpoint_app.gui.consultation.meeting.attendance_card import AttendeeRow
from focalpoint_app.gui.consultation.meeting.meeting_desk import MeetingDesk
from focalpoint_app.gui.consultation.meeting.projector import Projector
from focalpoint_app.gui.consultation.meeting.room import MeetingsRoom
from focalpoint_app.gui.consultation.rooms import MEETINGS, ROOMS
from focalpoint_app.gui.controls.notice import Mood
from focalpoint_app.gui.session import Session
from focalpoint_app.workflow.consultation.meetings import WOMAN, meetings
from focalpoint_app.workflow.consultation.stakeholders import save_stakeholders
from focalpoint_app.workflow.review.desk import Desk
from tests.gui.alone import alone, told_by
from tests.gui.refusing import gone
from tests.gui.small_review import MAIN, NARRATIVE, OTHER
from tests.gui.typing import press_key, type_text
from tests.workflow.consulting import JUSTICE, REFUGE

pytestmark = pytest.mark.usefixtures("swept")
WAIT = 30_000  # ms; the machine may be busy with others
SAID = "يعاقب القانون على ذلك."


@pytest.fixture
def session(desk: Desk) -> Iterator[Session]:
    with alone(desk) as session:
        yield session


@pytest.fixture
def room(session: Session, desk: Desk, qtbot: QtBot) -> MeetingsRoom:
    for each in (JUSTICE, REFUGE):
        save_stakeholders(desk, each)
    room = MeetingsRoom(session)
    qtbot.addWidget(room)
    room.resize(1200, 700)
    room.retranslate(session.catalogue)
    room.show()
    room.enter()
    return room


@pytest.fixture
def at_table(room: MeetingsRoom) -> MeetingDesk:
    """A meeting that has begun, with a woman of the ministry of justice."""
    room.new.click()
    row = attendee(room.desk, JUSTICE.id)
    row.gender.setCurrentIndex(row.gender.findData(WOMAN))
    row.gender.activated.emit(1)
    return room.desk


def attendee(table: MeetingDesk, stakeholder: str) -> AttendeeRow:
    table.attendance.add.click()
    row = table.attendance.rows[-1]
    row.institution.setCurrentIndex(row.institution.findData(stakeholder))
    row.institution.activated.emit(1)
    return row


def projector(table: MeetingDesk) -> Projector:
    table.agenda.project.click()
    assert table.projector is not None
    return table.projector


def test_the_room_stands_among_the_tabs() -> None:
    assert MEETINGS in [each.id for each in ROOMS]


def test_each_institution_at_the_table_has_its_place_under_the_question(
    at_table: MeetingDesk,
) -> None:
    attendee(at_table, REFUGE.id)
    speakers = [row.speaker.text() for row in at_table.spoken.rows]
    assert speakers[:2] == [JUSTICE.name, REFUGE.name]
    assert len(speakers) == 3  # The meeting as a whole speaks too.


def test_what_is_typed_is_kept_before_anyone_asks(
    at_table: MeetingDesk, desk: Desk, qtbot: QtBot
) -> None:
    question = at_table.agenda.question
    with qtbot.waitSignal(at_table.spoken.changed, timeout=WAIT):
        type_text(at_table.spoken.rows[0].text, SAID)
    (kept,) = meetings(desk)
    assert kept.said(question, JUSTICE.id).text == SAID


def test_words_that_the_file_refused_stay_and_are_kept_with_the_next_try(
    at_table: MeetingDesk, desk: Desk, session: Session
) -> None:
    question = at_table.agenda.question
    told = told_by(session)
    with gone(desk):
        type_text(at_table.spoken.rows[0].text, SAID)
        at_table.keep()
        at_table.put_down.click()
    still = at_table.meeting
    assert still is not None
    assert "workspace.replaced" in told
    at_table.put_down.click()
    assert at_table.meeting is None
    (kept,) = meetings(desk)
    assert kept.said(question, JUSTICE.id).text == SAID


def test_the_next_question_keeps_the_words_of_the_last(
    at_table: MeetingDesk, desk: Desk
) -> None:
    first = at_table.agenda.question
    type_text(at_table.spoken.rows[0].text, SAID)
    at_table.agenda.after.click()
    assert at_table.agenda.question != first
    assert at_table.spoken.rows[0].text.text() == ""
    at_table.agenda.before.click()
    assert at_table.spoken.rows[0].text.text() == SAID
    assert meetings(desk)[0].said(first, JUSTICE.id).text == SAID


def test_another_meeting_begins_with_nothing_of_the_last(
    room: MeetingsRoom, at_table: MeetingDesk, desk: Desk
) -> None:
    type_text(at_table.spoken.rows[0].text, SAID)
    at_table.put_down.click()
    room.new.click()
    assert [row.text.text() for row in at_table.spoken.rows] == [""]
    at_table.minutes.typed.emit()
    at_table.keep()
    assert sorted(len(each.spoken) for each in meetings(desk)) == [0, 1]


def test_at_the_end_there_are_oral_contributions_and_minutes(
    room: MeetingsRoom, at_table: MeetingDesk, desk: Desk
) -> None:
    at_table.spoken.rows[0].choice.setCurrentIndex(1)
    at_table.spoken.rows[0].choice.activated.emit(1)
    at_table.agenda.step(1)
    type_text(at_table.spoken.rows[-1].text, "اتفق الحاضرون.")
    type_text(at_table.minutes, "رُفعت الجلسة.")
    at_table.take.click()
    assert room.notice.mood is Mood.DONE
    given = {
        each.question: (each.entry and each.entry["value"], each.standing)
        for each in desk.workspace.contributions(desk.review.id)
    }
    assert given == {
        MAIN: ("yes", Standing.ORAL),
        NARRATIVE: ({"ar": "اتفق الحاضرون."}, Standing.ORAL),
    }
    for receipt in desk.workspace.receipts(desk.review.id):
        assert b"\xd8\xb1" in desk.workspace.reply_content(receipt.id)
        assert receipt.respondent.women == 1


def test_a_meeting_without_a_name_is_not_taken(
    at_table: MeetingDesk, desk: Desk
) -> None:
    type_text(at_table.spoken.rows[0].text, SAID)
    at_table.title.clear()
    at_table.take.click()
    assert desk.workspace.receipts(desk.review.id) == ()


def test_a_silent_meeting_is_told(at_table: MeetingDesk) -> None:
    at_table.take.click()
    assert at_table.notice.code == "meeting.nothing_said"


def test_a_meeting_that_was_put_down_is_opened_again(
    room: MeetingsRoom, at_table: MeetingDesk
) -> None:
    type_text(at_table.spoken.rows[0].text, SAID)
    at_table.put_down.click()
    (row,) = room.rows
    row.open.click()
    assert at_table.spoken.rows[0].text.text() == SAID
    assert [each.institution.currentData() for each in at_table.attendance.rows] == [
        JUSTICE.id
    ]


def test_the_wall_shows_question_guidance_and_draft(
    at_table: MeetingDesk, desk: Desk
) -> None:
    desk.choose(MAIN, "part")
    wall = projector(at_table)
    assert wall.isWindow()
    assert "سؤال" in wall.question.text()
    assert "إرشاد" in wall.guidance.text()
    assert "جزئياً" in wall.draft.text()
    press_key(wall, Qt.Key.Key_D)
    assert not wall.draft.isVisibleTo(wall)


@pytest.mark.parametrize("kept", [NARRATIVE, MAIN])
def test_what_is_for_national_use_is_not_put_on_a_wall(
    at_table: MeetingDesk, desk: Desk, kept: str
) -> None:
    """Nor what hangs on it."""
    desk.write(NARRATIVE, "ar", "سر وطني")
    desk.set_confidentiality(kept, Confidentiality.NATIONAL)
    wall = projector(at_table)
    at_table.agenda.step(1)
    assert "سر وطني" not in wall.draft.text()
    assert wall.draft.isVisibleTo(wall)


@pytest.mark.parametrize(
    ("language", "onwards", "back"),
    [
        ("ar", Qt.Key.Key_Left, Qt.Key.Key_Right),
        ("en", Qt.Key.Key_Right, Qt.Key.Key_Left),
    ],
)
def test_keys_on_the_wall_step_as_one_reads(
    at_table: MeetingDesk,
    session: Session,
    language: str,
    onwards: Qt.Key,
    back: Qt.Key,
) -> None:
    session.translator.speak(language)
    wall = projector(at_table)
    wall.retranslate(session.catalogue)
    first = at_table.agenda.question
    press_key(wall, onwards)
    assert at_table.agenda.question != first
    press_key(wall, back)
    assert at_table.agenda.question == first
    press_key(wall, Qt.Key.Key_PageDown)
    assert at_table.agenda.question != first


def test_the_type_on_the_wall_grows_and_shrinks(at_table: MeetingDesk) -> None:
    wall = projector(at_table)
    usual = wall.question.font().pixelSize()
    press_key(wall, Qt.Key.Key_Plus)
    assert wall.question.font().pixelSize() > usual >= 30
    press_key(wall, Qt.Key.Key_Minus)
    assert wall.question.font().pixelSize() == usual


def test_escape_takes_the_question_off_the_wall(at_table: MeetingDesk) -> None:
    wall = projector(at_table)
    press_key(wall, Qt.Key.Key_Escape)
    assert at_table.projector is None


def test_the_wall_goes_with_the_meeting(at_table: MeetingDesk) -> None:
    projector(at_table)
    at_table.put_down.click()
    assert at_table.projector is None


def test_another_article_is_another_agenda(at_table: MeetingDesk, desk: Desk) -> None:
    box = at_table.agenda.article
    box.setCurrentIndex(box.findData("untoc.6"))
    box.activated.emit(box.currentIndex())
    assert at_table.agenda.question == OTHER
    assert meetings(desk)[0].article == "untoc.6"


def test_a_meeting_can_be_put_away(
    room: MeetingsRoom, at_table: MeetingDesk, desk: Desk
) -> None:
    type_text(at_table.spoken.rows[0].text, SAID)
    at_table.put_away.click()
    assert meetings(desk) == ()
    assert room.rows == []


def test_the_agenda_says_its_article_whole(at_table: MeetingDesk, qtbot: QtBot) -> None:
    box, title = at_table.agenda.article, at_table.agenda.title
    assert box.fontMetrics().horizontalAdvance(box.shown) < box.width()
    instrument, about = title.text().split(" · ")
    assert box.currentText() == f"{instrument} · {box.shown} · {about}"
