"""A letter, and the words that are taken out of it."""

from email.message import EmailMessage
from pathlib import Path

from focalpoint_app.domain.stakeholder import Category, Stakeholder
from focalpoint_app.gui.consultation.letters.room import LettersRoom
from focalpoint_app.workflow.review.desk import Desk
from tests.pdf.scans.test_letter_pages import png

WAIT = 30_000  # ms; the machine may be busy with others
SAID = "يعاقب القانون على المشاركة."
PRESS = Stakeholder("s-press", "نقابة الصحفيين", Category.CIVIL_SOCIETY, language="fr")


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
