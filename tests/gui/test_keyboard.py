"""Keys that undo, walk, turn and show, wherever they lie on the keyboard."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from focalpoint_app.gui.questionnaire.place import QuestionnairePlace
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.shell.keyboard import COMMANDS
from focalpoint_app.gui.shell.sheets import KeySheet
from focalpoint_app.gui.window import Window
from focalpoint_app.workflow.review.desk import Desk
from tests.gui.answering import area, press, text_of
from tests.gui.small_review import DATE, MAIN, NUMBER, OTHER
from tests.gui.typing import press_key, type_text

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


def test_undo_names_what_it_undoes_and_shows_it(
    place: QuestionnairePlace, window: Window, desk: Desk
) -> None:
    field = area(place, OTHER)
    type_text(field, "نص")
    press_key(field, Qt.Key.Key_Z, CTRL)
    assert field.text() == ""
    assert text_of(desk, OTHER) == ""
    assert "6 (1) (أ)" in window.messages.text
    press_key(field, Qt.Key.Key_Z, CTRL | SHIFT)
    assert text_of(desk, OTHER) == "نص"
    assert area(place, OTHER).text() == "نص"


def test_undo_reaches_over_fields_in_the_order_of_the_work(
    place: QuestionnairePlace, session: Session, desk: Desk
) -> None:
    type_text(area(place, OTHER), "نص")
    session.autosave.leave(OTHER)
    press(place, MAIN, "لا")
    field = area(place, OTHER)
    press_key(field, Qt.Key.Key_Z, CTRL)
    assert desk.answer(MAIN).choices == ()
    assert text_of(desk, OTHER) == "نص"


def test_keys_are_matched_by_their_place_on_an_arabic_keyboard(
    place: QuestionnairePlace, desk: Desk
) -> None:
    field = area(place, OTHER)
    type_text(field, "نص")
    z_on_x11 = 0x2C + 8
    press_key(field, ord("ئ"), CTRL, "ئ", scan_code=z_on_x11)
    assert field.text() == ""


def test_alt_and_an_arrow_walk_through_the_questions(
    place: QuestionnairePlace, session: Session
) -> None:
    place.show_question(NUMBER)
    press_key(_focused(place), Qt.Key.Key_Down, ALT)
    assert session.current == DATE
    press_key(_focused(place), Qt.Key.Key_Up, ALT)
    assert session.current == NUMBER


def test_control_and_return_accept_and_go_on(
    place: QuestionnairePlace, session: Session, desk: Desk
) -> None:
    field = area(place, OTHER)
    type_text(field, "نص")
    press_key(field, Qt.Key.Key_Return, CTRL)
    assert len(desk.history(OTHER, "ar")) == 1
    assert session.current != OTHER


def test_f8_goes_to_the_next_problem(
    place: QuestionnairePlace, session: Session
) -> None:
    place.show_question(NUMBER)
    press_key(_focused(place), Qt.Key.Key_F8)
    assert session.current == DATE


def test_f6_walks_through_the_panes(place: QuestionnairePlace, window: Window) -> None:
    place.show_question(MAIN)
    panes = place.panes()
    seen = []
    for _ in panes:
        press_key(_focused(place), Qt.Key.Key_F6)
        seen.append(
            next(
                n
                for n, pane in enumerate(panes)
                if pane is window.focusWidget()
                or pane.isAncestorOf(window.focusWidget())
            )
        )
    assert sorted(seen) == list(range(len(panes)))


def test_a_paragraph_is_turned_by_its_key(place: QuestionnairePlace) -> None:
    field = area(place, OTHER)
    type_text(field, "Law")
    press_key(field, Qt.Key.Key_X, CTRL | SHIFT)
    assert field.directions() == ("rtl",)


def test_a_turned_paragraph_is_kept_in_the_file(
    place: QuestionnairePlace, session: Session, desk: Desk
) -> None:
    field = area(place, OTHER)
    type_text(field, "Law")
    field.turn_paragraph()
    session.autosave.flush()
    value = desk.answer(OTHER).value
    assert getattr(value, "directions", None) == {"ar": ("rtl",)}


def test_the_sheet_of_keys_names_every_command(
    place: QuestionnairePlace, window: Window, session: Session
) -> None:
    press_key(_focused(place), Qt.Key.Key_F1)
    sheet = window.findChild(KeySheet)
    assert isinstance(sheet, KeySheet)
    words = {label.text() for label in sheet.findChildren(QLabel)}
    assert {session.catalogue(each) for _, each in COMMANDS.values()} <= words
    sheet.close()


def _focused(place: QuestionnairePlace) -> QWidget:
    focused = place.window().focusWidget()
    assert focused is not None
    return focused
