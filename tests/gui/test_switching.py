"""The language is switched: all words change, what was typed stays."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLabel

from focalpoint_app.gui.app import Program
from focalpoint_app.gui.questionnaire.place import QuestionnairePlace
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.window import Window
from focalpoint_app.workflow.review.desk import Desk
from tests.gui.answering import area, press, settle
from tests.gui.small_review import MAIN, OTHER
from tests.gui.typing import type_text

RTL, LTR = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight


def test_switching_the_language_turns_the_window_round(
    program: Program, window: Window
) -> None:
    assert window.layoutDirection() == RTL
    program.translator.speak("en")
    settle()
    assert window.layoutDirection() == LTR
    assert window.rail.layoutDirection() == LTR
    assert window.rail.mapTo(window, window.rail.rect().topLeft()).x() == 0


def test_switching_the_language_keeps_an_answers_direction(
    program: Program, place: QuestionnairePlace
) -> None:
    field = area(place, OTHER)
    program.translator.speak("en")
    assert field.layoutDirection() == RTL


def test_switching_keeps_text_selection_scroll_and_undo(
    program: Program, place: QuestionnairePlace, session: Session, desk: Desk
) -> None:
    press(place, MAIN, "نعم")
    field = area(place, f"{MAIN}.narrative")
    type_text(field, "تعاقب المادة 47")
    cursor = field.textCursor()
    cursor.setPosition(6)
    cursor.setPosition(12, QTextCursor.MoveMode.KeepAnchor)
    field.setTextCursor(cursor)
    assert place.page is not None
    bar = place.page.verticalScrollBar()
    settle()
    bar.setValue(40)
    program.translator.speak("en")
    settle()
    assert field.textCursor().selectedText() == "المادة"
    assert bar.value() == 40
    program.translator.speak("ar")
    settle()
    session.autosave.flush()
    step = desk.undoable
    assert step is not None
    assert step.name == "typing"
    assert field.text() == "تعاقب المادة 47"


def test_every_word_in_sight_changes_with_the_language(
    program: Program, window: Window, place: QuestionnairePlace
) -> None:
    place.show_question(MAIN)
    program.translator.speak("en")
    settle()
    labels = [each for each in window.findChildren(QLabel) if each.isVisible()]
    arabic = [label.text() for label in labels if _is_arabic(label.text())]
    assert arabic == ["سلمى الحداد, خبيرة, وزارة العدل"] or not arabic


def _is_arabic(text: str) -> bool:
    return any("\u0600" <= letter <= "\u06ff" for letter in text) and not any(
        "a" <= letter <= "z" for letter in text
    )
