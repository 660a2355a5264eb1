"""Requests that were sent: late, reminded, withdrawn, asked again."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from focalpoint_app.domain.reminder import Step
from focalpoint_app.gui.app import Program
from focalpoint_app.gui.consultation.place import ConsultationPlace
from focalpoint_app.gui.controls.rows import HEAD
from focalpoint_app.gui.session import Session
from focalpoint_app.workflow.consultation.consolidating import ask_again
from focalpoint_app.workflow.consultation.withdrawing import withdraw_request
from focalpoint_app.workflow.review.desk import Desk
from tests.gui.consultation.asked import answer, ask
from tests.gui.consultation.institutions import JUSTICE, REFUGE
from tests.gui.consultation.requests.asking import PATIENCE, shown
from tests.gui.small_review import MAIN, NUMBER, OTHER


def test_late_ones_are_marked_and_filtered(
    desk: Desk, place: ConsultationPlace
) -> None:
    late, partly = ask(desk, JUSTICE.id), ask(desk, REFUGE.id)
    answer(desk, partly, {MAIN: {"value": "yes"}})
    room = shown(place)
    assert set(room.shelf.ids) == {late.request.id, partly.request.id}
    room.shelf.filter_by("remind")
    assert room.shelf.ids == (late.request.id,)
    room.shelf.filter_by("partly")
    assert room.shelf.ids == (partly.request.id,)
    room.shelf.filter_by("")
    room.shelf.search.setText("المأوى")
    assert room.shelf.ids == (partly.request.id,)


def test_a_reminder_is_worded_written_and_then_the_next_one_is_offered(
    desk: Desk, place: ConsultationPlace, tmp_path: Path, qtbot: QtBot
) -> None:
    sent = ask(desk, JUSTICE.id)
    room = shown(place)
    room.show_request(sent.request.id)
    room.sheet.steps[Step.REMINDER].click()
    card = room.sheet.reminder
    assert "12/ص" in card.body.text
    card.body.show_text(f"{card.body.text}\nنرجو الإسراع")
    card.register.lines["outgoing"].setText("61/ص")
    card.until.show_date("2026-02-10")
    card.write_into(tmp_path)
    qtbot.waitUntil(lambda: room.sheet.open.isVisible(), timeout=PATIENCE)
    assert {each.suffix for each in tmp_path.iterdir()} >= {".pdf", ".eml", ".ics"}
    (kept,) = desk.workspace.reminders(desk.review.id)
    assert (kept.step, kept.register.outgoing) == (Step.REMINDER, "61/ص")
    assert not card.isVisible()
    assert "61/ص" in room.sheet.letters.facts[0][1]
    assert room._followed[sent.request.id].next is Step.SECOND_REMINDER
    room.sheet.notice.undo.click()
    assert desk.workspace.reminders(desk.review.id) == ()
    assert room._followed[sent.request.id].next is Step.REMINDER


def test_a_withdrawn_request_offers_the_letter_that_tells_it(
    desk: Desk, place: ConsultationPlace, tmp_path: Path, qtbot: QtBot
) -> None:
    sent = ask(desk, JUSTICE.id)
    room = shown(place)
    room.show_request(sent.request.id)
    letter, reminder = (
        room.sheet.steps[each] for each in (Step.WITHDRAWAL, Step.REMINDER)
    )
    assert (letter.isVisible(), reminder.isVisible()) == (False, True)
    withdraw_request(desk, sent.request.id, "سهواً")
    room.refresh()
    assert (letter.isVisible(), reminder.isVisible()) == (True, False)
    letter.click()
    card = room.sheet.reminder
    assert not card.until.isVisible()
    card.write_into(tmp_path)
    qtbot.waitUntil(lambda: room.sheet.open.isVisible(), timeout=PATIENCE)
    (calendar,) = tmp_path.glob("*.ics")
    assert b"STATUS:CANCELLED" in calendar.read_bytes()
    assert [e.step for e in desk.workspace.reminders(desk.review.id)] == [
        Step.WITHDRAWAL
    ]


def test_another_date_stands_in_the_usual_words_but_not_in_ones_own(
    desk: Desk, place: ConsultationPlace
) -> None:
    sent = ask(desk, JUSTICE.id)
    room = shown(place)
    room.show_request(sent.request.id)
    card = room.sheet.reminder
    room.sheet.remind(Step.SECOND_REMINDER)
    card.until.show_date("2031-05-04")
    card.until.line.editingFinished.emit()
    assert "2031" in card.body.text
    card.body.show_text("كلماتي")
    card.until.show_date("2032-05-04")
    card.until.line.editingFinished.emit()
    assert card.body.text == "كلماتي"


def test_files_of_a_request_are_written_again(
    desk: Desk, place: ConsultationPlace, tmp_path: Path, qtbot: QtBot
) -> None:
    sent = ask(desk, JUSTICE.id)
    room = shown(place)
    room.show_request(sent.request.id)
    room.sheet.again.click()
    room.sheet.files.write_into(tmp_path)
    qtbot.waitUntil(lambda: room.sheet.open.isVisible(), timeout=PATIENCE)
    assert (tmp_path / f"{JUSTICE.name}.docx").read_bytes()[:2] == b"PK"
    assert len(desk.workspace.requests(desk.review.id)) == 1


def test_answered_questions_are_marked_and_lead_to_the_questionnaire(
    desk: Desk, place: ConsultationPlace, session: Session, qtbot: QtBot
) -> None:
    sent = ask(desk, JUSTICE.id)
    answer(desk, sent, {MAIN: {"value": "yes"}})
    room = shown(place)
    room.show_request(sent.request.id)
    item = room.sheet.asked.item(0)
    with qtbot.waitSignal(session.jump) as jumped:
        room.sheet.asked.itemActivated.emit(item)
    assert jumped.args == [MAIN]


def test_asking_one_institution_ticks_it_and_what_suits_it(
    place: ConsultationPlace,
) -> None:
    place.show_room("requests", JUSTICE.id)
    room = shown(place)
    assert [each.id for each in room.composing.recipients.ticked] == [JUSTICE.id]
    assert {MAIN, OTHER} <= room.composing.questions.questions


def test_the_room_is_told_in_the_other_language(
    desk: Desk, place: ConsultationPlace, program: Program
) -> None:
    sent = ask(desk, JUSTICE.id)
    room = shown(place)
    room.show_request(sent.request.id)
    program.translator.speak("en")
    assert room.shelf.add.text() == "New round"
    assert "Late by" in room.sheet.stage.text()


def test_who_is_to_be_asked_again_is_one_click_away(
    desk: Desk, place: ConsultationPlace
) -> None:
    sent = ask(desk, JUSTICE.id)
    answer(desk, sent, {MAIN: {"value": "yes"}, NUMBER: {"value": "3"}})
    (given,) = desk.workspace.contributions(desk.review.id, MAIN)
    ask_again(desk, given, "أي قانون؟")
    room = shown(place)
    room.compose()
    assert list(room.composing.again.rows) == [JUSTICE.id]
    room.composing.again.rows[JUSTICE.id].click()
    assert room.composing.wish.questions == {MAIN}
    assert [each.id for each in room.composing.wish.stakeholders] == [JUSTICE.id]
    ask(desk, JUSTICE.id, MAIN)
    room.compose()
    assert room.composing.again.rows == {}
    assert not room.composing.again.isVisible()


def test_a_request_sent_in_error_is_withdrawn_and_taken_back(
    desk: Desk, place: ConsultationPlace, session: Session
) -> None:
    sent = ask(desk, JUSTICE.id)
    room = shown(place)
    room.show_request(sent.request.id)
    sheet = room.sheet
    sheet.withdraw.click()
    form = sheet.withdrawing.form
    assert form is not None
    form.keep.click()
    assert sheet.withdraw.isVisible()  # No reason, and nothing done.
    form.field.setText("أُرسل سهواً")
    form.keep.click()
    assert not sheet.withdraw.isVisible()
    offered = [step for step, button in sheet.steps.items() if button.isVisible()]
    assert offered == [Step.WITHDRAWAL]
    assert sheet.stage.text() == "سُحب"
    assert any("أُرسل سهواً" in value for _, value in sheet.facts.facts)

    sheet.withdrawing.notice.undo.click()
    assert sheet.withdraw.isVisible()
    assert desk.workspace.withdrawals(desk.review.id) == ()
    session.act(desk.redo)
    session.refreshed.emit()
    assert not sheet.withdraw.isVisible()


def test_a_withdrawal_undone_elsewhere_is_told_no_longer(
    desk: Desk, place: ConsultationPlace, session: Session
) -> None:
    sent = ask(desk, JUSTICE.id)
    room = shown(place)
    room.show_request(sent.request.id)
    sheet = room.sheet
    sheet.withdraw.click()
    assert sheet.withdrawing.form is not None
    sheet.withdrawing.form.field.setText("أُرسل سهواً")
    sheet.withdrawing.form.keep.click()
    assert sheet.withdrawing.notice.isVisible()
    session.act(desk.undo)
    session.refreshed.emit()
    assert not sheet.withdrawing.notice.isVisible()


def test_a_reason_begun_stays_when_the_language_changes(
    desk: Desk, place: ConsultationPlace, session: Session
) -> None:
    sent = ask(desk, JUSTICE.id)
    room = shown(place)
    room.show_request(sent.request.id)
    room.sheet.withdraw.click()
    form = room.sheet.withdrawing.form
    assert form is not None
    form.field.setText("أُرسل سهواً")
    session.translator.speak("en")
    assert room.sheet.withdrawing.form is form
    assert form.field.text() == "أُرسل سهواً"
    assert form.keep.text() == "Withdraw the request"
    QTest.keyClick(form.field, Qt.Key.Key_Escape)
    assert room.sheet.withdrawing.form is None


def test_a_round_that_was_withdrawn_whole_counts_nothing(
    desk: Desk, place: ConsultationPlace
) -> None:
    sent = ask(desk, JUSTICE.id)
    withdraw_request(desk, sent.request.id, "سهواً")
    shelf = shown(place).shelf
    heading = shelf.list.item(0)
    assert heading.data(HEAD) == "سُحبت جميع طلبات هذه الجولة"
