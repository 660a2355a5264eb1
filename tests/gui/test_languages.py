"""The window in six languages: words, letters, and room for the longer ones."""

from dataclasses import replace
from decimal import Decimal
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QTextLayout
from PySide6.QtWidgets import QAbstractButton, QTableView, QWidget
from pytestqt.qtbot import QtBot

from focalpoint_app.domain.answer import Row
from focalpoint_app.gui.app import Program
from focalpoint_app.gui.assistance.gathered_table import shared
from focalpoint_app.gui.controls.buttons import ChoiceMenu
from focalpoint_app.gui.controls.surfaces import Badge
from focalpoint_app.gui.questionnaire.heading import Heading
from focalpoint_app.gui.questionnaire.inputs.text import TextInput
from focalpoint_app.gui.questionnaire.place import QuestionnairePlace
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.start.answer_languages import AnswerLanguages
from focalpoint_app.gui.theme.fonts import narrative_font, window_font
from focalpoint_app.gui.translator import Translator
from focalpoint_app.gui.window import Window
from focalpoint_app.language.names import OFFICIAL_LANGUAGES, WINDOW_LANGUAGES
from focalpoint_app.workflow.review.desk import Desk
from tests.gui.small_review import FIGURES, MAIN, NARRATIVE

pytestmark = pytest.mark.usefixtures("swept")
NARROW = 1024
CHINESE = "答复的主要语文"


SIX = ("ru", *(each for each in OFFICIAL_LANGUAGES if each != "ru"))


def test_all_six_official_languages_are_offered_in_their_order(window: Window) -> None:
    menu = window.header.findChild(ChoiceMenu)
    assert menu is not None
    actions = menu.menu_of_entries().actions()
    assert [action.data() for action in actions] == list(OFFICIAL_LANGUAGES)


CANCEL = {
    "ar": "ألغِ",
    "zh": "取消",
    "fr": "Annuler",
    "ru": "Отмена",
    "es": "Cancelar",
}


def test_the_dialogs_of_qt_speak_the_language_of_the_window(
    program: Program, qtbot: QtBot
) -> None:
    for language, cancel in CANCEL.items():
        program.translator.speak("en")
        program.translator.speak(language)
        qtbot.waitUntil(partial(_is_said, cancel), timeout=5000)


def _is_said(cancel: str) -> bool:
    words = QCoreApplication.translate("QPlatformTheme", "Cancel")
    return words.replace("&", "") == cancel


def test_what_belongs_to_no_window_runs_as_the_language_does(qtbot: QtBot) -> None:
    for language, rtl in (("ar", True), ("en", False)):
        Translator(language)  # An earlier one's dialogs are still there.
        direction = QGuiApplication.layoutDirection()
        assert (direction is Qt.LayoutDirection.RightToLeft) is rtl


@pytest.mark.parametrize("narrative", [False, True])
def test_chinese_has_letters_of_our_own(program: Program, *, narrative: bool) -> None:
    font = narrative_font() if narrative else window_font()
    layout = QTextLayout(CHINESE, font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    runs = layout.glyphRuns()
    assert {run.rawFont().familyName() for run in runs} == {"Noto Sans SC"}
    assert all(index for run in runs for index in run.glyphIndexes())


def test_nothing_in_the_header_is_cut(program: Program) -> None:
    header = program.window.header
    for language in WINDOW_LANGUAGES:
        program.translator.speak(language)
        for width in (960, NARROW, 1280, 1440):
            program.window.resize(width, 700)
            QCoreApplication.processEvents()
            cut = [
                each.text()
                for each in header.findChildren(Badge)
                if each.isVisible() and each.width() < each.sizeHint().width()
            ]
            assert cut == [], (language, width)


def test_a_place_s_name_fits_into_the_rail(program: Program) -> None:
    buttons = program.window.rail.findChildren(QAbstractButton)
    for language in WINDOW_LANGUAGES:
        program.translator.speak(language)
        for button in buttons:
            longest = max(
                button.fontMetrics().horizontalAdvance(word)
                for word in button.text().split()
            )
            assert longest < button.width(), (language, button.text())


def test_a_heading_shows_its_provision_whole_in_a_narrow_window(
    program: Program, place: QuestionnairePlace
) -> None:
    program.window.resize(NARROW, 700)
    place.show_question(MAIN)
    for language in WINDOW_LANGUAGES:
        program.translator.speak(language)
        page = place.page
        assert page is not None
        heading = page.findChild(Heading)
        assert heading is not None
        QCoreApplication.processEvents()
        assert _whole(heading, page.viewport()), language
        for button in heading.findChildren(QAbstractButton):
            assert _whole(button, page.viewport()), (language, button.text())
            whole = button.width() >= button.sizeHint().width()
            assert whole, (language, button.text())


def _whole(widget: QWidget, frame: QWidget) -> bool:
    left = widget.mapTo(frame, QPoint(0, 0)).x()
    return left >= 0 and left + widget.width() <= frame.width()


@pytest.mark.parametrize("language", ["ar", "ru"])
def test_a_table_stands_within_its_card(
    program: Program, desk: Desk, place: QuestionnairePlace, language: str
) -> None:
    program.translator.speak(language)
    desk.put_row(FIGURES, Row(desk.new_id(), {"year": Decimal(2024)}))
    program.window.resize(1100, 700)
    place.show_question(FIGURES)
    assert place.page is not None
    table = place.page.findChild(QTableView)
    assert table is not None
    QCoreApplication.processEvents()
    across = table.horizontalHeader()
    assert across.length() <= table.viewport().width()
    program.window.resize(1280, 800)
    QCoreApplication.processEvents()
    whole = place.page.widget()
    assert whole is not None
    assert whole.minimumSizeHint().width() <= place.page.viewport().width()


@given(
    st.integers(0, 3000),
    st.lists(st.tuples(st.integers(1, 9), st.integers(1, 200)), min_size=1, max_size=9),
)
def test_columns_share_a_width_and_none_is_too_narrow(
    width: int, columns: list[tuple[int, int]]
) -> None:
    shares, least = zip(*columns, strict=True)
    wide = shared(width, shares, least)
    assert all(each >= narrow for each, narrow in zip(wide, least, strict=True))
    assert sum(wide) <= max(width, sum(least))
    assert width <= sum(least) or sum(wide) == width


@pytest.fixture
def text(session: Session, qtbot: QtBot) -> TextInput:
    """A field whose answer is written in all six languages, Russian leading."""
    session.desk.review = replace(session.desk.review, languages=SIX)
    question = session.desk.questionnaire.questions[NARRATIVE]
    control = TextInput(session, question)
    qtbot.addWidget(control)
    control.retranslate(session.catalogue)
    control.show()
    return control


def _in_sight(control: TextInput) -> list[str]:
    return [each for each in SIX if control.area(each).isVisible()]


def test_of_six_languages_the_chosen_one_stands_beside_the_leading_one(
    text: TextInput,
) -> None:
    text.both.setChecked(True)
    assert _in_sight(text) == ["ru", "ar"]
    text.show_language("es")
    assert _in_sight(text) == ["ru", "es"]
    text.both.setChecked(False)
    assert _in_sight(text) == ["es"]


def test_a_field_names_each_of_the_six_languages(text: TextInput) -> None:
    names = {text.area(each).accessibleName() for each in SIX}
    assert len(names) == 6
    assert not names & set(SIX)


def test_answers_are_written_in_any_of_six_languages_the_first_leading(
    qtbot: QtBot, program: Program
) -> None:
    languages = AnswerLanguages("fr")
    qtbot.addWidget(languages)
    assert languages.box.count() == 6
    languages.others["zh"].setChecked(True)
    languages.others["ar"].setChecked(True)
    assert languages.languages == ("fr", "ar", "zh")
