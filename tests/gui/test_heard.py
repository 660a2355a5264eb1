"""What the contents and cards tell of contributions, markings and who wrote."""

from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from focalpoint_app.domain.answer import Confidentiality
from focalpoint_app.domain.author import Author
from focalpoint_app.domain.readiness import Problem
from focalpoint_app.gui.questionnaire.contents_model import HEARD
from focalpoint_app.gui.questionnaire.context import CONTRIBUTIONS
from focalpoint_app.gui.questionnaire.contributions import origin_passages
from focalpoint_app.gui.questionnaire.heading import Heading
from focalpoint_app.gui.questionnaire.origin_hover import OriginHover
from focalpoint_app.gui.questionnaire.place import QuestionnairePlace
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.shell.sheets import Missing
from focalpoint_app.gui.submission.problem_rows import go_to_problem
from focalpoint_app.gui.window import Window
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.workflow.consultation.markings import answer_marking
from focalpoint_app.workflow.review.clear import clear
from focalpoint_app.workflow.review.desk import Desk
from tests.gui.answering import area
from tests.gui.consulting import JUSTICE, PROSECUTION, SAID, came, text
from tests.gui.small_review import (
    MAIN,
    MEASURES,
    NARRATIVE,
    NUMBER,
    OTHER,
    SALMA,
    make_ready,
)

TR = Catalogue("ar")


def kept(place: QuestionnairePlace, key: str) -> set[str]:
    """Questions whose rows the filter leaves."""
    place.contents.filter_by(key)
    tree, items = place.contents.tree, place.contents.model.items
    return {
        question
        for question, item in items.items()
        if not tree.isRowHidden(item.row(), item.index().parent())
    }


def heading(place: QuestionnairePlace, question: str) -> Heading:
    place.show_question(question)
    assert place.page is not None
    block = place.page.block(question)
    assert block is not None
    return block.heading


def test_a_row_counts_what_was_said_on_a_question_and_its_companions(
    place: QuestionnairePlace, desk: Desk, session: Session
) -> None:
    came(desk, {MAIN: {"value": "yes"}, NARRATIVE: text(SAID)})
    came(desk, {NARRATIVE: text(SAID)}, PROSECUTION)
    session.refreshed.emit()
    item = place.contents.model.items[MAIN]
    assert item.data(HEARD) == 2
    name = item.data(Qt.ItemDataRole.AccessibleTextRole)
    assert TR.counted("{n} contribution", "{n} contributions", 2) in name
    assert place.contents.model.items[OTHER].data(HEARD) == 0


def test_the_contents_narrow_to_what_was_heard_on(
    place: QuestionnairePlace, desk: Desk, session: Session
) -> None:
    came(desk, {NARRATIVE: text(SAID)})
    session.refreshed.emit()
    assert kept(place, "heard") == {MAIN}


def test_the_contents_narrow_to_what_i_wrote_in(
    place: QuestionnairePlace, desk: Desk
) -> None:
    desk.write(OTHER, "ar", "نص")
    desk.write_as(Author(str(uuid4()), "سمير"))
    desk.choose_all(MEASURES, ("first",))
    assert kept(place, "mine") == {MEASURES}
    desk.write_as(SALMA)
    assert kept(place, "mine") == {OTHER}


def test_the_contents_narrow_to_what_changed_since_the_clearance(
    place: QuestionnairePlace, desk: Desk
) -> None:
    clear(make_ready(desk))
    assert kept(place, "cleared") == set()
    desk.choose_all(MEASURES, ("second",))
    assert kept(place, "cleared") == {MEASURES}
    assert kept(place, "week") >= {MEASURES, OTHER, NUMBER}


def test_an_answer_on_unconfirmed_input_leads_to_its_contributions(
    window: Window, place: QuestionnairePlace, desk: Desk, session: Session
) -> None:
    came(desk, {OTHER: text(SAID)})
    window.show_place("overview")
    go_to_problem(session, Problem("working_input_only", OTHER))
    assert window.page is place
    assert session.current == OTHER
    assert place.context.tabs.currentIndex() == CONTRIBUTIONS


def test_the_list_of_what_is_missing_leads_there_too(
    window: Window, place: QuestionnairePlace, desk: Desk, session: Session
) -> None:
    from focalpoint_app.workflow.consultation.consolidating import insert

    given = came(desk, {OTHER: text(SAID)})
    session.act(lambda: insert(desk, given), OTHER)
    session.judge.judge()
    missing = Missing(session, session.judge, window)
    missing.chosen.connect(session.jump)
    told = TR("{question}: the answer rests on contributions that no office has"
              " confirmed.", question="")  # fmt: skip
    rows = [missing.list.item(row) for row in range(missing.list.count())]
    (row,) = [each for each in rows if told[-20:] in each.text()]
    missing.list.itemActivated.emit(row)
    assert session.current == OTHER
    assert place.context.tabs.currentIndex() == CONTRIBUTIONS


def test_the_card_says_what_is_not_confirmed(
    place: QuestionnairePlace, desk: Desk, session: Session
) -> None:
    given = came(desk, {OTHER: text(SAID)})
    shown = heading(place, OTHER)
    from focalpoint_app.workflow.consultation.consolidating import insert

    session.act(lambda: insert(desk, given), OTHER)
    session.judge.judge()
    assert shown.problem.text() == TR("not confirmed by any office")


def test_a_marking_is_set_on_the_card_shown_and_undone(
    place: QuestionnairePlace, desk: Desk, session: Session
) -> None:
    shown = heading(place, OTHER)
    menu = shown.menu()
    *_, markings = menu.actions()
    under = markings.menu()
    assert isinstance(under, QMenu)
    under.actions()[-1].trigger()
    assert answer_marking(desk, OTHER) == "secret"
    assert shown.level.text() == "سري للغاية"
    desk.undo()
    session.refreshed.emit()
    assert shown.level.isHidden()


def test_a_companions_audience_is_set_from_its_menu(
    place: QuestionnairePlace, desk: Desk, session: Session
) -> None:
    session.act(lambda: desk.choose(MAIN, "yes"), MAIN)
    shown = heading(place, NARRATIVE)
    *_, audiences, _markings = shown.menu().actions()
    under = audiences.menu()
    assert isinstance(under, QMenu)
    under.actions()[0].trigger()
    assert desk.answer(NARRATIVE).confidentiality is Confidentiality.NATIONAL
    assert shown.level.text() == TR("National use only")


@pytest.mark.parametrize(("at", "whose"), [(0, SALMA.name), (25, JUSTICE.name)])
def test_a_sentence_says_where_it_comes_from(
    place: QuestionnairePlace, desk: Desk, session: Session, at: int, whose: str
) -> None:
    from focalpoint_app.workflow.consultation.consolidating import insert

    desk.write(OTHER, "ar", "جملة كتبت هنا أصلاً.")
    given = came(desk, {OTHER: text(SAID)})
    session.act(lambda: insert(desk, given), OTHER)
    hover = area(place, OTHER).findChild(OriginHover)
    assert isinstance(hover, OriginHover)
    assert whose in hover.origin_at(at)
    assert hover.origin_at(10_000) == ""


def test_a_hover_follows_what_was_taken_over_since(
    place: QuestionnairePlace, desk: Desk, session: Session
) -> None:
    from focalpoint_app.workflow.consultation.consolidating import insert

    given = came(desk, {OTHER: text(SAID)})
    hover = area(place, OTHER).findChild(OriginHover)
    assert isinstance(hover, OriginHover)
    assert hover.origin_at(0) == ""
    session.act(lambda: insert(desk, given), OTHER)
    assert JUSTICE.name in hover.origin_at(0)
    session.translator.speak("en")
    assert hover.origin_at(0).startswith("From ")


def test_a_source_that_a_contribution_brought_is_known_at_once(
    place: QuestionnairePlace, desk: Desk, session: Session
) -> None:
    law = {"kind": "law", "number": "5", "year": 2010, "title": {"ar": "قانون"}}
    cite = {"source": "l-1", "provision": "3", "described": {"id": "l-1", **law}}
    came(desk, {OTHER: {**text(SAID), "cites": [cite]}})
    place.show_question(OTHER)
    assert session.sources == {}
    place.context.show_tab(CONTRIBUTIONS)
    place.context.refresh()
    (card,) = place.context.contributions.cards
    card.acts.buttons["insert"].click()
    assert len(session.sources) == 1


def test_origins_in_sight_are_worked_out_when_writing_pauses(
    place: QuestionnairePlace, desk: Desk, session: Session, qtbot: QtBot
) -> None:
    came(desk, {OTHER: text(SAID)})
    place.show_question(OTHER)
    place.context.show_tab(CONTRIBUTIONS)
    place.context.refresh()
    shown = place.context.contributions
    shown.cards[0].acts.buttons["insert"].click()
    place.context.refresh()
    shown.origins.fold.setChecked(True)
    before = shown.origins.passages
    session.act(lambda: desk.write(OTHER, "ar", f"{SAID} جملة كتبت بعد ذلك."), OTHER)
    assert shown.origins.passages is before
    qtbot.waitUntil(lambda: len(shown.origins.passages) == 2)


def test_origins_of_a_long_history_are_worked_out_by_the_worker(
    place: QuestionnairePlace,
    desk: Desk,
    session: Session,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from focalpoint_app.workflow.consultation.consolidating import insert

    monkeypatch.setattr(origin_passages, "AT_ONCE", 0)
    given = came(desk, {OTHER: text(SAID)})
    hover = area(place, OTHER).findChild(OriginHover)
    assert isinstance(hover, OriginHover)
    session.act(lambda: insert(desk, given), OTHER)
    assert hover.origin_at(0) == ""
    qtbot.waitUntil(lambda: JUSTICE.name in hover.origin_at(0))
