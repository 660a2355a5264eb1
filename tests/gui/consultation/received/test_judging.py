"""What a reply is: its standing, its loose text, its file, what it changed."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from focalpoint_app.domain.consultation import Standing
from focalpoint_app.gui.consultation.received.room import ReceivedRoom
from focalpoint_app.gui.controls.jump_row import JumpRow
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.shell.commands import Commands
from focalpoint_app.gui.window import Window
from focalpoint_app.workflow.consultation.kept_replies import (
    judge_reply,
    kept_replies,
)
from focalpoint_app.workflow.review.desk import Desk
from tests.gui.consultation.received.replying import TR, show_only
from tests.gui.consulting import JUSTICE, SAID, SOURCE, asked, came, text
from tests.gui.files import Answering
from tests.gui.refusing import gone
from tests.gui.small_review import MAIN, NARRATIVE, OTHER

pytestmark = pytest.mark.usefixtures("swept")
LOOSE = "نرجو إبلاغنا بموعد الاجتماع."


def test_an_official_standing_waits_for_letter_and_signatory(
    room: ReceivedRoom, desk: Desk
) -> None:
    came(desk, {MAIN: {"value": "yes"}})
    room.enter()
    show_only(room)
    judging = room.reply.judging
    judging.standings[Standing.OFFICIAL].click()
    assert judging.rows["letter"].complaint == TR("needed")
    assert desk.workspace.receipts(desk.review.id)[0].standing is Standing.WORKING
    judging.lines["letter"].setText("44/ق")
    judging.lines["incoming"].setText("ق-2026-311")
    judging.seal.click()
    (receipt,) = desk.workspace.receipts(desk.review.id)
    assert receipt.standing is Standing.OFFICIAL
    assert (receipt.register.outgoing, receipt.register.incoming) == (
        "44/ق",
        "ق-2026-311",
    )
    assert receipt.seal_seen
    assert judging.rows["letter"].complaint == ""


def test_a_judgement_is_undone_where_it_was_made(
    room: ReceivedRoom, desk: Desk, window: Window
) -> None:
    session = window.session
    assert session is not None
    came(desk, {MAIN: {"value": "yes"}})
    room.enter()
    show_only(room)
    judging = room.reply.judging
    judging.standings[Standing.PERSONAL].click()
    Commands(window, session).undo()
    assert judging.standings[Standing.WORKING].isChecked()
    assert desk.workspace.receipts(desk.review.id)[0].standing is Standing.WORKING
    what = TR("the standing of a reply")
    assert window.messages.text == TR("Undone: {step}.", step=what)


def test_a_judgement_that_the_file_refused_is_tried_again(
    room: ReceivedRoom, desk: Desk, window: Window
) -> None:
    came(desk, {MAIN: {"value": "yes"}})
    room.enter()
    show_only(room)
    room.reply.judging.lines["incoming"].setText("311")
    with gone(desk):
        room.reply.judging.keep()
    assert desk.path.name in window.messages.text
    room.leave()
    assert desk.workspace.receipts(desk.review.id)[0].register.incoming == "311"


def test_a_date_that_is_none_is_said_and_not_kept(
    room: ReceivedRoom, desk: Desk
) -> None:
    came(desk, {MAIN: {"value": "yes"}})
    room.enter()
    show_only(room)
    room.reply.judging.date.line.setText("أمس")
    room.reply.judging.keep()
    assert room.reply.judging.date.complaint == TR("Write a date as 2010-01-31.")
    assert desk.workspace.receipts(desk.review.id)[0].register.date == "2026-11-18"


def test_what_is_typed_is_kept_when_another_room_is_shown(
    room: ReceivedRoom, desk: Desk
) -> None:
    came(desk, {MAIN: {"value": "yes"}})
    room.enter()
    show_only(room)
    room.reply.judging.lines["incoming"].setText("311")
    room.leave()
    assert desk.workspace.receipts(desk.review.id)[0].register.incoming == "311"


def test_no_field_could_name_an_anonymous_contributor(
    room: ReceivedRoom, desk: Desk
) -> None:
    came(desk, {MAIN: {"value": "yes"}}, SOURCE)
    room.enter()
    show_only(room)
    judging = room.reply.judging
    assert not judging.standings[Standing.OFFICIAL].isEnabled()
    assert all(row.isHidden() for row in judging.rows.values())


def test_loose_text_is_assigned_and_says_where_it_went(
    room: ReceivedRoom, desk: Desk
) -> None:
    came(desk, {MAIN: {"value": "yes"}}, unassigned=(LOOSE,))
    room.enter()
    show_only(room)
    (row,) = room.reply.loose.rows
    row.assign.click()
    assert row.field is not None
    row.field.search.setText("6.1")
    row.field.search.returnPressed.emit()
    given = desk.workspace.contributions(desk.review.id, OTHER)
    assert [each.entry for each in given] == [{"value": {"ar": LOOSE}}]
    (again,) = room.reply.loose.rows
    labels = [each.text() for each in again.findChildren(type(room._hint))]
    assert any("6 (1)" in each for each in labels)


def test_a_later_reply_shows_what_it_changed(room: ReceivedRoom, desk: Desk) -> None:
    request = asked(desk, JUSTICE)
    came(desk, {NARRATIVE: text(SAID), MAIN: {"value": "no"}}, request=request)
    came(desk, {NARRATIVE: text(SAID.replace("47", "48")), MAIN: {"value": "yes"}},
         standing=Standing.OFFICIAL, request=request)  # fmt: skip
    room.enter()
    room.look_at(room.replies.ids[0])
    assert len(room.reply.places.rows) == 2
    room.look_at(room.replies.ids[1])
    assert room.reply.places.isHidden()


def test_each_answer_leads_to_its_contributions(
    room: ReceivedRoom, desk: Desk, session: Session, qtbot: QtBot
) -> None:
    came(desk, {MAIN: {"value": "yes"}})
    room.enter()
    show_only(room)
    (row,) = room.reply.said.rows
    assert isinstance(row, JumpRow)
    with qtbot.waitSignal(session.consulted) as led:
        row.click()
    assert led.args == [MAIN]


def test_the_file_of_a_reply_is_saved_aside(
    room: ReceivedRoom, desk: Desk, dialogs: Answering
) -> None:
    came(desk, {MAIN: {"value": "yes"}})
    room.enter()
    show_only(room)
    room.reply.save.click()
    assert dialogs.path is not None
    assert dialogs.path.read_bytes() == b"PK the source file"


def test_all_that_the_register_notes_of_a_reply_is_kept(
    room: ReceivedRoom, desk: Desk
) -> None:
    came(desk, {MAIN: {"value": "yes"}})
    room.enter()
    show_only(room)
    noted = room.reply.judging.register
    said = {"file": "م/7", "urgency": "عاجل", "annexes": "2", "copies": "أ; ب"}
    for name, words in said.items():
        noted.lines[name].setText(words)
    noted.marking.setCurrentIndex(noted.marking.findData("restricted"))
    noted.finished.emit()
    (receipt,) = desk.workspace.receipts(desk.review.id)
    register = receipt.register
    assert (register.file, register.urgency, register.annexes) == ("م/7", "عاجل", "2")
    assert register.copies == ("أ", "ب")
    assert register.marking == "restricted"
    assert register.date == "2026-11-18"


def test_a_marking_written_in_words_is_left_as_it_is(
    room: ReceivedRoom, desk: Desk
) -> None:
    came(desk, {MAIN: {"value": "yes"}})
    (kept,) = kept_replies(desk)
    register = replace(kept.receipt.register, marking="محدود")
    judge_reply(desk, kept, replace(kept.receipt, register=register))
    room.enter()
    show_only(room)
    before = desk.undoable
    room.leave()
    assert desk.undoable == before
