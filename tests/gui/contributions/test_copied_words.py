"""Words pasted from a contribution are credited once writing pauses."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from focalpoint_app.domain.attribution import Span, Version
from focalpoint_app.domain.contribution import UseKind
from focalpoint_app.gui.questionnaire import copied_words
from focalpoint_app.gui.questionnaire.place import QuestionnairePlace
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.window import Window
from focalpoint_app.workflow.consultation import copied
from focalpoint_app.workflow.review.desk import Desk
from tests.gui.consulting import JUSTICE, came, text
from tests.gui.contributions.cards import OWN, TR, card, words
from tests.gui.small_review import NARRATIVE

LATER = "وتسري أحكام المادة على الأشخاص الاعتباريين كذلك منذ ذلك العام."
SENTENCE = "تعاقب المادة 47 من القانون على المشاركة في جماعة منظمة."


@pytest.fixture
def pasted(
    place: QuestionnairePlace, desk: Desk, session: Session
) -> QuestionnairePlace:
    came(desk, {NARRATIVE: text(SENTENCE)})
    card(place)
    session.act(lambda: desk.write(NARRATIVE, "ar", f"{OWN} {SENTENCE}"), NARRATIVE)
    return place


def test_it_is_looked_for_when_writing_pauses(pasted: QuestionnairePlace) -> None:
    assert pasted.copied.is_waiting


def test_the_card_and_the_message_say_whose_words_they_are(
    pasted: QuestionnairePlace, desk: Desk, window: Window
) -> None:
    pasted.copied.look()

    (use,) = desk.workspace.uses(desk.review.id)
    assert use.kind is UseKind.COPIED
    assert JUSTICE.name in window.messages.text
    said = TR("Copied into the answer by hand by {author}, {date}", author="", date="")
    assert said[:12] in words(card(pasted))
    assert not pasted.context.contributions.origins.isHidden()


def test_nothing_is_told_where_nothing_was_copied(
    pasted: QuestionnairePlace, desk: Desk, session: Session, window: Window
) -> None:
    session.act(lambda: desk.write(NARRATIVE, "ar", OWN), NARRATIVE)
    pasted.copied.look()
    assert desk.workspace.uses(desk.review.id) == ()
    assert JUSTICE.name not in window.messages.text


def test_what_was_looked_at_is_not_traced_again(
    pasted: QuestionnairePlace, desk: Desk, session: Session,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    pasted.copied.look()
    traced: list[object] = []

    def trace(past: tuple[Version, ...]) -> tuple[Span, ...]:
        traced.append(past)
        return ()

    monkeypatch.setattr(copied, "attributed", trace)
    session.act(lambda: desk.write(NARRATIVE, "ar", f"{SENTENCE} {OWN}"), NARRATIVE)
    pasted.copied.look()
    assert traced == []

    came(desk, {NARRATIVE: text(LATER)})
    both = f"{SENTENCE} {LATER}"
    session.act(lambda: desk.write(NARRATIVE, "ar", both), NARRATIVE)
    pasted.copied.look()
    assert len(traced) == 1


def test_a_long_history_is_traced_by_the_worker(
    pasted: QuestionnairePlace, desk: Desk, qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr(copied_words, "AT_ONCE", 0)
    with qtbot.waitSignal(pasted.copied.credited):
        pasted.copied.look()
        assert desk.workspace.uses(desk.review.id) == ()
        assert pasted.copied.is_waiting
    assert len(desk.workspace.uses(desk.review.id)) == 1


def test_leaving_the_place_looks_at_once(
    pasted: QuestionnairePlace, desk: Desk
) -> None:
    pasted.leave()
    assert [each.kind for each in desk.workspace.uses(desk.review.id)] == [
        UseKind.COPIED
    ]
