"""The window: what is missing, what went wrong, who writes, names and sizes."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from focalpoint_app.domain.errors import AppError
from focalpoint_app.gui.app import Program
from focalpoint_app.gui.controls.buttons import IconButton
from focalpoint_app.gui.controls.text_area import TextArea
from focalpoint_app.gui.questionnaire.place import QuestionnairePlace
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.shell.commands import Commands
from focalpoint_app.gui.shell.sheets import Missing
from focalpoint_app.gui.window import Window
from focalpoint_app.workflow.review.desk import Desk
from tests.gui.answering import press, settle
from tests.gui.small_review import FIGURES, MAIN, OTHER


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
