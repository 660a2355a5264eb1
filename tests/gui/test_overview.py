"""The overview: standing of articles, the way to the open question, the profile."""

from datetime import datetime

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from focalpoint_app.domain.clearance import Audience
from focalpoint_app.gui.app import Program
from focalpoint_app.gui.overview.place import OverviewPlace
from focalpoint_app.gui.questionnaire.place import QuestionnairePlace
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.window import Window
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.dates import written_date
from focalpoint_app.workflow.review.clear import clear
from focalpoint_app.workflow.review.desk import Desk
from focalpoint_app.workflow.submitting.leaving import printed_digest
from tests.gui.small_review import DATE, FIGURES, MAIN, MEASURES, NUMBER, OTHER

TR = Catalogue("ar")
OBLIGATIONS = (MAIN, MEASURES, NUMBER, DATE, FIGURES, OTHER)


@pytest.fixture
def page(window: Window) -> OverviewPlace:
    window.show_place("overview")
    page = window.page
    assert isinstance(page, OverviewPlace)
    return page


def test_an_article_says_its_state_in_a_word_and_a_count(
    page: OverviewPlace, session: Session
) -> None:
    (part,) = page.parts
    count = TR("{answered} of {of}", answered=0, of=1)
    assert part.rows["6"].said == f"{TR('not answered')} · {count}"
    session.act(lambda: session.desk.skip(OTHER, "لا ينطبق"), OTHER)
    session.judge.judge()
    page.enter()
    assert part.rows["6"].said.endswith(TR("{answered} of {of}", answered=1, of=1))
    assert part.rows["5"].said != part.rows["6"].said


def test_an_article_leads_to_its_questions(
    page: OverviewPlace, window: Window, session: Session
) -> None:
    page.parts[0].rows["6"].click()
    place = window.page
    assert isinstance(place, QuestionnairePlace)
    assert session.current == OTHER


def test_the_button_leads_to_the_first_open_question(
    desk: Desk, page: OverviewPlace, session: Session
) -> None:
    for question in (MAIN, MEASURES):
        desk.skip(question, "لا ينطبق")
    page.standing.go_on.click()
    assert session.current == NUMBER


def test_with_nothing_open_the_button_leads_to_the_beginning(
    desk: Desk, page: OverviewPlace, session: Session
) -> None:
    asked = [each.id for each in desk.facts.visible_questions()]
    for question in asked:
        desk.skip(question, "لا ينطبق")
    session.judge.judge()
    assert "مفتوح" not in page.standing.go_on.text()
    page.standing.go_on.click()
    assert session.current == MAIN


def test_an_answer_that_looks_wrong_is_listed_and_leads_there(
    page: OverviewPlace, session: Session, qtbot: QtBot
) -> None:
    session.act(lambda: session.desk.choose(MAIN, "yes"), MAIN)
    session.judge.judge()
    page.enter()
    row, _unanswered_companion = page.standing.rows.rows
    with qtbot.waitSignal(session.jump) as jumped:
        row.click()
    assert jumped.args == [MAIN]


def test_a_clearance_is_listed_with_who_and_the_digest_on_its_pages(
    desk: Desk, page: OverviewPlace
) -> None:
    for question in OBLIGATIONS:
        desk.skip(question, "لا ينطبق")
    clearance = clear(desk)
    page.enter()
    ((name, said),) = page.clearances.facts
    today = written_date(datetime.now().astimezone().date(), "ar")
    assert today in name
    assert "سلمى الحداد" in said
    assert printed_digest(clearance, Audience.REVIEWING) in said


def test_the_profile_is_changed_and_kept(desk: Desk, page: OverviewPlace) -> None:
    page.profile.change.click()
    assert page.editor is not None
    gazette = page.editor.form.gazette.field
    assert isinstance(gazette, QLineEdit)
    gazette.setText("الجريدة الرسمية")
    page.editor.form.parts["untoc"].dates["entry_into_force"].line.setText("29.9.2003")
    page.editor.keep.click()
    assert desk.workspace.profile().gazette == "الجريدة الرسمية"
    assert desk.profile.entry_into_force("untoc") == "2003-09-29"
    assert "الجريدة الرسمية" in [said for _, said in page.profile.facts.facts]


def test_a_date_that_is_none_keeps_the_form_open_and_changes_nothing(
    desk: Desk, page: OverviewPlace
) -> None:
    before = desk.profile
    page.profile.change.click()
    assert page.editor is not None
    dates = page.editor.form.parts["untoc"].dates
    dates["signature"].line.setText("2010-02-31")
    page.editor.keep.click()
    assert page.editor is not None
    assert dates["signature"].complaint
    assert desk.workspace.profile() == before


def test_the_overview_is_told_in_the_other_language(
    page: OverviewPlace, program: Program
) -> None:
    program.translator.speak("en")
    assert page.parts[0].rows["6"].said == "not answered · 0 of 1"
    assert page.profile.change.text() == "Change the profile"
