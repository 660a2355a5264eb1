"""Contributions beside a question: shown word for word, taken over, noted, compared."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel, QMenu
from pytestqt.qtbot import QtBot

from focalpoint_app.domain.answer import Confidentiality, TextValue
from focalpoint_app.domain.consultation import Standing
from focalpoint_app.domain.contribution import UseKind
from focalpoint_app.gui.questionnaire.context import CONTRIBUTIONS, Context
from focalpoint_app.gui.questionnaire.contributions.card import AT_ONCE, VoiceCard
from focalpoint_app.gui.questionnaire.contributions.menu import voice_menu
from focalpoint_app.gui.questionnaire.contributions.merge_dialog import MergeDialog
from focalpoint_app.gui.questionnaire.contributions.pane import Contributions
from focalpoint_app.gui.questionnaire.place import QuestionnairePlace
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.shell.commands import Commands
from focalpoint_app.gui.window import Window
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.workflow.consultation.markings import answer_marking
from focalpoint_app.workflow.review.desk import Desk
from tests.gui.consulting import (
    CENTRE,
    COMMENT,
    JUSTICE,
    PROSECUTION,
    SAID,
    SOURCE,
    asked,
    came,
    text,
)
from tests.gui.small_review import MAIN, NARRATIVE, OTHER, SALMA

TR = Catalogue("ar")
OWN = "أُنشئت نيابة متخصصة."


@pytest.fixture(autouse=True)
def _shown(desk: Desk) -> None:
    """The narrative is asked where the main answer is yes or in part."""
    desk.choose(MAIN, "part")


def pane(
    place: QuestionnairePlace, question: str = NARRATIVE, *, whole: bool = True
) -> Contributions:
    """Its tab in front, read now instead of a moment later; ``whole``: every card."""
    place.heard.forget()
    place.show_question(question)
    place.context.show_tab(CONTRIBUTIONS)
    place.context.refresh()
    shown = place.context.contributions
    if whole:
        shown.card_of("")
    return shown


def card(place: QuestionnairePlace, question: str = NARRATIVE) -> VoiceCard:
    shown = pane(place, question)
    found = shown.card_of(shown.cards[0].voice.contribution.id)
    assert found is not None
    return found


def words(card: VoiceCard) -> str:
    labels = card.findChildren(QLabel)
    return "\n".join(each.text() for each in labels if not each.isHidden())


def answered(desk: Desk, question: str = NARRATIVE) -> str:
    value = desk.answer(question).value
    return value.texts.get("ar", "") if isinstance(value, TextValue) else ""


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


def test_a_card_says_whose_it_is_how_binding_and_every_word(
    place: QuestionnairePlace, desk: Desk
) -> None:
    came(desk, {NARRATIVE: text(SAID)}, standing=Standing.OFFICIAL, traces=(COMMENT,))
    said = words(card(place))
    for expected in (
        JUSTICE.name,
        TR("official"),
        "هدى الزهراء",
        SAID,
        COMMENT.text,
        TR("Comment"),
    ):
        assert expected in said


def test_a_long_text_is_shown_whole_when_asked_for(
    place: QuestionnairePlace, desk: Desk
) -> None:
    long = f"{SAID} " * (AT_ONCE // 20)
    came(desk, {NARRATIVE: text(long)})
    shown = card(place)
    assert long.strip() not in words(shown)
    unfold = [each for each in shown.findChildren(type(shown.acts.buttons["insert"]))
              if each.text() == TR("Show all")]  # fmt: skip
    unfold[0].click()
    assert long.strip() in words(shown)


def test_inserting_adds_to_the_answer_and_is_one_step_to_undo(
    place: QuestionnairePlace, desk: Desk, session: Session
) -> None:
    desk.write(NARRATIVE, "ar", OWN)
    came(desk, {NARRATIVE: text(SAID)})
    card(place).acts.buttons["insert"].click()
    assert answered(desk) == f"{OWN}\n{SAID}"
    assert UseKind.INSERTED in {each.kind for each in desk.workspace.uses(
        desk.review.id)}  # fmt: skip
    session.act(desk.undo)
    assert answered(desk) == OWN


def test_what_was_done_stands_on_the_card(
    place: QuestionnairePlace, desk: Desk, window: Window, session: Session
) -> None:
    came(desk, {NARRATIVE: text(SAID)})
    card(place).acts.buttons["insert"].click()
    assert SALMA.name in words(place.context.contributions.cards[0])
    Commands(window, session).undo()
    place.context.refresh()
    assert SALMA.name not in words(place.context.contributions.cards[0])


def test_an_attributed_text_names_its_institution(
    place: QuestionnairePlace, desk: Desk
) -> None:
    came(desk, {NARRATIVE: text(SAID)})
    card(place).acts.buttons["attributed"].click()
    assert answered(desk).startswith(f"حسب إفادة {JUSTICE.name}")


def test_a_contribution_is_not_noted_without_a_reason(
    place: QuestionnairePlace, desk: Desk
) -> None:
    came(desk, {NARRATIVE: text(SAID)})
    shown = card(place)
    shown.acts.buttons["note"].click()
    form = shown.acts.form
    assert form is not None
    form.keep.click()
    assert desk.workspace.uses(desk.review.id) == ()
    form.field.setText("يكرر ما سبق")
    form.keep.click()
    (use,) = desk.workspace.uses(desk.review.id)
    assert (use.kind, use.reason) == (UseKind.NOTED, "يكرر ما سبق")
    assert "يكرر ما سبق" in words(place.context.contributions.cards[0])


def test_what_is_unclear_is_noted_to_be_asked_again(
    place: QuestionnairePlace, desk: Desk
) -> None:
    came(desk, {NARRATIVE: text(SAID)})
    shown = card(place)
    shown.acts.buttons["again"].click()
    assert shown.acts.form is not None
    shown.acts.form.field.setText("أي مادة؟")
    shown.acts.form.keep.click()
    (use,) = desk.workspace.uses(desk.review.id)
    assert use.kind is UseKind.ASKED_AGAIN


def test_changes_show_by_colour_and_by_line(
    place: QuestionnairePlace, desk: Desk
) -> None:
    desk.write(NARRATIVE, "ar", "تعاقب المادة 46 على المشاركة.")
    came(desk, {NARRATIVE: text("تعاقب المادة 47 على المشاركة.")})
    shown = card(place)
    shown.acts.buttons["sent"].click()
    html = shown.acts.changes.text()
    assert "<s style=" in html
    assert "<u style=" in html
    assert TR("[added: {text}]", text="47") in shown.acts.changes.accessibleName()


def test_what_is_compared_with_the_answer_is_the_answer_now(
    place: QuestionnairePlace, desk: Desk
) -> None:
    desk.write(NARRATIVE, "ar", OWN)
    came(desk, {NARRATIVE: text(OWN)})
    shown = card(place)
    desk.write(NARRATIVE, "ar", OWN.replace("نيابة", "محكمة"))
    shown.acts.buttons["now"].click()
    assert "محكمة" in shown.acts.changes.text()


def test_a_later_official_reply_supersedes_and_shows_the_difference(
    place: QuestionnairePlace, desk: Desk
) -> None:
    request = asked(desk, JUSTICE)
    came(desk, {NARRATIVE: text(SAID)}, request=request)
    later = came(desk, {NARRATIVE: text(SAID.replace("47", "48"))},
                 standing=Standing.OFFICIAL, request=request)  # fmt: skip
    first, second = pane(place).cards
    assert first.voice.contribution.id == later.id
    assert TR("superseded by a later reply") in words(second)
    first.acts.buttons["earlier"].click()
    assert "48" in first.acts.changes.text()


def test_who_said_what_stands_in_a_table(place: QuestionnairePlace, desk: Desk) -> None:
    for institution, choice in ((JUSTICE, "yes"), (PROSECUTION, "no"), (CENTRE, "yes")):
        came(desk, {MAIN: {"value": choice}}, institution)
    table = pane(place, MAIN).who_said
    yes, no, national = table.lines
    assert (yes[0], no[0]) == ("answered", "no")
    assert JUSTICE.name in yes[2]
    assert CENTRE.name in yes[2]
    assert PROSECUTION.name in no[2]
    assert national[1] == "جزئياً"
    assert table.notice.text() == TR("The institutions disagree")


def test_the_units_of_a_federation_stand_with_their_sum(
    place: QuestionnairePlace, desk: Desk
) -> None:
    units = ("ولاية الشمال", "ولاية الجنوب")
    desk.save_profile(replace(desk.profile, constituent_units=units))
    unit = replace(CENTRE, id="u-north", name=units[0])
    came(desk, {MAIN: {"value": "no"}}, unit)
    table = pane(place, MAIN).units
    north, south = table.lines
    assert north[:2] == ("no", units[0])
    assert south[2] == TR("has not answered")
    assert "1" in table.below.text()
    table.insert.click()
    assert answered(desk).endswith(f"{units[0]}: لا\n{units[1]}: لم ترد")
    desk.undo()
    assert answered(desk) == ""


def test_an_anonymous_contributor_goes_by_a_code(
    place: QuestionnairePlace, desk: Desk
) -> None:
    came(desk, {NARRATIVE: text(SAID)}, SOURCE)
    said = words(card(place))
    assert "A-ABCDEF" in said
    assert "هدى" not in said


def test_merging_piece_by_piece_is_one_step_with_attribution(
    place: QuestionnairePlace, desk: Desk, window: Window
) -> None:
    desk.write(NARRATIVE, "ar", "جملة أولى. جملة ثانية.")
    given = came(desk, {NARRATIVE: text("جملة أولى معدلة. جملة ثانية. جملة ثالثة.")})
    card(place).acts.buttons["merge"].click()
    (dialog,) = window.findChildren(MergeDialog)
    changed, added = dialog.cards
    changed.options["now"].setChecked(True)
    assert dialog.texts == {"ar": "جملة أولى. جملة ثانية. جملة ثالثة."}
    assert added.options["came"].isChecked()
    dialog.keep.click()
    assert answered(desk) == "جملة أولى. جملة ثانية. جملة ثالثة."
    shown = place.context.contributions
    shown.origins.fold.setChecked(True)
    assert [each.is_contribution for each in shown.origins.passages] == [False, True]
    (use,) = desk.workspace.uses(desk.review.id)
    assert (use.kind, use.contribution) == (UseKind.MERGED, given.id)
    desk.undo()
    assert answered(desk) == "جملة أولى. جملة ثانية."


def test_a_cancelled_merge_changes_nothing(
    place: QuestionnairePlace, desk: Desk, window: Window
) -> None:
    desk.write(NARRATIVE, "ar", OWN)
    came(desk, {NARRATIVE: text(SAID)})
    card(place).acts.buttons["merge"].click()
    (dialog,) = window.findChildren(MergeDialog)
    dialog.reject()
    assert answered(desk) == OWN


def test_a_contribution_is_marked_and_hands_its_marking_on(
    place: QuestionnairePlace, desk: Desk, session: Session
) -> None:
    came(desk, {NARRATIVE: text(SAID)})
    shown = card(place)
    place.context.contributions.verbs.mark(
        shown.voice, Confidentiality.NATIONAL, "secret"
    )
    marked = place.context.contributions.cards[0]
    assert "سري للغاية" in words(marked)
    assert TR("National use only") in words(marked)
    marked.acts.buttons["insert"].click()
    assert answer_marking(desk, NARRATIVE) == "secret"
    assert desk.answer(NARRATIVE).confidentiality is Confidentiality.NATIONAL


def test_its_menu_offers_markings_and_audiences(
    place: QuestionnairePlace, desk: Desk, session: Session
) -> None:
    came(desk, {NARRATIVE: text(SAID)})
    voice = card(place).voice
    chosen: list[tuple[Confidentiality, str]] = []
    menu = voice_menu(session, voice, lambda: None,
                      lambda *level: chosen.append(level))  # fmt: skip
    _copy, audiences, markings = menu.actions()
    for under in (audiences.menu(), markings.menu()):
        assert isinstance(under, QMenu)
        under.actions()[-1].trigger()
    assert chosen == [
        (Confidentiality.PUBLIC, ""),
        (Confidentiality.REVIEWING, "secret"),
    ]


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
