"""The window: languages, keys, search, filters, readiness, who writes."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from focalpoint_app.domain.errors import AppError
from focalpoint_app.gui.app import Program
from focalpoint_app.gui.controls.buttons import IconButton
from focalpoint_app.gui.controls.text_area import TextArea
from focalpoint_app.gui.questionnaire.contents_model import STANDING
from focalpoint_app.gui.questionnaire.place import QuestionnairePlace
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.shell.commands import Commands
from focalpoint_app.gui.shell.keyboard import COMMANDS
from focalpoint_app.gui.shell.sheets import GoTo, KeySheet, Missing
from focalpoint_app.gui.window import Window
from focalpoint_app.workflow.review.desk import Desk
from tests.gui.small_review import DATE, FIGURES, MAIN, NUMBER, OTHER
from tests.gui.test_questionnaire import area, press, text_of
from tests.gui.typing import press_key, type_text

RTL, LTR = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


def settle() -> None:
    for _ in range(5):
        QApplication.processEvents()


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


def test_a_provision_is_found_in_either_script(
    session: Session, window: Window, qtbot: QtBot
) -> None:
    for typed in ("6 1 a", "6(1)(a)", "6 (1) (أ)"):
        dialog = GoTo(session, window)
        dialog.field.setText(typed)
        with qtbot.waitSignal(dialog.chosen) as chosen:
            dialog.field.returnPressed.emit()
        assert chosen.args == [OTHER]


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


def test_what_is_missing_is_listed_and_each_row_jumps(
    program: Program, place: QuestionnairePlace, session: Session, window: Window
) -> None:
    assert program.commands is not None
    program.commands.show_missing()
    missing = window.findChild(Missing)
    assert isinstance(missing, Missing)
    assert missing.list.count() == len(session.judge.verdict.problems)
    last = missing.list.item(missing.list.count() - 1)
    missing.list.itemActivated.emit(last)
    assert session.current == last.data(Qt.ItemDataRole.UserRole)
    missing.close()


def test_problems_are_told_on_the_card_once_judged(
    place: QuestionnairePlace, session: Session
) -> None:
    press(place, MAIN, "نعم")
    session.judge.judge()
    assert place.page is not None
    heading = place.page.cards[0].blocks[MAIN].heading
    assert heading.problem.isVisible()


def test_an_error_becomes_a_calm_sentence(session: Session, window: Window) -> None:
    session.act(_failing)
    assert window.messages.isVisible()
    assert "Traceback" not in window.messages.text
    assert window.messages.text


def _failing() -> None:
    raise AppError("source.cited", source="القانون", count=2)


def test_what_was_told_stays_through_other_places_until_it_is_closed(
    session: Session, window: Window
) -> None:
    session.failed.emit(AppError("workspace.replaced", path="x.focalpoint"))
    window.show_place("sources")
    assert window.messages.isVisible()
    window.messages._close.click()
    assert not window.messages.isVisible()
    window.show_place("questionnaire")
    assert not window.messages.isVisible()


def test_who_writes_is_asked_at_each_opening(window: Window, desk: Desk) -> None:
    assert window.author_bar.isVisible()
    assert desk.author.name in window.foot.author.text()


def test_every_control_has_a_name(window: Window, place: QuestionnairePlace) -> None:
    press(place, MAIN, "جزئياً")
    place.show_question(FIGURES)
    settle()
    nameless = [
        type(widget).__name__
        for widget in window.findChildren(QWidget)
        if _can_be_used(widget) and not _name(widget)
    ]
    assert nameless == []


def _can_be_used(widget: QWidget) -> bool:
    takes_focus = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    inner = widget.objectName().startswith("qt_")
    return takes_focus and widget.isVisible() and not inner


def _name(widget: QWidget) -> str:
    text = getattr(widget, "text", None)
    words = text() if callable(text) and not isinstance(widget, TextArea) else ""
    return widget.accessibleName() or str(words)


def test_targets_are_at_least_24_pixels(
    window: Window, place: QuestionnairePlace
) -> None:
    place.show_question(MAIN)
    settle()
    small = [
        button.accessibleName()
        for button in window.findChildren(IconButton)
        if button.isVisible() and min(button.width(), button.height()) < 24
    ]
    assert small == []


def _focused(place: QuestionnairePlace) -> QWidget:
    focused = place.window().focusWidget()
    assert focused is not None
    return focused


def test_a_failure_to_save_is_read_whole_in_a_narrow_window(
    window: Window, session: Session
) -> None:
    window.resize(window.minimumSize())
    low = window.foot.height()
    error = AppError("text.too_long", length=5_000_000, limit=1_000_000)
    session.autosave.failed.emit(
        error, Path("/home/salma/.local/share") / "focalpoint" / ("rescue" * 12)
    )
    settle()
    assert window.foot.height() > low


def test_what_is_missing_says_how_many_warnings_stop_nothing(
    window: Window, session: Session, desk: Desk
) -> None:
    for question in desk.questionnaire.questions.values():
        if question.parent is None:
            desk.skip(question.id, "سبب")
    desk.skip(MAIN, None)
    desk.choose(MAIN, "yes")
    session.judge.judge()
    sheet = Missing(session, session.judge, window)
    said = " ".join(each.text() for each in sheet.findChildren(QLabel))
    assert session.judge.verdict.ready
    assert "لا يمنع" in said


def test_in_a_narrow_window_the_answers_keep_their_room(
    place: QuestionnairePlace, window: Window, session: Session
) -> None:
    window.resize(1024, 640)
    QApplication.processEvents()
    assert not place.context.isVisible()
    place.show_contributions(OTHER)
    assert place.context.isVisible()
    assert not place.contents.isVisible()
    assert place.page is not None
    QApplication.processEvents()
    assert place.page.width() >= 400
    Commands(window, session).search()
    assert not place.context.isVisible()
    assert place.contents.search.hasFocus()
    window.resize(1440, 880)
    QApplication.processEvents()
    assert place.context.isVisible()
    assert place.contents.isVisible()
