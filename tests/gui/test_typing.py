"""Text areas: both directions, pasting, the traps of the text widget."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from focalpoint_app.domain.errors import AppError
from focalpoint_app.gui.app import prepared
from focalpoint_app.gui.controls.text_area import HIGHEST, LOWEST, TextArea
from tests.gui.typing import commit_text, type_text

RTL, LTR = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight


@pytest.fixture
def area(qtbot: QtBot) -> TextArea:
    prepared([], "light")
    area = TextArea("ar")
    qtbot.addWidget(area)
    area.resize(500, 120)
    area.show()
    area.setFocus()
    return area


def paste(area: TextArea, text: str, html: str = "") -> None:
    data = QMimeData()
    data.setText(text)
    if html:
        data.setHtml(html)
    area.insertFromMimeData(data)


def paragraph_directions(area: TextArea) -> list[Qt.LayoutDirection]:
    document = area.document()
    return [
        document.findBlockByNumber(at).textDirection()
        for at in range(document.blockCount())
    ]


def test_typed_arabic_is_kept_as_typed(area: TextArea) -> None:
    type_text(area, "تُعاقَب المادة 47")
    assert area.text() == "تُعاقَب المادة 47"


def test_a_word_from_an_input_method_arrives_whole(area: TextArea) -> None:
    commit_text(area, "الجريمة المنظمة")
    assert area.text() == "الجريمة المنظمة"


def test_an_empty_arabic_field_puts_the_caret_on_the_right(area: TextArea) -> None:
    assert area.cursorRect().x() > area.viewport().width() / 2


def test_an_empty_english_field_puts_the_caret_on_the_left(qtbot: QtBot) -> None:
    area = TextArea("en")
    qtbot.addWidget(area)
    area.resize(500, 120)
    area.show()
    assert area.cursorRect().x() < area.viewport().width() / 2


def test_each_paragraph_runs_in_its_own_direction(area: TextArea) -> None:
    paste(area, "المادة 47\nsee Law No. 5/2010\n(2010) القانون")
    assert paragraph_directions(area) == [RTL, LTR, RTL]


def test_a_paragraph_of_digits_follows_the_answers_language(area: TextArea) -> None:
    type_text(area, "5 (1)")
    assert paragraph_directions(area) == [RTL]


def test_a_turned_paragraph_keeps_the_choice_and_reports_it(area: TextArea) -> None:
    type_text(area, "Law 5/2010")
    area.turn_paragraph()
    assert paragraph_directions(area) == [RTL]
    assert area.directions() == ("rtl",)


def test_a_chosen_direction_comes_back_with_the_text(area: TextArea) -> None:
    area.show_text("Law\nالقانون", ("rtl", ""))
    assert paragraph_directions(area) == [RTL, RTL]
    assert area.directions() == ("rtl", "")


def test_pasting_keeps_words_and_drops_their_dress(area: TextArea) -> None:
    paste(area, "plain", html="<b style='color:red'>plain</b>")
    assert area.text() == "plain"


def test_markup_characters_stay_literal(area: TextArea) -> None:
    paste(area, "<b>&amp;")
    assert area.text() == "<b>&amp;"


def test_pasted_presentation_forms_become_base_letters(area: TextArea) -> None:
    paste(area, "\ufedb\ufe98\ufe8e\ufe8f")
    assert area.text() == "كتاب"


def test_no_break_spaces_survive(area: TextArea) -> None:
    paste(area, "المادة\u00a047")
    assert area.text() == "المادة\u00a047"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a" * 5_000_000, "text.too_long"),
        ("x\x00y", "text.forbidden_character"),
        ("x\ufffey", "text.forbidden_character"),
    ],
)
def test_what_cannot_be_taken_is_refused_and_nothing_is_lost(
    area: TextArea, qtbot: QtBot, text: str, code: str
) -> None:
    type_text(area, "باقٍ")
    with qtbot.waitSignal(area.refused) as refused:
        paste(area, text)
    (error,) = refused.args
    assert isinstance(error, AppError)
    assert error.code == code
    assert area.text() == "باقٍ"


def test_showing_a_changed_text_leaves_the_caret_where_it_was(area: TextArea) -> None:
    area.show_text("المادة الأولى من القانون")
    cursor = area.textCursor()
    cursor.setPosition(6)
    area.setTextCursor(cursor)
    area.show_text("المادة الأولى من المرسوم")
    assert area.textCursor().position() == 6
    assert area.text() == "المادة الأولى من المرسوم"


def test_a_text_that_nobody_types_in_is_shown_from_its_beginning(
    qtbot: QtBot,
) -> None:
    area = TextArea("ar")
    qtbot.addWidget(area)
    area.show_text("سطر\n" * 80)
    area.show()
    assert area.verticalScrollBar().value() == 0


def test_a_changed_text_beyond_the_basic_plane_is_replaced_whole(
    area: TextArea,
) -> None:
    area.show_text("𝔸𝔹 أ")
    area.show_text("𝔸ℂ أ")
    assert area.text() == "𝔸ℂ أ"


def test_showing_a_text_is_not_typing(area: TextArea, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(area.typed):
        area.show_text("نص", ("rtl",))


def test_the_field_grows_with_its_text_up_to_a_limit(area: TextArea) -> None:
    area.show_text("سطر\n" * 8)
    QApplication.processEvents()
    assert LOWEST < area.height() <= HIGHEST
    area.show_text("سطر\n" * 80)
    QApplication.processEvents()
    assert area.height() == HIGHEST


def test_tab_leaves_the_field(area: TextArea) -> None:
    assert area.tabChangesFocus()
