"""What the window does where the file refuses: told in a sentence, nothing lost."""

import pytest
from PySide6.QtWidgets import QApplication, QTextEdit
from pytestqt.qtbot import QtBot

from focalpoint_app.domain.answer import TextValue
from focalpoint_app.domain.errors import AppError
from focalpoint_app.gui.app import prepared
from focalpoint_app.gui.controls.shelf import Shelf
from focalpoint_app.gui.controls.text_area import TextArea
from focalpoint_app.gui.questionnaire.context import (
    CONTRIBUTIONS,
    GUIDANCE,
    HISTORY,
    NOTES,
)
from focalpoint_app.gui.questionnaire.contributions.merge_dialog import MergeDialog
from focalpoint_app.gui.questionnaire.inputs.text import TextInput
from focalpoint_app.gui.questionnaire.origin_hover import OriginHover
from focalpoint_app.gui.questionnaire.place import QuestionnairePlace
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.window import Window
from focalpoint_app.workflow.review.desk import Desk
from tests.gui.consulting import PROSECUTION, SAID, came, text
from tests.gui.refusing import gone, unreadable
from tests.gui.small_review import OTHER

OWN = "جملة أولى. جملة ثانية."
SENT = "جملة أولى معدلة. جملة ثانية."


def area(place: QuestionnairePlace) -> TextArea:
    place.show_question(OTHER)
    assert place.page is not None
    block = place.page.block(OTHER)
    assert block is not None
    assert isinstance(block.input, TextInput)
    return block.input.area()


def written(desk: Desk) -> str:
    value = desk.answer(OTHER).value
    return value.texts.get("ar", "") if isinstance(value, TextValue) else ""


def merging(place: QuestionnairePlace, window: Window) -> MergeDialog:
    """The dialog, opened from the first card."""
    place.heard.forget()
    place.show_question(OTHER)
    place.context.show_tab(CONTRIBUTIONS)
    place.context.refresh()
    place.context.contributions.cards[0].acts.buttons["merge"].click()
    (dialog,) = window.findChildren(MergeDialog)
    return dialog


def test_a_merge_that_was_refused_stays_open_and_can_be_tried_again(
    place: QuestionnairePlace, desk: Desk, window: Window
) -> None:
    desk.write(OTHER, "ar", OWN)
    came(desk, {OTHER: text(SENT)})
    dialog = merging(place, window)
    with gone(desk):
        dialog.keep.click()
    assert dialog.isVisible()
    assert desk.path.name in dialog.notice.text
    assert written(desk) == OWN
    dialog.keep.click()
    assert written(desk) == SENT


def test_a_merge_begins_with_what_was_just_typed(
    place: QuestionnairePlace, desk: Desk, window: Window, session: Session
) -> None:
    came(desk, {OTHER: text(SENT)})
    field = area(place)
    QTextEdit.setPlainText(field, OWN)
    assert session.autosave.holds(OTHER, "ar")
    dialog = merging(place, window)
    assert dialog._now == {"ar": OWN}


@pytest.mark.parametrize("tab", [GUIDANCE, CONTRIBUTIONS, HISTORY, NOTES])
def test_a_tab_that_cannot_be_read_says_so(
    place: QuestionnairePlace, desk: Desk, window: Window, tab: int
) -> None:
    place.show_question(OTHER)
    place.context.show_tab(tab)
    with unreadable(desk):
        place.heard.forget()
        place.context.refresh()
    assert desk.path.name in window.messages.text


def test_cards_that_cannot_be_read_are_built_once_they_can(
    place: QuestionnairePlace, desk: Desk, window: Window
) -> None:
    came(desk, {OTHER: text(SAID)})
    place.show_question(OTHER)
    place.context.show_tab(CONTRIBUTIONS)
    shown = place.context.contributions
    shown._search()
    with unreadable(desk):
        shown.verbs.beside.forget()
        shown._search()
    assert desk.path.name in window.messages.text
    place.context.refresh()
    assert len(shown.cards) == 1


def test_one_card_that_cannot_be_read_keeps_no_other_away(
    place: QuestionnairePlace, desk: Desk, window: Window, qtbot: QtBot
) -> None:
    strange = {"source": "l-1", "provision": "3", "described": {"id": "l-2"}}
    came(desk, {OTHER: {**text(SAID), "cites": [strange]}})
    came(desk, {OTHER: text(SAID)}, PROSECUTION)
    place.show_question(OTHER)
    place.context.show_tab(CONTRIBUTIONS)
    place.context.refresh()
    cards = place.context.contributions.cards
    assert [each.voice.stakeholder.id for each in cards] == [PROSECUTION.id]
    qtbot.waitUntil(lambda: bool(window.messages.text))  # Cards come in slices.


def test_a_comparison_that_cannot_be_read_says_so(
    place: QuestionnairePlace, desk: Desk, window: Window
) -> None:
    desk.write(OTHER, "ar", OWN)
    came(desk, {OTHER: text(SENT)})
    place.show_question(OTHER)
    place.context.show_tab(CONTRIBUTIONS)
    place.context.refresh()
    (card,) = place.context.contributions.cards
    place.context.contributions.verbs.beside.forget()
    with unreadable(desk):
        card.acts.buttons["sent"].click()
    assert desk.path.name in window.messages.text


@pytest.mark.parametrize("key", ["heard", "mine", "week", "cleared"])
def test_a_filter_that_cannot_be_read_says_so(
    place: QuestionnairePlace, desk: Desk, window: Window, key: str
) -> None:
    with unreadable(desk):
        place.heard.forget()
        place.contents.filter_by(key)
    assert desk.path.name in window.messages.text


def test_the_origin_of_a_sentence_that_cannot_be_read_is_told_so(
    place: QuestionnairePlace, desk: Desk, window: Window
) -> None:
    desk.write(OTHER, "ar", OWN)
    hover = area(place).findChild(OriginHover)
    assert isinstance(hover, OriginHover)
    with unreadable(desk):
        assert hover.origin_at(0) == ""
    assert desk.path.name in window.messages.text


def test_counts_that_could_not_be_read_are_read_again(
    place: QuestionnairePlace, desk: Desk
) -> None:
    came(desk, {OTHER: text(SAID)})
    with unreadable(desk):
        place.heard.forget()
        assert place.heard.count(OTHER) == 0
    QApplication.processEvents()
    assert place.heard.count(OTHER) == 1


def test_a_list_that_cannot_be_filled_keeps_its_rows(qtbot: QtBot) -> None:
    class Refusing(Shelf):
        is_refusing = False

        def fill(self) -> str:
            self.add_row("a", "first", "")
            if self.is_refusing:
                raise AppError("workspace.unreadable", path="r.focalpoint")
            return "none"

    prepared([], "light")
    shelf = Refusing()
    qtbot.addWidget(shelf)
    shelf.refresh()
    shelf.is_refusing = True
    with pytest.raises(AppError):
        shelf.refresh()
    assert shelf.ids == ("a",)
