"""A card says what one institution said, and takes it over, notes it or marks it."""

from PySide6.QtWidgets import QMenu

from focalpoint_app.domain.answer import Confidentiality
from focalpoint_app.domain.consultation import Standing
from focalpoint_app.domain.contribution import UseKind
from focalpoint_app.gui.questionnaire.contributions.card import AT_ONCE
from focalpoint_app.gui.questionnaire.contributions.menu import voice_menu
from focalpoint_app.gui.questionnaire.place import QuestionnairePlace
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.shell.commands import Commands
from focalpoint_app.gui.window import Window
from focalpoint_app.workflow.consultation.markings import answer_marking
from focalpoint_app.workflow.review.desk import Desk
from tests.gui.consulting import COMMENT, JUSTICE, SAID, SOURCE, came, text
from tests.gui.contributions.cards import OWN, TR, answered, card, words
from tests.gui.small_review import NARRATIVE, SALMA


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


def test_an_anonymous_contributor_goes_by_a_code(
    place: QuestionnairePlace, desk: Desk
) -> None:
    came(desk, {NARRATIVE: text(SAID)}, SOURCE)
    said = words(card(place))
    assert "A-ABCDEF" in said
    assert "هدى" not in said


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
