"""Draws every screen in the languages and schemes asked for, to be looked at.

    python tools/screenshots.py FOLDER [SCENE ...] [--language ar] [--scheme dark]
        [--size 1024x640] [--percent 125]

The review is the sample with some answers spoilt on purpose: a long one, an empty
one, a wrong one.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from PySide6.QtWidgets import QDialog, QWidget

from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.questionnaire import Kind, Question
from focalpoint_app.gui.app import Program, prepared
from focalpoint_app.gui.consultation.place import ConsultationPlace
from focalpoint_app.gui.consultation.rooms import ROOMS
from focalpoint_app.gui.consultation.rounds.room import RequestsRoom
from focalpoint_app.gui.places import PLACES
from focalpoint_app.gui.questionnaire.cite_dialog import CiteDialog
from focalpoint_app.gui.questionnaire.context import HISTORY, NOTES
from focalpoint_app.gui.questionnaire.inputs.base import Input
from focalpoint_app.gui.questionnaire.inputs.line import NumberInput
from focalpoint_app.gui.questionnaire.inputs.text import TextInput
from focalpoint_app.gui.questionnaire.place import QuestionnairePlace
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.shell.about import About
from focalpoint_app.gui.shell.sheets import GoTo, KeySheet
from focalpoint_app.gui.start.page import StartPage
from focalpoint_app.platform.settings import Settings
from focalpoint_app.workflow.review.desk import Desk
from focalpoint_app.workflow.review.sample import sample_review
from tools import consultation_scenes, securing_scenes, submission_scenes
from tools.waiting import HEIGHT, WIDTH, settle, shown

LONG = "تعاقب المادة 47 من القانون رقم 5 لسنة 2010 (Law No. 5/2010, art. 47). "


@dataclass(frozen=True, slots=True)
class Spoken:
    """How the window is to look; its size in pixels."""

    language: str
    scheme: str
    size: tuple[int, int] = (WIDTH, HEIGHT)


class Studio:
    """A program with the sample open, and the scenes that it can show."""

    def __init__(self, desk: Desk, spoken: Spoken) -> None:
        self.desk = desk
        self.size = spoken.size
        self.program = Program(Settings(language=spoken.language, scheme=spoken.scheme))
        self.window = self.program.window
        self.window.resize(*self.size)
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
            "about": self.about,
            "narrow": self.narrow,
            **submission_scenes.scenes(self),
            **consultation_scenes.scenes(self),
            "start": self.start,
            "new-review": self.new_review,
            **{f"place-{place.id}": self.visit(place.id) for place in PLACES},
            **{f"consultation-{room.id}": self.consult(room.id) for room in ROOMS},
            "round": self.round,
            **securing_scenes.scenes(self),
        }

    def first_text(self) -> str:
        return self.first(lambda q: q.kind is Kind.TEXT and q.parent is not None)

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
        question = self.first_text()
        self.desk.write(question, "ar", LONG * 40 + "\n" + "Law. " * 60)
        self.session.refreshed.emit()
        self.place.show_question(question)

    def side_by_side(self) -> None:
        question = self.first_text()
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
        question = self.first_text()
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

    def about(self) -> QWidget:
        return shown(About(self.session.catalogue, self.window))

    def narrow(self) -> None:
        self.window.resize(1024, 700)

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


def _is_in_part(desk: Desk, question: Question) -> bool:
    return desk.answer(question.id).choices == ("part",)


def draw(folder: Path, spoken: Spoken, wanted: list[str]) -> None:
    with TemporaryDirectory() as home:
        os.environ["FOCALPOINT_HOME"] = home
        desk = sample_review(Path(home) / "sample.focalpoint", "ar")
        studio = Studio(desk, spoken)
        for name, scene in studio.scenes().items():
            if not wanted or name in wanted:
                target = folder / f"{name}-{spoken.language}-{spoken.scheme}.png"
                picture(studio, scene, target)
        studio.program.end()


def picture(studio: Studio, scene: Callable[[], QWidget | None], target: Path) -> None:
    studio.window.resize(*studio.size)
    widget = scene() or studio.window
    settle()
    widget.grab().save(str(target))
    if isinstance(widget, QDialog):
        widget.close()
    settle()
    print(target)


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.partition("x")
    return int(width), int(height)


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("scenes", nargs="*")
    parser.add_argument("--language", action="append")
    parser.add_argument("--scheme", action="append")
    parser.add_argument("--size", type=_size, default=(WIDTH, HEIGHT))
    parser.add_argument("--percent", type=int, default=100)
    chosen = parser.parse_args(arguments)
    chosen.folder.mkdir(parents=True, exist_ok=True)
    prepared([], percent=chosen.percent)
    for language in chosen.language or ("ar", "en"):
        for scheme in chosen.scheme or ("light", "dark"):
            spoken = Spoken(language, scheme, chosen.size)
            draw(chosen.folder, spoken, chosen.scenes)


if __name__ == "__main__":
    main(sys.argv[1:])
