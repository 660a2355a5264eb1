"""Moving about: questions come into view, the focus has a place, undo knows whose."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from focalpoint_app.gui.app import Program
from focalpoint_app.gui.questionnaire.context import NOTES
from focalpoint_app.gui.questionnaire.inputs.line import NumberInput
from focalpoint_app.gui.questionnaire.place import QuestionnairePlace
from focalpoint_app.workflow.review.desk import Desk
from tests.gui.small_review import DATE, FIGURES, MAIN, MEASURES, NUMBER, OTHER
from tests.gui.typing import type_text


def top_of(place: QuestionnairePlace, question: str) -> int:
    """Pixels from the upper edge of what is seen."""
    assert place.page is not None
    block = place.page.block(question)
    assert block is not None
    return block.mapTo(place.page.viewport(), QPoint(0, 0)).y()


def rebuilt(place: QuestionnairePlace) -> None:
    """Leave article 5 and forget its page."""
    place.show_question(OTHER)
    place.let_go()


@pytest.mark.parametrize("question", [MEASURES, NUMBER, DATE])
def test_a_question_on_a_page_not_built_yet_comes_into_view(
    place: QuestionnairePlace, qtbot: QtBot, question: str
) -> None:
    place.window().resize(960, 600)
    rebuilt(place)
    place.show_question(question)
    qtbot.waitUntil(lambda: top_of(place, question) == 34, timeout=3_000)


def test_scrolling_lets_a_shown_question_go(
    place: QuestionnairePlace, qtbot: QtBot
) -> None:
    place.window().resize(960, 600)
    rebuilt(place)
    place.show_question(DATE)
    qtbot.waitUntil(lambda: top_of(place, DATE) == 34, timeout=3_000)
    assert place.page is not None
    bar = place.page.verticalScrollBar()
    bar.triggerAction(bar.SliderAction.SliderToMinimum)
    place.show_question(FIGURES, focus=False)
    bar.triggerAction(bar.SliderAction.SliderToMinimum)
    qtbot.wait(250)
    assert bar.value() == 0


def test_the_question_in_view_stays_when_the_language_turns(
    program: Program, place: QuestionnairePlace, qtbot: QtBot
) -> None:
    place.window().resize(960, 600)
    place.show_question(NUMBER)
    qtbot.waitUntil(lambda: top_of(place, NUMBER) == 34, timeout=3_000)
    program.translator.speak("en")
    qtbot.wait(250)
    assert top_of(place, NUMBER) == 34


def test_the_focus_begins_in_the_contents(
    program: Program, place: QuestionnairePlace
) -> None:
    assert program.window.focusWidget() is place.contents.tree


def test_f6_comes_to_the_question_worked_on(
    program: Program, place: QuestionnairePlace
) -> None:
    place.show_question(NUMBER)
    place.contents.tree.setFocus()
    assert program.commands is not None
    program.commands.next_pane()
    assert place.page is not None
    block = place.page.block(NUMBER)
    assert block is not None
    assert block.isAncestorOf(program.window.focusWidget())


def test_undo_in_the_search_field_leaves_the_review_alone(
    program: Program, place: QuestionnairePlace, desk: Desk
) -> None:
    desk.choose(MAIN, "yes")
    search = place.contents.search
    search.setFocus()
    search.insert("قانون")
    assert program.commands is not None
    program.commands.undo()
    assert (search.text(), desk.answer(MAIN).choices) == ("", ("yes",))
    program.commands.redo()
    assert search.text() == "قانون"


def test_undo_takes_back_what_is_no_number_before_anything_else(
    program: Program, place: QuestionnairePlace, desk: Desk
) -> None:
    desk.choose(MAIN, "yes")
    place.show_question(NUMBER)
    assert place.page is not None
    block = place.page.block(NUMBER)
    assert block is not None
    control = block.input
    assert isinstance(control, NumberInput)
    control.field.insert("x")
    control.field.textEdited.emit("x")
    assert program.commands is not None
    program.commands.undo()
    assert (control.field.text(), control.wrong.text()) == ("", "")
    assert desk.answer(MAIN).choices == ("yes",)


def test_a_note_begun_is_kept_when_another_question_is_shown(
    place: QuestionnairePlace, desk: Desk
) -> None:
    place.show_question(MAIN)
    place.context.show_tab(NOTES)
    place.context.refresh()
    type_text(place.context.notes.area, "يُراجَع")
    place.show_question(NUMBER)
    place.context.refresh()
    assert [note.text for note in desk.notes(MAIN)] == ["يُراجَع"]
    assert desk.notes(NUMBER) == ()
    assert place.context.notes.area.text() == ""


def test_a_note_begun_is_kept_when_the_window_closes(
    program: Program, place: QuestionnairePlace, desk: Desk
) -> None:
    place.show_question(MAIN)
    place.context.show_tab(NOTES)
    place.context.refresh()
    type_text(place.context.notes.area, "يُراجَع")
    program.window.close()
    QApplication.processEvents()
    assert [note.text for note in desk.notes(MAIN)] == ["يُراجَع"]
