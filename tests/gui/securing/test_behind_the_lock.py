"""What goes on while the window is locked: nothing is read, told or lost by it."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QTextEdit
from pytestqt.qtbot import QtBot

from focalpoint_app.gui.app import Program
from focalpoint_app.gui.consultation.meeting.room import MeetingsRoom
from focalpoint_app.gui.consultation.place import ConsultationPlace
from focalpoint_app.gui.consultation.rooms import MEETINGS
from focalpoint_app.gui.places import PLACES
from focalpoint_app.gui.questionnaire.expunge_dialog import ExpungeDialog
from focalpoint_app.gui.questionnaire.place import QuestionnairePlace
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.sources.place import SourcesPlace
from focalpoint_app.gui.submission.place import SubmissionPlace
from focalpoint_app.gui.submission.submit_room import SubmitRoom
from focalpoint_app.gui.tasks import Task
from focalpoint_app.gui.window import Window
from focalpoint_app.workflow.consultation.meetings import meetings
from focalpoint_app.workflow.review.desk import Desk
from focalpoint_app.workflow.submitting.signing_lines import lines_of
from tests.gui.consulting import SAID, came, text
from tests.gui.small_review import OTHER
from tests.gui.typing import type_text
from tests.gui.unlocking import WAIT, unlock

pytestmark = pytest.mark.usefixtures("swept")
SECRET = "اسم الشاهد المحمي"


def field_of(place: QuestionnairePlace) -> QTextEdit:
    place.show_question(OTHER)
    return next(each for each in place.findChildren(QTextEdit) if each.isVisible())


def test_the_verdict_counts_what_was_typed_last(
    program: Program, session: Session, place: QuestionnairePlace, qtbot: QtBot
) -> None:
    session.judge.judge()
    before = session.judge.verdict.answered
    type_text(field_of(place), SECRET)
    program.locking.lock()
    session.judge.judge()
    unlock(program, qtbot)
    qtbot.waitUntil(lambda: session.judge.verdict.answered == before + 1, timeout=WAIT)


def test_fields_and_counts_that_were_drawn_meanwhile_are_drawn_again(
    program: Program,
    session: Session,
    desk: Desk,
    place: QuestionnairePlace,
    qtbot: QtBot,
) -> None:
    desk.write(OTHER, "ar", SECRET)
    came(desk, {OTHER: text(SAID)})
    session.refreshed.emit()
    field = field_of(place)
    program.locking.lock()
    session.refreshed.emit()
    assert (field.toPlainText(), place.heard.count(OTHER)) == ("", 0)
    unlock(program, qtbot)
    assert field.toPlainText() == SECRET
    assert place.heard.count(OTHER) == 1


def test_the_question_on_the_wall_is_out_of_sight(
    program: Program, desk: Desk, window: Window, qtbot: QtBot
) -> None:
    """With the draft that stands below it; its keys are out of reach, too."""
    desk.write(OTHER, "ar", SECRET)
    window.show_place("consultation")
    page = window.page
    assert isinstance(page, ConsultationPlace)
    page.show_room(MEETINGS)
    room = page.room
    assert isinstance(room, MeetingsRoom)
    room.begin()
    room.desk.project()
    wall = room.desk.projector
    assert wall is not None
    program.locking.lock()
    assert not wall.isVisible()
    unlock(program, qtbot)
    assert wall.isVisible()
    room.desk.unproject()


@pytest.mark.parametrize("kind", [each.id for each in PLACES])
def test_no_place_reads_behind_the_lock(
    program: Program, window: Window, session: Session, qtbot: QtBot, kind: str
) -> None:
    """Whatever asks it to: an exception in a slot fails the test."""
    window.show_place(kind)
    program.locking.lock()
    window.retranslate()
    session.refreshed.emit()
    session.answered.emit(OTHER)
    with qtbot.waitSignal(session.runner.busy, timeout=WAIT):
        session.runner.run(Task(lambda *_: None, lambda _: None))
    assert window.is_covered
    unlock(program, qtbot)


def test_a_locked_window_closes_without_reading(
    program: Program, window: Window, session: Session
) -> None:
    window.show_place("sources")
    page = window.page
    assert isinstance(page, SourcesPlace)
    page.editor.describe_new()
    next(iter(page.editor.fields.titles.values())).setText(SECRET)
    program.locking.lock()
    told: list[object] = []
    window.closing.connect(lambda: told.append("closed"))
    session.failed.connect(told.append)
    assert window.close()
    assert told == ["closed"]


def test_what_was_to_be_kept_after_a_pause_is_not_kept_empty(
    program: Program, window: Window, session: Session, desk: Desk, qtbot: QtBot
) -> None:
    """The pause ends behind the lock, where fields hold nothing."""
    window.show_place("consultation")
    page = window.page
    assert isinstance(page, ConsultationPlace)
    page.show_room(MEETINGS)
    room = page.room
    assert isinstance(room, MeetingsRoom)
    room.begin()
    room.desk.attendance.add.click()
    type_text(room.desk.attendance.rows[-1].name, SECRET)
    told: list[object] = []
    session.failed.connect(told.append)
    program.locking.lock()
    kept = room.desk.meeting
    pause = room.desk.attendance.findChild(QTimer)
    assert pause is not None
    qtbot.waitUntil(lambda: not pause.isActive(), timeout=WAIT)
    assert (room.desk.meeting, told) == (kept, [])
    unlock(program, qtbot)
    room.leave()
    assert meetings(desk) == (kept,)


@pytest.mark.parametrize("room", ["letters", "meetings"])
def test_no_list_of_what_waits_is_read_behind_the_lock(
    program: Program, window: Window, session: Session, qtbot: QtBot, room: str
) -> None:
    window.show_place("consultation")
    page = window.page
    assert isinstance(page, ConsultationPlace)
    page.show_room(room)
    program.locking.lock()
    session.refreshed.emit()
    unlock(program, qtbot)
    assert page.room.isVisible()


def test_what_the_worker_ends_meanwhile_is_heard_once_it_is_unlocked(
    program: Program, session: Session, desk: Desk, qtbot: QtBot
) -> None:
    desk.write(OTHER, "ar", SECRET)
    heard: list[str] = []
    program.locking.lock()
    with qtbot.waitSignals([session.runner.busy] * 2, timeout=WAIT):
        session.runner.run(
            Task(lambda *_: None, lambda _: heard.append(str(desk.answer(OTHER))))
        )
    assert heard == []
    unlock(program, qtbot)
    assert SECRET in heard[0]


def test_a_field_that_locking_takes_the_focus_from_is_kept(
    program: Program, window: Window, desk: Desk, qtbot: QtBot
) -> None:
    window.show_place("submission")
    page = window.page
    assert isinstance(page, SubmissionPlace)
    assert isinstance(page.room, SubmitRoom)
    lines = page.room.lines
    lines.add.click()
    window.activateWindow()
    role = lines.rows[-1].role
    role.setFocus()
    qtbot.waitUntil(role.hasFocus, timeout=WAIT)
    type_text(role, SECRET)
    program.locking.lock()
    unlock(program, qtbot)
    tr = program.translator.catalogue
    assert SECRET in [each.role for each in lines_of(desk, tr)]
    assert window.focusWidget() is role


def test_in_other_colours_it_is_dressed_once_it_is_unlocked(
    program: Program, window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    program.locking.lock()
    page = window.page
    assert page is not None
    monkeypatch.setattr(page, "retranslate", lambda tr: told.append(tr.language))
    window.retranslate()
    assert told == []
    unlock(program, qtbot)
    assert told == ["ar"]


def test_a_passage_is_not_looked_for_behind_the_lock(
    program: Program, session: Session, desk: Desk, window: Window, qtbot: QtBot
) -> None:
    desk.write(OTHER, "ar", SECRET)
    desk.seal()
    dialog = ExpungeDialog(session, window)
    dialog.show()
    dialog.passage.setText(SECRET)
    program.locking.lock()
    assert not dialog.looking.isActive()
    unlock(program, qtbot)
    qtbot.waitUntil(dialog.go.isEnabled, timeout=WAIT)
    dialog.close()
