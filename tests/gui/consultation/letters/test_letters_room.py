"""Letters in the window: dropped, read, assigned, put down, taken in, undone."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from focalpoint_app.gui.consultation.letters.room import LettersRoom
from focalpoint_app.gui.consultation.rooms import LETTERS, ROOMS
from focalpoint_app.gui.session import Session
from focalpoint_app.workflow.consultation.letter_files import OpenLetter
from focalpoint_app.workflow.consultation.written_letters import letters_at_work
from focalpoint_app.workflow.review.desk import Desk
from tests.gui.alone import told_by
from tests.gui.consultation.letters.reading import (
    SAID,
    WAIT,
    assign,
    choose_institution,
    entries,
    quote,
)
from tests.gui.files import Answering
from tests.gui.refusing import gone
from tests.gui.small_review import OTHER
from tests.gui.typing import type_text
from tests.pdf.scans.test_letter_pages import pdf
from tests.workflow.consulting import JUSTICE

pytestmark = pytest.mark.usefixtures("swept")


def test_the_room_stands_among_the_tabs() -> None:
    assert LETTERS in [each.id for each in ROOMS]


def test_where_no_institution_is_known_one_is_to_be_added(
    session: Session, qtbot: QtBot
) -> None:
    room = LettersRoom(session)
    qtbot.addWidget(room)
    room.enter()
    assert room.desk.fields.wanting == "لا توجد مؤسسة بعد؛ أضيفوها أولاً."


def test_an_email_is_read_beside_the_form(opened: LettersRoom) -> None:
    viewer = opened.desk.viewer
    assert viewer.title.text() == "رد الوزارة"
    assert SAID in viewer.text.toPlainText()
    assert viewer.text.isReadOnly()
    assert [each.text() for each in viewer.enclosures] == ["\u2068مسح.png\u2069"]
    assert opened.desk.fields.date.date == "2026-11-22"


def test_parts_of_a_letter_that_cannot_be_read_are_told(opened: LettersRoom) -> None:
    letter = OpenLetter("رسالة.docx", b"", ("نص",), has_unread=True)
    opened.desk.viewer.show_letter(letter, letter.name)
    assert "Word" in opened.desk.viewer.about.text()


def test_from_an_attachment_one_comes_back_to_the_letter(
    opened: LettersRoom, qtbot: QtBot
) -> None:
    viewer = opened.desk.viewer
    viewer.enclosures[0].click()
    qtbot.waitUntil(lambda: viewer.picture.is_shown, timeout=WAIT)
    viewer.back.click()
    assert SAID in viewer.text.toPlainText()
    assert not viewer.back.isVisibleTo(opened)


def test_work_is_kept_as_it_is_typed_and_gone_on_with(
    opened: LettersRoom, desk: Desk, qtbot: QtBot
) -> None:
    choose_institution(opened, JUSTICE.id)
    assign(opened, SAID, OTHER)
    quote(opened, "تحية طيبة")
    with qtbot.waitSignal(opened.desk.form.changed, timeout=WAIT):
        type_text(opened.desk.form.text, "و")
    (kept,) = letters_at_work(desk)
    assert [each.question for each in kept.passages] == [OTHER, ""]

    opened.desk.put_down.click()
    (row,) = opened.rows
    row.open.click()
    qtbot.waitUntil(lambda: opened.desk.letter is not None, timeout=WAIT)
    assert SAID in opened.desk.viewer.text.toPlainText()
    assert len(opened.desk.passages.rows) == 1
    assert "و" in opened.desk.form.text.text()


def test_a_letter_that_the_file_refused_stays_and_is_kept_with_the_next_try(
    opened: LettersRoom, desk: Desk, session: Session
) -> None:
    table = opened.desk
    told = told_by(session)
    with gone(desk):
        choose_institution(opened, JUSTICE.id)
        table.put_down.click()
    still = table.letter
    assert still is not None
    assert "workspace.replaced" in told
    table.put_down.click()
    assert table.letter is None
    (kept,) = letters_at_work(desk)
    assert kept.stakeholder == JUSTICE.id


def test_an_undone_letter_is_there_to_go_on_with(
    opened: LettersRoom, desk: Desk, session: Session
) -> None:
    choose_institution(opened, JUSTICE.id)
    assign(opened, SAID, OTHER)
    opened.desk.take.click()
    assert opened.rows == []
    desk.undo()
    session.refreshed.emit()
    assert entries(desk) == {}
    assert len(opened.rows) == 1


def test_a_pdf_shows_its_text_and_its_picture(
    room: LettersRoom, dialogs: Answering, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "l.pdf"
    path.write_bytes(pdf("Law No. 5", "Article 3"))
    dialogs.path = path
    room.place.choose.click()
    qtbot.waitUntil(lambda: room.desk.letter is not None, timeout=WAIT)
    viewer = room.desk.viewer
    assert "Law No. 5" in viewer.text.toPlainText()
    viewer.turn.click()
    assert viewer.is_picture
    viewer.after.click()
    assert "Article 3" in viewer.text.toPlainText()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"\x00\x01", "letter.unknown_kind"),
        (b"{\\rtf1", "reply.old_word"),
        (b"%PDF-1.7 broken", "pdf.unreadable"),
    ],
)
def test_what_cannot_be_read_is_told_where_it_was_dropped(
    room: LettersRoom, tmp_path: Path, qtbot: QtBot, content: bytes, code: str
) -> None:
    path = tmp_path / "wrong.bin"
    path.write_bytes(content)
    room.place.dropped.emit(path)
    qtbot.waitUntil(lambda: bool(room.notice.text), timeout=WAIT)
    assert room.notice.code == code
    assert room.desk.letter is None
