"""The questionnaire in a real window: answering, companions, undo, restore."""

from dataclasses import replace

from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from focalpoint_app.domain.answer import AnswerState, Confidentiality
from focalpoint_app.domain.facts import Standing
from focalpoint_app.gui.questionnaire.article_page import ArticlePage
from focalpoint_app.gui.questionnaire.context import HISTORY
from focalpoint_app.gui.questionnaire.inputs.choice import ChoiceInput
from focalpoint_app.gui.questionnaire.inputs.text import TextInput
from focalpoint_app.gui.questionnaire.place import QuestionnairePlace
from focalpoint_app.gui.session import Session
from focalpoint_app.workflow.review.desk import Desk
from tests.gui.answering import area, block, press, text_of
from tests.gui.small_review import (
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


def test_a_page_builds_on_after_its_first_paint(
    qtbot: QtBot, session: Session, desk: Desk
) -> None:
    part = desk.questionnaire.parts[0]
    question = part.articles[0].questions[0]
    long = replace(part.articles[0], questions=(question,) * 12)

    page = ArticlePage(session, session.judge, part, long)
    qtbot.addWidget(page)
    first = len(page.cards)
    qtbot.wait(60)

    assert len(page.cards) == first < 12
    page.show()
    qtbot.waitUntil(lambda: len(page.cards) == 12)
