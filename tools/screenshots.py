"""Draws every screen in the languages and schemes asked for, to be looked at.

    python tools/screenshots.py FOLDER [SCENE ...] [--language ar] [--scheme dark]

The review is the sample with some answers spoilt on purpose: a long one, an empty
one, a wrong one.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.hazmat.primitives.serialization.pkcs12 import (
    load_key_and_certificates,
)
from PySide6.QtCore import QElapsedTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from focalpoint_app.domain.clearance import Audience
from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.page_code import PageCode
from focalpoint_app.domain.questionnaire import Kind, Question
from focalpoint_app.gui.app import Program, prepared
from focalpoint_app.gui.consultation.place import ConsultationPlace
from focalpoint_app.gui.consultation.rooms import ROOMS
from focalpoint_app.gui.consultation.rounds.room import RequestsRoom
from focalpoint_app.gui.documents.document_dialog import DocumentDialog
from focalpoint_app.gui.documents.document_form import ARTICLE
from focalpoint_app.gui.places import PLACES
from focalpoint_app.gui.questionnaire.cite_dialog import CiteDialog
from focalpoint_app.gui.questionnaire.context import HISTORY, NOTES
from focalpoint_app.gui.questionnaire.inputs.base import Input
from focalpoint_app.gui.questionnaire.inputs.line import NumberInput
from focalpoint_app.gui.questionnaire.inputs.text import TextInput
from focalpoint_app.gui.questionnaire.place import QuestionnairePlace
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.shell.sheets import GoTo, KeySheet
from focalpoint_app.gui.start.page import StartPage
from focalpoint_app.gui.submission.check_room import CheckRoom
from focalpoint_app.gui.submission.documents_room import DocumentsRoom
from focalpoint_app.gui.submission.place import SubmissionPlace
from focalpoint_app.gui.submission.submit_room import SubmitRoom
from focalpoint_app.gui.theme.icons import icon
from focalpoint_app.gui.theme.tokens import tokens
from focalpoint_app.pdf.scans.match import Match, Mismatch
from focalpoint_app.pdf.signing.demonstration import demonstration_p12
from focalpoint_app.platform.settings import Settings
from focalpoint_app.workflow.clear import clear
from focalpoint_app.workflow.desk import Desk
from focalpoint_app.workflow.evidences import keep_evidence
from focalpoint_app.workflow.keys import P12Key, identity
from focalpoint_app.workflow.leaving import printed_digest
from focalpoint_app.workflow.sample import sample_review
from focalpoint_app.workflow.submission import ExportOptions, export
from tools import consultation_scenes

WIDTH, HEIGHT = 1440, 880
PATIENCE = 120_000  # ms
LONG = "تعاقب المادة 47 من القانون رقم 5 لسنة 2010 (Law No. 5/2010, art. 47). "


class Studio:
    """A program with the sample open, and the scenes that it can show."""

    def __init__(self, desk: Desk, language: str, scheme: str) -> None:
        self.desk = desk
        self.program = Program(Settings(language=language, scheme=scheme))
        self.window = self.program.window
        self.window.resize(WIDTH, HEIGHT)
        self.window.show()
        self.program.show_desk(desk)
        settle()

    @property
    def session(self) -> Session:
        assert self.window.session is not None
        return self.window.session

    def control(self, question: str) -> Input:
        """The question's control, brought into view."""
        self.place.show_question(question)
        page = self.place.page
        block = page.block(question) if page is not None else None
        assert block is not None
        return block.input

    @property
    def place(self) -> QuestionnairePlace:
        self.window.show_place("questionnaire")
        page = self.window.page
        assert isinstance(page, QuestionnairePlace)
        return page

    def first(self, wanted: Callable[[Question], bool]) -> str:
        questions = self.desk.facts.visible_questions()
        return next(question.id for question in questions if wanted(question))

    def scenes(self) -> dict[str, Callable[[], QWidget | None]]:
        return {
            "questionnaire": self.questionnaire,
            "long": self.long_answer,
            "side-by-side": self.side_by_side,
            "table": self.table,
            "choices": self.choices,
            "wrong": self.wrong,
            "failed-save": self.failed_save,
            "history": self.history,
            "notes": self.notes,
            "search": self.search,
            "filter": self.filtered,
            "find": self.find,
            "missing": self.missing,
            "cite": self.cite,
            "go-to": self.go_to,
            "keys": self.keys,
            "narrow": self.narrow,
            "paper": self.paper,
            "token": self.token,
            "document": self.document,
            "evidence": self.evidence,
            "checked": self.checked,
            **consultation_scenes.scenes(self),
            "start": self.start,
            "new-review": self.new_review,
            **{f"place-{place.id}": self.visit(place.id) for place in PLACES},
            **{f"consultation-{room.id}": self.consult(room.id) for room in ROOMS},
            "round": self.round,
        }

    def visit(self, place: str) -> Callable[[], None]:
        return lambda: self.window.show_place(place)

    def consult(self, room: str) -> Callable[[], None]:
        return lambda: self.consultation.show_room(room)

    @property
    def consultation(self) -> ConsultationPlace:
        self.window.show_place("consultation")
        page = self.window.page
        assert isinstance(page, ConsultationPlace)
        return page

    def round(self) -> None:
        """One that is put together: everybody asked on two articles."""
        self.consultation.show_room("requests")
        room = self.consultation.room
        assert isinstance(room, RequestsRoom)
        room.compose()
        room.composing.recipients.all.click()
        room.composing.questions.tree.tick_articles(("untoc.5", "untoc.6"))
        room.composing.form.with_draft.setChecked(True)
        self.window.resize(WIDTH, 2700)

    def questionnaire(self) -> None:
        self.window.author_bar.hide()
        self.place.show_question(self.first(lambda q: _is_in_part(self.desk, q)))

    def long_answer(self) -> None:
        question = self.first(lambda q: q.kind is Kind.TEXT and q.parent is not None)
        self.desk.write(question, "ar", LONG * 40 + "\n" + "Law. " * 60)
        self.session.refreshed.emit()
        self.place.show_question(question)

    def side_by_side(self) -> None:
        question = self.first(lambda q: q.kind is Kind.TEXT and q.parent is not None)
        control = self.control(question)
        assert isinstance(control, TextInput)
        control.both.setChecked(True)

    def table(self) -> None:
        self.place.show_question(self.first(lambda q: q.kind is Kind.TABLE))

    def choices(self) -> None:
        self.place.show_question(self.first(lambda q: q.kind is Kind.CHOICES))

    def wrong(self) -> None:
        numbers = [q for q in self.desk.questionnaire.questions.values()
                   if q.kind is Kind.NUMBER and self.desk.is_visible(q.id)]  # fmt: skip
        if not numbers:
            return
        control = self.control(numbers[0].id)
        assert isinstance(control, NumberInput)
        control.field.setText("كثير")
        control.field.textEdited.emit("كثير")

    def failed_save(self) -> None:
        error = AppError("text.too_long", length=5_000_000, limit=1_000_000)
        self.window.show_error(error)
        self.session.autosave.failed.emit(error, Path("/rescue/r.ar.json"))

    def history(self) -> None:
        self.window.messages.hide()
        question = self.first(lambda q: q.kind is Kind.TEXT and q.parent is not None)
        for text in ("النص الأول عن المادة 5.", "النص الثاني عن المادة 47 من القانون."):
            self.desk.write(question, "ar", text)
            self.desk.seal(question)
        self.place.show_question(question)
        self.place.context.show_tab(HISTORY)
        self.place.context.refresh()

    def notes(self) -> None:
        question = self.first(lambda q: q.kind is Kind.CHOICE)
        self.desk.add_note(question, "يُراجَع مع وزارة العدل قبل الاعتماد.")
        self.place.show_question(question)
        self.place.context.show_tab(NOTES)

    def search(self) -> None:
        self.place.contents.search.setText("قانون")

    def filtered(self) -> None:
        self.place.contents.search.clear()
        self.place.contents.filter_by("mandatory")

    def find(self) -> None:
        self.place.contents.filter_by("")
        self.place.find_bar.ask()
        self.place.find_bar.field.setText("قانون")

    def missing(self) -> QWidget:
        self.place.find_bar.hide()
        self.window.foot.readiness.emit()
        return next(d for d in self.window.findChildren(QDialog) if d.isVisible())

    def cite(self) -> QWidget:
        question = self.first(lambda q: q.cites_law)
        dialog = CiteDialog(self.session, question, None, self.window)
        dialog.source_box.setCurrentIndex(0)
        dialog.accept_citation()
        return shown(dialog)

    def go_to(self) -> QWidget:
        return shown(GoTo(self.session, self.window))

    def keys(self) -> QWidget:
        return shown(KeySheet(self.session.catalogue, self.window))

    def narrow(self) -> None:
        self.window.resize(1024, 700)

    @property
    def submission(self) -> SubmissionPlace:
        self.window.show_place("submission")
        page = self.window.page
        assert isinstance(page, SubmissionPlace)
        return page

    def paper(self) -> None:
        self.submission.show_room(DocumentsRoom)
        room = self.submission.room
        assert isinstance(room, DocumentsRoom)
        room.paper.lines.show_text("جمهورية المثال\nوزارة العدل\nإدارة التعاون الدولي")
        emblem = self.desk.path.with_name("emblem.png")
        icon("questionnaire", tokens().color("accent"), 96).pixmap(96).save(str(emblem))
        room.paper.take_picture(emblem)
        room.paper.marking.setText("للاستعمال الرسمي")
        self.window.resize(WIDTH, 1100)

    def token(self) -> None:
        self.submission.show_room(SubmitRoom)
        room = self.submission.room
        assert isinstance(room, SubmitRoom)
        room.export.key.from_token.click()
        room.export.key.check()
        self.window.resize(WIDTH, 1700)

    def evidence(self) -> None:
        """A clearance with a scan that belongs and one that does not."""
        clearance = clear(self.desk)
        found = PageCode(clearance.id, printed_digest(clearance, Audience.REVIEWING))
        path = self.desk.path.with_name("صفحة التوقيع.png")
        icon("sign", tokens().color("ink"), 96).pixmap(96).save(str(path))
        for reason in (None, Mismatch.NO_CODE):
            keep_evidence(self.desk, clearance.id, path, Match(reason, found, 1, found))
        self.submission.show_room(SubmitRoom)
        self.submission.enter()
        room = self.submission.room
        assert isinstance(room, SubmitRoom)
        settle()
        self.window.resize(WIDTH, 1100)
        settle()
        row = room.clearances.rows[0]
        row.evidence.add(path)
        wait(lambda: not row.evidence.bar.is_busy)
        room.ensureWidgetVisible(row.evidence.nevertheless)

    def checked(self) -> None:
        """A signed submission judged, its certificate known."""
        path, key = (self.desk.path.with_name(each) for each in ("s.pdf", "k.p12"))
        key.write_bytes(demonstration_p12("سلمى الواحدي", b"k"))
        options = ExportOptions(path, "ar", identity=identity(P12Key(key, b"k")))
        export(self.desk.questionnaire, clear(self.desk), options)
        self.submission.show_room(CheckRoom)
        room = self.submission.room
        assert isinstance(room, CheckRoom)
        self.window.resize(WIDTH, 1400)
        room.check.check(path)
        wait(lambda: not room.check.bar.is_busy)
        certificate = path.with_name("ca.pem")
        _, found, _ = load_key_and_certificates(key.read_bytes(), b"k")
        assert found is not None
        certificate.write_bytes(found.public_bytes(Encoding.PEM))
        room.trust.trust(certificate)
        wait(lambda: bool(room.trust.rows))
        wait(lambda: not room.check.bar.is_busy)

    def document(self) -> QWidget:
        return shown(DocumentDialog(self.session, ARTICLE, self.window, "untoc.5"))

    def start(self) -> StartPage:
        self.window.author_bar.hide()
        page = StartPage(self.session.translator, self.session.runner, Settings())
        self.window.show_page(page)
        return page

    def new_review(self) -> QWidget:
        page = self.start()
        page.ask_new()
        self.window.resize(WIDTH, 1900)
        return self.window


def shown(dialog: QDialog) -> QDialog:
    dialog.show()
    return dialog


def wait(done: Callable[[], bool]) -> None:
    """For what the worker does."""
    waited = QElapsedTimer()
    waited.start()
    while not done() and waited.elapsed() < PATIENCE:
        QTest.qWait(50)


def settle() -> None:
    for _ in range(8):
        QApplication.processEvents()
        QTest.qWait(15)


def _is_in_part(desk: Desk, question: Question) -> bool:
    return desk.answer(question.id).choices == ("part",)


def draw(folder: Path, language: str, scheme: str, wanted: list[str]) -> None:
    prepared([])
    with TemporaryDirectory() as home:
        os.environ["FOCALPOINT_HOME"] = home
        desk = sample_review(Path(home) / "sample.focalpoint", "ar")
        studio = Studio(desk, language, scheme)
        for name, scene in studio.scenes().items():
            if not wanted or name in wanted:
                target = folder / f"{name}-{language}-{scheme}.png"
                picture(studio, scene, target)
        studio.program.end()


def picture(studio: Studio, scene: Callable[[], QWidget | None], target: Path) -> None:
    studio.window.resize(WIDTH, HEIGHT)
    widget = scene() or studio.window
    settle()
    widget.grab().save(str(target))
    if isinstance(widget, QDialog):
        widget.close()
    settle()
    print(target)


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("scenes", nargs="*")
    parser.add_argument("--language", action="append")
    parser.add_argument("--scheme", action="append")
    chosen = parser.parse_args(arguments)
    chosen.folder.mkdir(parents=True, exist_ok=True)
    for language in chosen.language or ("ar", "en"):
        for scheme in chosen.scheme or ("light", "dark"):
            draw(chosen.folder, language, scheme, chosen.scenes)


if __name__ == "__main__":
    main(sys.argv[1:])
