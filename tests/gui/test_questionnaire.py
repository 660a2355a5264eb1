"""The questionnaire in a real window: answering, companions, undo, restore."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from focalpoint_app.domain.answer import (
    NOT_COLLECTED,
    AnswerState,
    Confidentiality,
    TableValue,
    TextValue,
)
from focalpoint_app.domain.facts import Standing
from focalpoint_app.domain.source import Source, SourceKind
from focalpoint_app.gui.controls.text_area import TextArea
from focalpoint_app.gui.questionnaire.cite_dialog import CiteDialog
from focalpoint_app.gui.questionnaire.context import HISTORY
from focalpoint_app.gui.questionnaire.inputs.choice import ChoiceInput
from focalpoint_app.gui.questionnaire.inputs.line import DateInput, NumberInput
from focalpoint_app.gui.questionnaire.inputs.table_view import TableInput
from focalpoint_app.gui.questionnaire.inputs.text import TextInput
from focalpoint_app.gui.questionnaire.place import QuestionnairePlace
from focalpoint_app.gui.questionnaire.question_block import QuestionBlock
from focalpoint_app.gui.session import Session
from focalpoint_app.workflow.review.desk import Desk
from tests.gui.small_review import (
    DATE,
    DIFFICULTIES,
    EXPLANATION,
    FIGURES,
    MAIN,
    MEASURES,
    NARRATIVE,
    NUMBER,
    OTHER,
)
from tests.gui.typing import type_text


def block(place: QuestionnairePlace, question: str) -> QuestionBlock:
    place.show_question(question)
    assert place.page is not None
    found = place.page.block(question)
    assert found is not None
    QApplication.processEvents()  # what was just built is shown by the event loop
    return found


def press(place: QuestionnairePlace, question: str, words: str) -> None:
    control = block(place, question).input
    buttons = {
        button.text(): button for button in control.findChildren(QAbstractButton)
    }
    buttons[words].click()


def area(place: QuestionnairePlace, question: str, language: str = "ar") -> TextArea:
    control = block(place, question).input
    assert isinstance(control, TextInput)
    control.show_language(language)
    return control.area(language)


def text_of(desk: Desk, question: str, language: str = "ar") -> str:
    value = desk.answer(question).value
    return value.texts.get(language, "") if isinstance(value, TextValue) else ""


def test_choosing_writes_the_answer(place: QuestionnairePlace, desk: Desk) -> None:
    press(place, MAIN, "نعم")
    assert desk.answer(MAIN).choices == ("yes",)


def test_a_second_press_takes_the_choice_back(
    place: QuestionnairePlace, desk: Desk
) -> None:
    press(place, MAIN, "نعم")
    press(place, MAIN, "نعم")
    assert desk.answer(MAIN).choices == ()


def test_several_choices_are_a_set(place: QuestionnairePlace, desk: Desk) -> None:
    press(place, MEASURES, "ثانياً")
    press(place, MEASURES, "أولاً")
    assert desk.answer(MEASURES).choices == ("first", "second")


def test_companions_appear_and_hide_and_keep_what_was_typed(
    place: QuestionnairePlace, desk: Desk, session: Session
) -> None:
    assert place.page is not None
    card = place.page.cards[0]

    def shown() -> list[str]:
        return list(card.shown)

    assert shown() == [MAIN]
    press(place, MAIN, "جزئياً")
    assert shown() == [MAIN, NARRATIVE, EXPLANATION]
    type_text(area(place, EXPLANATION), "ينقص النص")
    session.autosave.flush()
    press(place, MAIN, "لا")
    assert shown() == [MAIN]
    assert not card.blocks[EXPLANATION].isVisible()
    press(place, MAIN, "جزئياً")
    assert area(place, EXPLANATION).text() == "ينقص النص"
    assert text_of(desk, EXPLANATION) == "ينقص النص"


def test_companions_stand_in_the_questionnaires_order(
    place: QuestionnairePlace,
) -> None:
    press(place, MAIN, "جزئياً")
    assert place.page is not None
    blocks = place.page.cards[0].blocks
    QApplication.processEvents()
    tops = [blocks[key].mapToGlobal(blocks[key].rect().topLeft()).y() for key in blocks]
    assert tops == sorted(tops)


def test_typed_text_reaches_the_file_in_its_language(
    place: QuestionnairePlace, desk: Desk, session: Session
) -> None:
    type_text(area(place, OTHER, "en"), "Law No. 5 of 2010")
    type_text(area(place, OTHER, "ar"), "القانون")
    session.autosave.flush()
    assert text_of(desk, OTHER, "en") == "Law No. 5 of 2010"
    assert text_of(desk, OTHER, "ar") == "القانون"


def test_both_languages_stand_side_by_side(place: QuestionnairePlace) -> None:
    control = block(place, OTHER).input
    assert isinstance(control, TextInput)
    control.both.click()
    assert control.area("ar").isVisible()
    assert control.area("en").isVisible()


def test_a_closing_question_is_answered_like_any_other(
    place: QuestionnairePlace, desk: Desk, session: Session
) -> None:
    type_text(area(place, DIFFICULTIES), "صعوبات")
    session.autosave.flush()
    assert text_of(desk, DIFFICULTIES) == "صعوبات"


@pytest.mark.parametrize("typed", ["1250", "١٢٥٠", "1,250"])
def test_a_number_is_read_in_either_script(
    place: QuestionnairePlace, desk: Desk, typed: str
) -> None:
    control = block(place, NUMBER).input
    assert isinstance(control, NumberInput)
    type_text(control.field, typed)
    value = desk.answer(NUMBER).value
    assert value is not None
    assert str(getattr(value, "number", "")) == "1250"


def test_what_is_no_number_is_told_and_not_written(
    place: QuestionnairePlace, desk: Desk
) -> None:
    control = block(place, NUMBER).input
    assert isinstance(control, NumberInput)
    type_text(control.field, "كثير")
    assert desk.answer(NUMBER).value is None
    assert control.wrong.text()
    assert control.field.text() == "كثير"


def test_numbers_sit_on_the_right_in_both_directions(
    place: QuestionnairePlace,
) -> None:
    control = block(place, NUMBER).input
    assert isinstance(control, NumberInput)
    wanted = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
    assert control.field.alignment() == wanted


@pytest.mark.parametrize("typed", ["2010-01-31", "31/1/2010", "٣١/١/٢٠١٠"])
def test_a_date_is_read_as_people_write_it(
    place: QuestionnairePlace, desk: Desk, typed: str
) -> None:
    control = block(place, DATE).input
    assert isinstance(control, DateInput)
    type_text(control.field, typed)
    assert getattr(desk.answer(DATE).value, "date", "") == "2010-01-31"


def test_a_day_that_does_not_exist_is_told(
    place: QuestionnairePlace, desk: Desk
) -> None:
    control = block(place, DATE).input
    assert isinstance(control, DateInput)
    type_text(control.field, "31/2/2010")
    assert desk.answer(DATE).value is None
    assert control.wrong.text()


def table(place: QuestionnairePlace) -> TableInput:
    control = block(place, FIGURES).input
    assert isinstance(control, TableInput)
    return control


def test_cells_are_written_one_by_one(place: QuestionnairePlace, desk: Desk) -> None:
    control = table(place)
    control.add_row()
    control.records.setData(control.records.index(0, 0), "٢٠٢٤")
    control.records.setData(control.records.index(0, 2), "محكمة النقض")
    value = desk.answer(FIGURES).value
    assert isinstance(value, TableValue)
    assert {key: str(cell) for key, cell in value.rows[0].cells.items()} == {
        "year": "2024",
        "court": "محكمة النقض",
    }


def test_a_figure_can_be_marked_as_not_collected(
    place: QuestionnairePlace, desk: Desk
) -> None:
    control = table(place)
    control.add_row()
    control.view.setCurrentIndex(control.records.index(0, 1))
    control.mark_uncollected()
    value = desk.answer(FIGURES).value
    assert isinstance(value, TableValue)
    assert value.rows[0].cells["cases"] == NOT_COLLECTED
    assert control.records.data(control.records.index(0, 1)) == "لم تُجمَع"


def test_a_wrong_cell_is_told_and_not_written(
    place: QuestionnairePlace, desk: Desk
) -> None:
    control = table(place)
    control.add_row()
    assert not control.records.setData(control.records.index(0, 0), "سنة")
    assert desk.answer(FIGURES).value is None


def test_a_removed_row_is_gone_and_the_others_stay(
    place: QuestionnairePlace, desk: Desk
) -> None:
    control = table(place)
    for year in ("2023", "2024"):
        control.add_row()
        row = len(control.records.rows) - 1
        control.records.setData(control.records.index(row, 0), year)
    control.view.setCurrentIndex(control.records.index(0, 0))
    control.remove_row()
    value = desk.answer(FIGURES).value
    assert isinstance(value, TableValue)
    assert [str(row.cells["year"]) for row in value.rows] == ["2024"]


def test_citing_a_new_source_makes_it_and_shows_it(
    place: QuestionnairePlace, desk: Desk, session: Session, qtbot: QtBot
) -> None:
    dialog = CiteDialog(session, MAIN, None, place.window())
    dialog.title_field.setText("قانون مكافحة الجريمة المنظمة")
    dialog.year_field.setText("٢٠١٠")
    dialog.sherloc_field.setText("https://sherloc.unodc.org/x")
    dialog.provision_field.setText("المادة 47")
    dialog.accept_citation()
    (cite,) = desk.answer(MAIN).cites
    source = desk.sources[cite.source]
    assert cite.provision == "المادة 47"
    assert (source.year, source.sherloc) == (2010, "https://sherloc.unodc.org/x")


def test_a_source_without_a_title_is_not_made(
    place: QuestionnairePlace, desk: Desk, session: Session
) -> None:
    dialog = CiteDialog(session, MAIN, None, place.window())
    dialog.accept_citation()
    assert not desk.sources
    assert not desk.answer(MAIN).cites


def test_a_link_is_kept_whole_or_asked_for_again(
    place: QuestionnairePlace, desk: Desk, session: Session
) -> None:
    dialog = CiteDialog(session, MAIN, None, place.window())
    dialog.title_field.setText("قانون")
    dialog.sherloc_field.setText("no address")
    dialog.accept_citation()
    assert not desk.sources
    dialog.sherloc_field.setText("sherloc.unodc.org/x")
    dialog.accept_citation()
    (source,) = desk.sources.values()
    assert source.sherloc == "https://sherloc.unodc.org/x"


def test_a_citation_that_is_refused_stays_in_its_dialog(
    place: QuestionnairePlace, desk: Desk, session: Session
) -> None:
    desk.save_source(Source("law", SourceKind.LAW, {"ar": "قانون"}))
    dialog = CiteDialog(session, MAIN, None, place.window())
    dialog.open()
    dialog.provision_field.setText("م" * 1_001)
    dialog.accept_citation()
    assert not desk.answer(MAIN).cites
    assert dialog.isVisible()
    dialog.reject()


def test_a_citation_is_taken_away_and_undone(
    place: QuestionnairePlace, desk: Desk, session: Session
) -> None:
    desk.save_source(Source(desk.new_id(), SourceKind.LAW, {"ar": "قانون"}))
    source = next(iter(desk.sources))
    cite = session.act(lambda: desk.cite(MAIN, source, "المادة 1"), MAIN)
    assert cite is not None
    session.act(lambda: desk.uncite(MAIN, cite.id), MAIN)
    assert not desk.answer(MAIN).cites
    desk.undo()
    assert desk.answer(MAIN).cites == (cite,)


def test_skipping_asks_for_a_reason(place: QuestionnairePlace, desk: Desk) -> None:
    found = block(place, NUMBER)
    found.heading.skip.emit()
    skip = found.skip_box.form
    assert skip.reason.isVisible()
    skip.reason.setText("لا ينطبق")
    skip.reason.returnPressed.emit()
    assert desk.answer(NUMBER).skipped == "لا ينطبق"
    assert desk.standing(NUMBER) is Standing.SKIPPED


def test_state_and_audience_are_chosen_on_the_card(
    place: QuestionnairePlace, desk: Desk
) -> None:
    heading = block(place, MAIN).heading
    assert heading.state is not None
    assert heading.audience is not None
    heading.state.chosen.emit("agreed")
    heading.audience.chosen.emit("national")
    answer = desk.answer(MAIN)
    assert answer.state is AnswerState.AGREED
    assert answer.confidentiality is Confidentiality.NATIONAL


def test_an_earlier_text_is_restored_from_the_history(
    place: QuestionnairePlace, desk: Desk, session: Session, qtbot: QtBot
) -> None:
    field = area(place, OTHER)
    type_text(field, "الأول")
    session.autosave.leave(OTHER)
    field.show_text("")
    type_text(field, "الثاني")
    session.autosave.leave(OTHER)
    place.context.show_tab(HISTORY)
    restore = session.catalogue("Restore this one")
    found = place.context.history.findChildren(QAbstractButton)
    buttons = [button for button in found if button.text() == restore]
    assert len(buttons) == 2
    buttons[-1].click()
    assert text_of(desk, OTHER) == "الأول"
    assert field.text() == "الأول"


def test_a_note_is_kept_beside_its_question(
    place: QuestionnairePlace, desk: Desk
) -> None:
    place.show_question(MAIN)
    place.write_note()
    place.context.notes.area.show_text("اسأل الوزارة")
    place.context.notes.keep()
    assert [note.text for note in desk.notes(MAIN)] == ["اسأل الوزارة"]


def test_steps_walk_through_articles_both_ways(
    place: QuestionnairePlace, session: Session
) -> None:
    place.show_question(FIGURES)
    place.step(1)
    assert session.current == OTHER
    place.step(-1)
    assert session.current == FIGURES


def test_few_pages_are_kept_and_the_one_in_front_always(
    place: QuestionnairePlace,
) -> None:
    for question in (MAIN, OTHER, DIFFICULTIES, MAIN):
        place.show_question(question)
    assert place.page is not None
    assert place.page.article.id == "5"


def test_a_choice_control_names_its_options(place: QuestionnairePlace) -> None:
    control = block(place, MAIN).input
    assert isinstance(control, ChoiceInput)
    names = [b.accessibleName() for b in control.findChildren(QAbstractButton)]
    assert names == ["نعم", "جزئياً", "لا"]
