"""The tab of contributions: counted, searched, and quick with hundreds of them."""

from dataclasses import replace

from pytestqt.qtbot import QtBot

from focalpoint_app.domain.consultation import Standing
from focalpoint_app.gui.questionnaire.context import CONTRIBUTIONS, Context
from focalpoint_app.gui.questionnaire.place import QuestionnairePlace
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.window import Window
from focalpoint_app.workflow.review.desk import Desk
from tests.gui.consulting import CENTRE, JUSTICE, SAID, asked, came, text
from tests.gui.contributions.cards import TR, card, pane, words
from tests.gui.small_review import MAIN, NARRATIVE, OTHER


def test_the_tab_counts_and_an_empty_one_says_so(
    place: QuestionnairePlace, desk: Desk
) -> None:
    shown = pane(place)
    assert place.context.tabs.tabText(CONTRIBUTIONS) == TR("Contributions")
    assert shown.cards == []
    assert not shown._none.isHidden()
    came(desk, {NARRATIVE: text(SAID)})
    shown = pane(place)
    assert place.context.tabs.tabText(CONTRIBUTIONS) == TR("Contributions ({n})", n=1)
    assert len(shown.cards) == 1


def test_no_tab_is_ever_cut(place: QuestionnairePlace, window: Window) -> None:
    for language in ("ar", "en", "fr", "ru", "es", "zh"):
        window.translator.speak(language)
        context: Context = place.context
        assert context.tabs.sizeHint().width() <= context.width() - 24, language


def test_two_hundred_are_built_as_they_are_read(
    place: QuestionnairePlace, desk: Desk, qtbot: QtBot
) -> None:
    request = asked(desk, JUSTICE)
    for number in range(40):
        came(desk, {NARRATIVE: text(f"{SAID} {number}.")}, request=request)
    shown = pane(place, whole=False)
    qtbot.waitUntil(lambda: len(shown.cards) == 10)
    assert not shown.rest.isHidden()
    shown.rest.click()
    qtbot.waitUntil(lambda: len(shown.cards) == 20)
    last = shown._voices[-1].contribution.id
    assert shown.card_of(last) is not None
    assert len(shown.cards) == 40


def test_many_are_searched_by_institution(
    place: QuestionnairePlace, desk: Desk
) -> None:
    for number in range(14):
        of = replace(CENTRE, id=f"s-{number}", name=f"مؤسسة {number}")
        came(desk, {NARRATIVE: text(SAID)}, of)
    shown = pane(place)
    shown.search.setText("مؤسسة 13")
    assert [each.voice.stakeholder.id for each in shown.cards] == ["s-13"]


def test_a_companions_contributions_are_one_press_away(
    place: QuestionnairePlace, desk: Desk, session: Session, qtbot: QtBot
) -> None:
    came(desk, {NARRATIVE: text(SAID)})
    shown = pane(place, MAIN)
    (way,) = shown._ways.findChildren(type(shown.rest))
    with qtbot.waitSignal(session.jump) as jumped:
        way.click()
    assert jumped.args == [NARRATIVE]


def test_the_other_language_is_spoken_by_every_card(
    place: QuestionnairePlace, desk: Desk, window: Window
) -> None:
    came(desk, {NARRATIVE: text(SAID)}, standing=Standing.PERSONAL)
    card(place)
    window.translator.speak("en")
    assert "personal view" in words(place.context.contributions.cards[0])
    assert place.context.tabs.tabText(CONTRIBUTIONS) == "Contributions (1)"


def test_a_question_nobody_was_heard_on_has_no_way_to_others(
    place: QuestionnairePlace, desk: Desk
) -> None:
    came(desk, {NARRATIVE: text(SAID)})
    assert pane(place, OTHER).cards == []
    assert pane(place, OTHER)._ways.isHidden()
