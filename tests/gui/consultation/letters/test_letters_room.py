"""Letters in the window: dropped, read, assigned, put down, taken in, undone."""

from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from focalpoint_app.domain.stakeholder import Category, Stakeholder
from focalpoint_app.gui.consultation.letters.room import LettersRoom
from focalpoint_app.gui.consultation.rooms import LETTERS, ROOMS
from focalpoint_app.gui.controls.notice import Mood
from focalpoint_app.gui.session import Session
from focalpoint_app.workflow.consultation.stakeholders import save_stakeholders
from focalpoint_app.workflow.consultation.written_letters import letters_at_work
from focalpoint_app.workflow.review.desk import Desk
from tests.gui.alone import alone, told_by
from tests.gui.files import Answering
from tests.gui.refusing import gone
from tests.gui.small_review import DATE, FIGURES, MAIN, MEASURES, NUMBER, OTHER, SALMA
from tests.gui.typing import type_text
from tests.pdf.scans.test_letter_pages import pdf, png
from tests.workflow.consulting import JUSTICE, SOURCE

pytestmark = pytest.mark.usefixtures("swept")
WAIT = 30_000  # ms; the machine may be busy with others
SAID = "يعاقب القانون على المشاركة."
PRESS = Stakeholder("s-press", "نقابة الصحفيين", Category.CIVIL_SOCIETY, language="fr")


@pytest.fixture
def dialogs() -> Answering:
    return Answering()


@pytest.fixture
def session(desk: Desk) -> Iterator[Session]:
    with alone(desk) as session:
        yield session


@pytest.fixture
def room(session: Session, desk: Desk, dialogs: Answering, qtbot: QtBot) -> LettersRoom:
    for each in (JUSTICE, PRESS, SOURCE):
        save_stakeholders(desk, each)
    room = LettersRoom(session, dialogs)
    qtbot.addWidget(room)
    room.resize(1200, 700)
    room.retranslate(session.catalogue)
    room.show()
    room.enter()
    return room


def mail(path: Path, *, with_scan: bool = False) -> Path:
    message = EmailMessage()
    message["From"] = "huda@justice.example"
    message["Subject"] = "رد الوزارة"
    message["Date"] = "Sun, 22 Nov 2026 10:15:00 +0300"
    message.set_content(f"تحية طيبة،\n{SAID}\nمع الاحترام")
    if with_scan:
        message.add_attachment(png(), "image", "png", filename="مسح.png")
    path.write_bytes(message.as_bytes())
    return path


@pytest.fixture
def opened(room: LettersRoom, tmp_path: Path, qtbot: QtBot) -> LettersRoom:
    """An e-mail with a scan in it, on the desk."""
    room.open_file(mail(tmp_path / "رد.eml", with_scan=True))
    qtbot.waitUntil(lambda: room.desk.letter is not None, timeout=WAIT)
    return room


def choose_institution(room: LettersRoom, stakeholder: str) -> None:
    box = room.desk.fields.institution
    box.setCurrentIndex(box.findData(stakeholder))
    box.activated.emit(box.currentIndex())


def quote(room: LettersRoom, words: str) -> None:
    text = room.desk.viewer.text
    cursor = text.textCursor()
    at = text.toPlainText().index(words)
    cursor.setPosition(at)
    cursor.setPosition(at + len(words), cursor.MoveMode.KeepAnchor)
    text.setTextCursor(cursor)
    room.desk.viewer.quote.click()


def assign(room: LettersRoom, words: str, question: str) -> None:
    quote(room, words)
    room.desk.form.choose(question)
    room.desk.form.add.click()


def entries(desk: Desk) -> dict[str, object]:
    return {
        each.question: each.entry and each.entry["value"]
        for each in desk.workspace.contributions(desk.review.id)
    }


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


def test_selected_words_go_to_their_question_and_into_the_consultation(
    opened: LettersRoom, desk: Desk
) -> None:
    choose_institution(opened, JUSTICE.id)
    assign(opened, SAID, OTHER)
    opened.desk.take.click()
    assert opened.notice.mood is Mood.DONE
    assert entries(desk) == {OTHER: {"ar": SAID}}
    (receipt,) = desk.workspace.receipts(desk.review.id)
    assert (receipt.stakeholder, receipt.transcribed_by) == (JUSTICE.id, "")


def test_what_is_typed_from_a_picture_is_marked_as_transcribed(
    opened: LettersRoom, desk: Desk, qtbot: QtBot
) -> None:
    choose_institution(opened, JUSTICE.id)
    viewer, form = opened.desk.viewer, opened.desk.form
    viewer.enclosures[0].click()
    qtbot.waitUntil(lambda: viewer.picture.is_shown, timeout=WAIT)
    assert viewer.is_picture
    viewer.quote.click()
    type_text(form.text, "نص من الصورة")
    form.choose(OTHER)
    form.add.click()
    checked = opened.desk.fields.lines["checked_by"]
    assert opened.desk.fields.rows["checked_by"].isVisibleTo(opened)
    type_text(checked, "سمير")
    opened.desk.take.click()
    (receipt,) = desk.workspace.receipts(desk.review.id)
    assert (receipt.transcribed_by, receipt.checked_by) == (SALMA.line, "سمير")
    assert desk.workspace.reply_content(receipt.id).startswith(b"From: huda")


def test_from_an_attachment_one_comes_back_to_the_letter(
    opened: LettersRoom, qtbot: QtBot
) -> None:
    viewer = opened.desk.viewer
    viewer.enclosures[0].click()
    qtbot.waitUntil(lambda: viewer.picture.is_shown, timeout=WAIT)
    viewer.back.click()
    assert SAID in viewer.text.toPlainText()
    assert not viewer.back.isVisibleTo(opened)


def test_an_answer_is_asked_for_as_its_question_takes_it(
    opened: LettersRoom, desk: Desk
) -> None:
    choose_institution(opened, JUSTICE.id)
    form = opened.desk.form
    quote(opened, SAID)
    form.choose(MAIN)
    form.add.click()
    assert opened.desk.passages.rows == []  # Nothing is chosen yet.
    form.options["yes"].setChecked(True)
    form.add.click()
    for question, written in ((NUMBER, "1,250"), (DATE, "31/1/2010")):
        quote(opened, SAID)
        form.choose(question)
        form.line.setText(written)
        form.add.click()
    quote(opened, SAID)
    form.choose(MEASURES)
    for button in form.options.values():
        button.setChecked(True)
    form.add.click()
    opened.desk.take.click()
    assert entries(desk) == {
        MAIN: "yes",
        NUMBER: "1250",
        DATE: "2010-01-31",
        MEASURES: ["first", "second"],
    }


def test_the_keyboard_goes_on_where_the_answer_is_asked_for(
    opened: LettersRoom, qtbot: QtBot
) -> None:
    opened.activateWindow()
    quote(opened, SAID)
    form = opened.desk.form
    for question, wanted in ((NUMBER, form.line), (OTHER, form.add)):
        form.choose(question)
        assert opened.focusWidget() is wanted


def test_a_table_says_that_it_takes_no_text(opened: LettersRoom) -> None:
    quote(opened, SAID)
    opened.desk.form.choose(FIGURES)
    assert not opened.desk.form.add.isVisibleTo(opened)


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


def test_a_passage_can_be_removed_again(opened: LettersRoom) -> None:
    choose_institution(opened, JUSTICE.id)
    assign(opened, SAID, OTHER)
    opened.desk.passages.rows[0].cross.click()
    assert opened.desk.passages.rows == []
    opened.desk.take.click()
    assert opened.desk.notice.code == "letter.nothing_assigned"


def test_a_letter_of_nobody_is_not_taken(opened: LettersRoom, desk: Desk) -> None:
    assign(opened, SAID, OTHER)
    opened.desk.take.click()
    assert opened.desk.notice.code == "letter.whose"
    assert entries(desk) == {}


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


def test_an_anonymous_contributors_letter_leaves_no_name(
    opened: LettersRoom, desk: Desk
) -> None:
    choose_institution(opened, SOURCE.id)
    assert not opened.desk.fields.rows["signatory"].isVisibleTo(opened)
    assign(opened, SAID, OTHER)
    opened.desk.put_down.click()
    (kept,) = letters_at_work(desk)
    assert kept.name == ""
    opened.rows[0].open.click()
    opened.desk.take.click()
    (receipt,) = desk.workspace.receipts(desk.review.id)
    assert receipt.file == ""


def test_text_is_taken_in_the_language_of_the_institution(opened: LettersRoom) -> None:
    choose_institution(opened, PRESS.id)
    quote(opened, SAID)
    assert opened.desk.form.language.currentData() == "fr"


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
