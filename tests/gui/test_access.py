"""For whom does not see, and for whom uses no mouse: names, and where Tab goes."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QWidget

from focalpoint_app.gui.app import Program
from focalpoint_app.gui.places import PLACES
from focalpoint_app.gui.questionnaire.cite_dialog import CiteDialog
from focalpoint_app.gui.questionnaire.inputs.table_view import TableInput
from focalpoint_app.gui.questionnaire.inputs.text import TextInput
from focalpoint_app.gui.questionnaire.place import QuestionnairePlace
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.shell.author_menu import AuthorDialog
from focalpoint_app.gui.shell.sheets import GoTo, KeySheet, Missing
from focalpoint_app.gui.shell.tab_order import stops
from focalpoint_app.gui.window import Window
from focalpoint_app.workflow.review.desk import Desk
from tests.gui.small_review import (
    DIFFICULTIES,
    FIGURES,
    MAIN,
    MEASURES,
    NARRATIVE,
    OTHER,
)


def settle() -> None:
    for _ in range(5):
        QApplication.processEvents()
        QTest.qWait(10)


def nameless(widget: QWidget) -> Iterator[str]:
    """Controls that a screen reader could say nothing of."""
    for each in widget.findChildren(QWidget):
        if not each.isVisible() or not each.focusPolicy() & Qt.FocusPolicy.TabFocus:
            continue
        interface = QAccessible.queryAccessibleInterface(each)
        if not interface.text(QAccessible.Text.Name).strip():
            yield f"{type(each).__name__} in {type(each.parent()).__name__}"


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_control_of_every_place_has_a_name(
    program: Program, window: Window, desk: Desk, language: str
) -> None:
    program.translator.speak(language)
    for place in PLACES:
        window.show_place(place.id)
        settle()
        assert list(nameless(window)) == [], place.id


def test_every_control_of_every_kind_of_question_has_a_name(
    window: Window, place: QuestionnairePlace, session: Session, desk: Desk
) -> None:
    session.act(lambda: desk.choose(MAIN, "part"), MAIN)
    for question in (FIGURES, OTHER, DIFFICULTIES):
        place.show_question(question)
        assert place.page is not None
        block = place.page.block(question)
        assert block is not None
        if isinstance(block.input, TableInput):
            block.input.add_row()
        settle()
        assert list(nameless(window)) == []


def test_every_control_of_every_dialog_has_a_name(
    window: Window, session: Session
) -> None:
    dialogs: tuple[QDialog, ...] = (
        KeySheet(session.catalogue, window),
        GoTo(session, window),
        Missing(session, session.judge, window),
        CiteDialog(session, MAIN, None, window),
        AuthorDialog(session, window),
    )
    for dialog in dialogs:
        dialog.show()
        settle()
        assert list(nameless(dialog)) == [], type(dialog).__name__
        dialog.close()


def first(area: QWidget, order: list[QWidget]) -> int:
    return next(at for at, each in enumerate(order) if area.isAncestorOf(each))


def test_tab_goes_through_the_window_as_one_reads(
    window: Window, place: QuestionnairePlace
) -> None:
    order = list(stops(window))
    page = place.page
    assert page is not None
    parts = (window.header, window.rail, place.contents, page)
    found = [first(part, order) for part in (*parts, place.context, window.foot)]
    assert found == sorted(found)


def test_tab_comes_to_a_companion_right_after_the_answer_that_calls_for_it(
    window: Window, place: QuestionnairePlace
) -> None:
    place.show_question(MAIN)
    page = place.page
    assert page is not None
    main, measures = page.block(MAIN), page.block(MEASURES)
    assert main is not None
    assert measures is not None
    buttons = main.input.findChildren(QAbstractButton)
    next(each for each in buttons if each.text() == "نعم").click()
    settle()
    narrative = page.block(NARRATIVE)
    assert narrative is not None
    assert isinstance(narrative.input, TextInput)
    passed: list[QWidget] = []
    while not measures.isAncestorOf(window.focusWidget()):
        passed.append(window.focusWidget())
        QTest.keyClick(passed[-1], Qt.Key.Key_Tab)
        assert len(passed) < 30
    assert narrative.input.area() in passed


def test_tab_back_returns_to_where_it_came_from(
    window: Window, place: QuestionnairePlace
) -> None:
    place.contents.search.setFocus()
    QTest.keyClick(place.contents.search, Qt.Key.Key_Tab)
    assert window.focusWidget() is place.contents.menu
    QTest.keyClick(
        place.contents.menu, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier
    )
    assert window.focusWidget() is place.contents.search


def test_tab_goes_round(window: Window) -> None:
    order = list(stops(window))
    order[-1].setFocus()
    QTest.keyClick(order[-1], Qt.Key.Key_Tab)
    assert window.focusWidget() is order[0]
