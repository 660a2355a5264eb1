"""Provisions, words and questions are found, and the contents mark what is done."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from focalpoint_app.gui.questionnaire.contents_model import STANDING
from focalpoint_app.gui.questionnaire.place import QuestionnairePlace
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.shell.sheets import GoTo
from focalpoint_app.gui.window import Window
from focalpoint_app.language.provisions import short_provision
from tests.gui.answering import area, press
from tests.gui.small_review import MAIN, OTHER
from tests.gui.typing import press_key, type_text

CTRL = Qt.KeyboardModifier.ControlModifier


def test_a_provision_is_found_in_either_script(
    session: Session, window: Window, qtbot: QtBot
) -> None:
    for typed in ("6 1 a", "6(1)(a)", "6 (1) (أ)"):
        dialog = GoTo(session, window)
        dialog.field.setText(typed)
        with qtbot.waitSignal(dialog.chosen) as chosen:
            dialog.field.returnPressed.emit()
        assert chosen.args == [OTHER]


def test_a_provision_is_found_as_the_windows_language_writes_it(
    session: Session, window: Window
) -> None:
    for language in ("ar", "en", "fr", "es", "ru", "zh"):
        session.translator.speak(language)
        dialog = GoTo(session, window)
        example = short_provision("5(1)(a)", language)
        assert example in dialog.field.placeholderText()
        dialog.field.setText(short_provision("6(1)(a)", language))
        rows = (dialog.list.item(row) for row in range(dialog.list.count()))
        assert [row.text() for row in rows if not row.isHidden()] == [
            dialog.list.currentItem().text()
        ]


def test_a_search_finds_whatever_the_harakat_and_goes_there(
    place: QuestionnairePlace, session: Session
) -> None:
    type_text(area(place, OTHER), "مكافحة الإرهاب")
    session.autosave.flush()
    place.show_question(MAIN)
    place.contents.search.setText("الارهاب")
    assert place.contents.found.list.count() >= 1
    place.contents.found.activate_first()
    assert session.current == OTHER


def test_a_search_for_nothing_says_so(place: QuestionnairePlace) -> None:
    place.contents.search.setText("قظ")
    assert place.contents.found.list.count() == 0


def test_finding_here_marks_the_words_in_the_answer(
    place: QuestionnairePlace, session: Session
) -> None:
    field = area(place, OTHER)
    type_text(field, "قانون مكافحة الجريمة")
    session.autosave.flush()
    press_key(field, Qt.Key.Key_F, CTRL)
    place.find_bar.field.setText("مكافحة")
    assert field.textCursor().selectedText() == "مكافحة"
    session.translator.speak("fr")
    told = [label.text() for label in place.find_bar.findChildren(QLabel)]
    assert "1 sur 1" in told


@pytest.mark.parametrize(
    ("key", "kept"),
    [("", True), ("unanswered", False), ("mandatory", True), ("skipped", False)],
)
def test_a_filter_keeps_what_it_says(
    place: QuestionnairePlace, session: Session, key: str, kept: bool
) -> None:
    press(place, MAIN, "نعم")
    place.contents.filter_by(key)
    item = place.contents.model.items[MAIN]
    hidden = place.contents.tree.isRowHidden(item.row(), item.index().parent())
    assert hidden is not kept


def test_marks_in_the_contents_follow_the_answers(place: QuestionnairePlace) -> None:
    item = place.contents.model.items[MAIN]
    press(place, MAIN, "جزئياً")
    assert item.data(STANDING) == "in_part"
    press(place, MAIN, "لا")
    assert item.data(STANDING) == "no"


def test_a_mark_is_said_in_words_too(place: QuestionnairePlace) -> None:
    press(place, MAIN, "لا")
    item = place.contents.model.items[MAIN]
    spoken = item.data(Qt.ItemDataRole.AccessibleTextRole)
    assert item.text() in spoken
    assert len(spoken) > len(item.text()) + 2
