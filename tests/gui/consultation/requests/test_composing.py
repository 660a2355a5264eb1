"""A round is put together: whom, what, what stays here, and its files."""

from email import message_from_bytes
from email.policy import default
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from focalpoint_app.domain.answer import Confidentiality
from focalpoint_app.domain.consultation import Carrier
from focalpoint_app.domain.numbering import Numbering
from focalpoint_app.gui.consultation.place import ConsultationPlace
from focalpoint_app.gui.consultation.rounds.composing import Composing
from focalpoint_app.gui.consultation.rounds.lock_fields import PLAIN, RECIPIENT
from focalpoint_app.gui.consultation.rounds.room import RequestsRoom
from focalpoint_app.gui.controls.notice import Mood
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.window import Window
from focalpoint_app.language.isolates import without_isolates
from focalpoint_app.workflow.consultation.round_drafts import kept_draft
from focalpoint_app.workflow.review.desk import Desk
from tests.gui.consultation.institutions import JUSTICE, REFUGE
from tests.gui.consultation.requests.asking import PATIENCE, shown
from tests.gui.files import Answering
from tests.gui.small_review import MAIN, MEASURES, NUMBER, OTHER


def test_questions_are_ticked_by_article_and_narrowed(composing: Composing) -> None:
    card = composing.questions
    card.tree.tick_articles(["untoc.5"])
    assert {MAIN, MEASURES, NUMBER} <= card.questions
    assert OTHER not in card.questions
    card.pattern.setText("untoc.5.1*")
    assert MAIN in card.questions
    assert NUMBER not in card.questions  # out of sight, and so not asked
    card.pattern.setText("nothing*")
    assert card.questions == frozenset()
    card.pattern.clear()
    card.narrow("obligation", "optional")
    assert card.tree.in_sight == ()
    card.narrow("obligation", "")
    assert MAIN in card.questions


def test_who_is_to_be_asked_again_is_told_in_the_windows_language(
    composing: Composing, session: Session
) -> None:
    composing.again.show_open({JUSTICE.id: (MAIN, OTHER)})
    session.translator.speak("fr")
    composing.retranslate(session.catalogue)
    (row,) = composing.again.rows.values()
    assert without_isolates(row.accessibleName()).endswith("2 questions")


def test_ticking_an_article_ticks_its_questions_and_counts_them(
    composing: Composing,
) -> None:
    tree = composing.questions.tree
    tree.tick(())
    top = tree.topLevelItem(0)
    assert top is not None
    article = top.child(0)
    assert article is not None
    article.setCheckState(0, Qt.CheckState.Checked)
    tree.tick(tree.ticked)  # what a moment later happens by itself
    assert len(tree.ticked) == article.childCount()
    assert top.checkState(0) == Qt.CheckState.PartiallyChecked
    assert f"{article.childCount()}" in article.text(1)


def test_those_who_suit_the_articles_are_ticked(composing: Composing) -> None:
    composing.recipients.tick(())
    composing.recipients.suitable.click()
    assert [each.id for each in composing.recipients.ticked] == [JUSTICE.id]


def test_what_stays_is_named_before_anything_is_written(
    composing: Composing, desk: Desk
) -> None:
    desk.write(OTHER, "ar", "نص سري")
    desk.set_confidentiality(OTHER, Confidentiality.NATIONAL)
    composing.look_ahead()
    assert not composing.leaving.stays.isVisible()
    composing.form.with_draft.setChecked(True)
    composing.look_ahead()
    assert REFUGE.name in composing.leaving.stays.text
    assert JUSTICE.name not in composing.leaving.stays.text
    assert composing.leaving.stays.mood is Mood.CARE


def test_the_letter_above_its_readers_is_named(composing: Composing) -> None:
    composing.letter.register.marking.setCurrentIndex(2)
    composing.look_ahead()
    assert JUSTICE.name in composing.leaving.stays.text


def test_a_round_becomes_files_in_a_folder(
    composing: Composing, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    composing.letter.due.line.setText("2027-03-01")
    composing.letter.register.lines["outgoing"].setText("55/ص")
    composing.letter.text.show_text("السلام عليكم")
    composing.write_into(tmp_path)
    qtbot.waitUntil(lambda: composing.leaving.open.isVisible(), timeout=PATIENCE)
    suffixes = sorted(each.suffix for each in tmp_path.iterdir() if each.is_file()
                      and each.suffix in {".docx", ".eml", ".ics"})  # fmt: skip
    assert suffixes == [".docx", ".docx", ".eml", ".eml", ".ics"]
    mail = message_from_bytes(
        (tmp_path / f"{JUSTICE.name}.eml").read_bytes(), policy=default
    )
    body = mail.get_body(("plain",))
    assert body is not None
    assert "السلام عليكم" in body.get_content()
    sent = desk.workspace.requests(desk.review.id)
    assert {each.request.due for each in sent} == {"2027-03-01"}
    assert {each.request.register.outgoing for each in sent} == {"55/ص"}
    assert {each.id for each in sent[0].request.questions} == {MAIN, OTHER}


def test_the_new_requests_are_listed_and_lead_to_their_sheet(
    composing: Composing, place: ConsultationPlace, tmp_path: Path, qtbot: QtBot
) -> None:
    composing.write_into(tmp_path)
    room = shown(place)
    qtbot.waitUntil(lambda: len(room.shelf.ids) == 2, timeout=PATIENCE)
    qtbot.waitUntil(lambda: composing.leaving.open.isVisible(), timeout=PATIENCE)
    room.shelf.chosen.emit(room.shelf.ids[0])
    assert room.sheet.id == room.shelf.ids[0]
    assert room.sheet.asked.count() == 2


def test_a_folder_that_cannot_be_written_is_told_and_the_request_kept(
    composing: Composing, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    composing.write_into(tmp_path / "is not there")
    result = composing.leaving.result
    qtbot.waitUntil(lambda: result.code == "file.unwritable", timeout=PATIENCE)
    assert len(desk.workspace.requests(desk.review.id)) == 2
    assert composing.leaving.write.isEnabled()


def test_nothing_ticked_means_nothing_to_write(composing: Composing) -> None:
    composing.questions.tree.tick(())
    composing.look_ahead()
    assert not composing.leaving.write.isEnabled()


def test_wrong_fields_are_told_and_nothing_is_written(
    place: ConsultationPlace, composing: Composing, desk: Desk
) -> None:
    composing._dialogs = Answering(desk.path.parent)
    composing.letter.due.line.setText("next week")
    composing.leaving.write.click()
    assert composing.letter.due.complaint
    composing.letter.due.line.setText("2027-01-01")
    composing.form.choose(Carrier.PACKET)
    composing.form.locks.passphrase.setText("a")
    composing.form.locks.again.setText("b")
    composing.leaving.write.click()
    assert desk.workspace.rounds(desk.review.id) == ()


def test_a_plain_packet_warns_and_a_key_must_be_one(composing: Composing) -> None:
    form, tr = composing.form, composing._session.catalogue
    form.choose(Carrier.PACKET)
    assert not form.locks.warning.isVisible()
    assert not form.check(tr)
    for line in (form.locks.passphrase, form.locks.again):
        line.setText("\u200f\u200e")  # Which nobody sees.
    assert not form.check(tr)
    form.choose(Carrier.PACKET, PLAIN)
    assert form.locks.warning.isVisible()
    assert form.check(tr)
    form.choose(Carrier.PACKET, RECIPIENT)
    assert not form.check(tr)
    form.locks.recipient.setText("age1qqqq")
    assert form.check(tr)


def test_the_passphrase_is_forgotten_once_packets_are_written(
    composing: Composing, tmp_path: Path, qtbot: QtBot
) -> None:
    composing.form.choose(Carrier.PACKET)
    for line in (composing.form.locks.passphrase, composing.form.locks.again):
        line.setText("سبع كلمات طويلة")
    composing.write_into(tmp_path)
    qtbot.waitUntil(lambda: composing.leaving.open.isVisible(), timeout=PATIENCE)
    assert composing.form.locks.passphrase.text() == ""
    assert len(list(tmp_path.glob("*.fpacket"))) == 2


def test_a_round_half_put_together_outlives_the_window(
    composing: Composing, place: ConsultationPlace, session: Session, window: Window
) -> None:
    composing.form.choose(Carrier.EXCEL)
    composing.letter.text.show_text("إلى من يهمه الأمر")
    composing.letter.register.lines["copies"].setText("الأرشيف; المحفوظات")
    composing.letter.register.lines["file"].setText("٧/أ")
    composing.letter.register.lines["outgoing"].setText("118")
    composing.letter.ways.setCurrentIndex(1)
    composing.look_ahead()
    assert "118/1" in composing.leaving.summary.text()
    assert "118/2" in composing.leaving.summary.text()
    window.show_place("overview")
    again = RequestsRoom(session)
    again.retranslate(session.catalogue)
    again.compose()
    assert again.composing.wish == composing.wish
    assert again.composing.wish.register.copies == ("الأرشيف", "المحفوظات")
    again.deleteLater()


def test_each_letter_gets_the_number_that_is_written_for_it(
    composing: Composing, session: Session
) -> None:
    letter = composing.letter
    letter.register.lines["outgoing"].setText("118")
    assert not letter.numbers.isVisible()
    letter.ways.setCurrentIndex(letter.ways.findData(Numbering.OWN))
    composing.look_ahead()
    assert letter.numbers.isVisible()
    first, second = letter.numbers.lines.values()
    assert second.placeholderText() == "118"
    QTest.keyClicks(first, "7/2026")
    composing.look_ahead()
    assert first.text() == "7/2026"
    said = without_isolates(composing.leaving.summary.text())
    assert "7/2026" in said
    assert "118" in said
    composing.keep()
    again = Composing(session, composing._dialogs)
    again.describe_new()
    assert again.wish.own_numbers == composing.wish.own_numbers
    assert len(again.letter.numbers.lines) == 2
    again.deleteLater()


def test_what_became_a_round_is_not_offered_again(
    composing: Composing, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    composing.keep()
    assert kept_draft(desk) is not None
    composing.write_into(tmp_path)
    qtbot.waitUntil(lambda: composing.leaving.open.isVisible(), timeout=PATIENCE)
    assert kept_draft(desk) is None
    first = composing.letter.name.text()
    composing.describe_new()
    assert composing.letter.name.text() != first
