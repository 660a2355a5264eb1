"""Screens of the questionnaire: cards, their context, and what is searched for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QDialog, QWidget

from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.questionnaire import Kind, Question
from focalpoint_app.gui.questionnaire.cite_dialog import CiteDialog
from focalpoint_app.gui.questionnaire.context import HISTORY, NOTES
from focalpoint_app.gui.questionnaire.inputs.base import Input
from focalpoint_app.gui.questionnaire.inputs.line import NumberInput
from focalpoint_app.gui.questionnaire.inputs.text import TextInput
from focalpoint_app.gui.questionnaire.place import QuestionnairePlace
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.window import Window
from focalpoint_app.workflow.review.desk import Desk
from tools.waiting import shown

LONG = "تعاقب المادة 47 من القانون رقم 5 لسنة 2010 (Law No. 5/2010, art. 47). "


class Room(Protocol):
    """What a scene needs of the studio."""

    desk: Desk
    window: Window

    @property
    def place(self) -> QuestionnairePlace: ...

    @property
    def session(self) -> Session: ...


def scenes(studio: Room) -> dict[str, Callable[[], QWidget | None]]:
    """In this order: each is drawn on what the one before left."""
    return {
        "questionnaire": lambda: questionnaire(studio),
        "long": lambda: long_answer(studio),
        "side-by-side": lambda: side_by_side(studio),
        "table": lambda: of_kind(studio, Kind.TABLE),
        "choices": lambda: of_kind(studio, Kind.CHOICES),
        "wrong": lambda: wrong(studio),
        "failed-save": lambda: failed_save(studio),
        "history": lambda: history(studio),
        "notes": lambda: notes(studio),
        "search": lambda: studio.place.contents.search.setText("قانون"),
        "filter": lambda: filtered(studio),
        "find": lambda: find(studio),
        "missing": lambda: missing(studio),
        "cite": lambda: cite(studio),
    }


def first(desk: Desk, wanted: Callable[[Question], bool]) -> str:
    questions = desk.facts.visible_questions()
    return next(question.id for question in questions if wanted(question))


def first_text(desk: Desk) -> str:
    return first(desk, lambda q: q.kind is Kind.TEXT and q.parent is not None)


def control(studio: Room, question: str) -> Input:
    """The question's control, brought into view."""
    studio.place.show_question(question)
    page = studio.place.page
    block = page.block(question) if page is not None else None
    assert block is not None
    return block.input


def questionnaire(studio: Room) -> None:
    studio.window.author_bar.hide()
    answer = studio.desk.answer
    question = first(studio.desk, lambda q: answer(q.id).choices == ("part",))
    studio.place.show_question(question)


def long_answer(studio: Room) -> None:
    question = first_text(studio.desk)
    studio.desk.write(question, "ar", LONG * 40 + "\n" + "Law. " * 60)
    studio.session.refreshed.emit()
    studio.place.show_question(question)


def side_by_side(studio: Room) -> None:
    texts = control(studio, first_text(studio.desk))
    assert isinstance(texts, TextInput)
    texts.both.setChecked(True)


def of_kind(studio: Room, kind: Kind) -> None:
    studio.place.show_question(first(studio.desk, lambda q: q.kind is kind))


def wrong(studio: Room) -> None:
    numbers = [q for q in studio.desk.questionnaire.questions.values()
               if q.kind is Kind.NUMBER and studio.desk.is_visible(q.id)]  # fmt: skip
    if not numbers:
        return
    line = control(studio, numbers[0].id)
    assert isinstance(line, NumberInput)
    line.field.setText("كثير")
    line.field.textEdited.emit("كثير")


def failed_save(studio: Room) -> None:
    error = AppError("text.too_long", length=5_000_000, limit=1_000_000)
    studio.window.show_error(error)
    studio.session.autosave.failed.emit(error, Path("/rescue/r.ar.json"))


def history(studio: Room) -> None:
    studio.window.messages.hide()
    question = first_text(studio.desk)
    for text in ("النص الأول عن المادة 5.", "النص الثاني عن المادة 47 من القانون."):
        studio.desk.write(question, "ar", text)
        studio.desk.seal(question)
    studio.place.show_question(question)
    studio.place.context.show_tab(HISTORY)
    studio.place.context.refresh()


def notes(studio: Room) -> None:
    question = first(studio.desk, lambda q: q.kind is Kind.CHOICE)
    studio.desk.add_note(question, "يُراجَع مع وزارة العدل قبل الاعتماد.")
    studio.place.show_question(question)
    studio.place.context.show_tab(NOTES)


def filtered(studio: Room) -> None:
    studio.place.contents.search.clear()
    studio.place.contents.filter_by("mandatory")


def find(studio: Room) -> None:
    studio.place.contents.filter_by("")
    studio.place.find_bar.ask()
    studio.place.find_bar.field.setText("قانون")


def missing(studio: Room) -> QWidget:
    studio.place.find_bar.hide()
    studio.window.foot.readiness.emit()
    return next(d for d in studio.window.findChildren(QDialog) if d.isVisible())


def cite(studio: Room) -> QWidget:
    question = first(studio.desk, lambda q: q.cites_law)
    dialog = CiteDialog(studio.session, question, None, studio.window)
    dialog.source_box.setCurrentIndex(0)
    dialog.accept_citation()
    return shown(dialog)
