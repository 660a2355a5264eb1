"""Words of a letter go to their questions and into the consultation."""

import pytest
from pytestqt.qtbot import QtBot

from focalpoint_app.gui.consultation.letters.room import LettersRoom
from focalpoint_app.gui.controls.notice import Mood
from focalpoint_app.workflow.consultation.written_letters import letters_at_work
from focalpoint_app.workflow.review.desk import Desk
from tests.gui.consultation.letters.reading import (
    PRESS,
    SAID,
    WAIT,
    assign,
    choose_institution,
    entries,
    quote,
)
from tests.gui.small_review import DATE, FIGURES, MAIN, MEASURES, NUMBER, OTHER, SALMA
from tests.gui.typing import type_text
from tests.workflow.consulting import JUSTICE, SOURCE

pytestmark = pytest.mark.usefixtures("swept")


def test_selected_words_go_to_their_question_and_into_the_consultation(
    opened: LettersRoom, desk: Desk
) -> None:
    choose_institution(opened, JUSTICE.id)
    assign(opened, SAID, OTHER)
    opened.desk.take.click()
    assert opened.notice.mood is Mood.DONE
    assert entries(desk) == {OTHER: {"ar": SAID}}
    (receipt,) = desk.workspace.receipts(desk.review.id)
    assert (receipt.stakeholder, receipt.transcribed_by) == (JUSTICE.id, "")


def test_what_is_typed_from_a_picture_is_marked_as_transcribed(
    opened: LettersRoom, desk: Desk, qtbot: QtBot
) -> None:
    choose_institution(opened, JUSTICE.id)
    viewer, form = opened.desk.viewer, opened.desk.form
    viewer.enclosures[0].click()
    qtbot.waitUntil(lambda: viewer.picture.is_shown, timeout=WAIT)
    assert viewer.is_picture
    viewer.quote.click()
    type_text(form.text, "نص من الصورة")
    form.choose(OTHER)
    form.add.click()
    checked = opened.desk.fields.lines["checked_by"]
    assert opened.desk.fields.rows["checked_by"].isVisibleTo(opened)
    type_text(checked, "سمير")
    opened.desk.take.click()
    (receipt,) = desk.workspace.receipts(desk.review.id)
    assert (receipt.transcribed_by, receipt.checked_by) == (SALMA.line, "سمير")
    assert desk.workspace.reply_content(receipt.id).startswith(b"From: huda")


def test_an_answer_is_asked_for_as_its_question_takes_it(
    opened: LettersRoom, desk: Desk
) -> None:
    choose_institution(opened, JUSTICE.id)
    form = opened.desk.form
    quote(opened, SAID)
    form.choose(MAIN)
    form.add.click()
    assert opened.desk.passages.rows == []  # Nothing is chosen yet.
    form.options["yes"].setChecked(True)
    form.add.click()
    for question, written in ((NUMBER, "1,250"), (DATE, "31/1/2010")):
        quote(opened, SAID)
        form.choose(question)
        form.line.setText(written)
        form.add.click()
    quote(opened, SAID)
    form.choose(MEASURES)
    for button in form.options.values():
        button.setChecked(True)
    form.add.click()
    opened.desk.take.click()
    assert entries(desk) == {
        MAIN: "yes",
        NUMBER: "1250",
        DATE: "2010-01-31",
        MEASURES: ["first", "second"],
    }


def test_the_keyboard_goes_on_where_the_answer_is_asked_for(
    opened: LettersRoom, qtbot: QtBot
) -> None:
    opened.activateWindow()
    quote(opened, SAID)
    form = opened.desk.form
    for question, wanted in ((NUMBER, form.line), (OTHER, form.add)):
        form.choose(question)
        assert opened.focusWidget() is wanted


def test_a_table_says_that_it_takes_no_text(opened: LettersRoom) -> None:
    quote(opened, SAID)
    opened.desk.form.choose(FIGURES)
    assert not opened.desk.form.add.isVisibleTo(opened)


def test_a_passage_can_be_removed_again(opened: LettersRoom) -> None:
    choose_institution(opened, JUSTICE.id)
    assign(opened, SAID, OTHER)
    opened.desk.passages.rows[0].cross.click()
    assert opened.desk.passages.rows == []
    opened.desk.take.click()
    assert opened.desk.notice.code == "letter.nothing_assigned"


def test_a_letter_of_nobody_is_not_taken(opened: LettersRoom, desk: Desk) -> None:
    assign(opened, SAID, OTHER)
    opened.desk.take.click()
    assert opened.desk.notice.code == "letter.whose"
    assert entries(desk) == {}


def test_an_anonymous_contributors_letter_leaves_no_name(
    opened: LettersRoom, desk: Desk
) -> None:
    choose_institution(opened, SOURCE.id)
    assert not opened.desk.fields.rows["signatory"].isVisibleTo(opened)
    said = f"{SAID} huda@justice.example"
    opened.desk.viewer.text.setPlainText(said)
    assign(opened, said, OTHER)
    opened.desk.put_down.click()
    (kept,) = letters_at_work(desk)
    assert kept.name == ""
    assert [each.value for each in kept.passages] == [f"{SAID} […]"]
    opened.rows[0].open.click()
    opened.desk.take.click()
    (receipt,) = desk.workspace.receipts(desk.review.id)
    assert receipt.file == ""


def test_text_is_taken_in_the_language_of_the_institution(opened: LettersRoom) -> None:
    choose_institution(opened, PRESS.id)
    quote(opened, SAID)
    assert opened.desk.form.language.currentData() == "fr"
