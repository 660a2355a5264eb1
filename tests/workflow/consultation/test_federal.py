"""What a federation's units say, each and together, and what an answer makes of it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from focalpoint_app.domain.answer import Confidentiality
from focalpoint_app.domain.consultation import Entry, Standing
from focalpoint_app.domain.contribution import Contribution, UseKind
from focalpoint_app.domain.stakeholder import Category, Stakeholder
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.workflow.consultation.federal import (
    federal_summary,
    federal_text,
    insert_summary,
    place_of_summary,
)
from focalpoint_app.workflow.consultation.heard import mark_contribution
from focalpoint_app.workflow.consultation.markings import answer_marking
from focalpoint_app.workflow.consultation.voices import attribution, by_unit, voices
from focalpoint_app.workflow.review.desk import Desk
from tests.workflow.consultation.test_consolidating import came
from tests.workflow.consulting import NARRATIVE, NUMBER, QUESTION, text

NORTH = Stakeholder("s-north", "الشمال", Category.REGIONAL)
SOUTH = Stakeholder("s-south", "الجنوب", Category.REGIONAL)
EN = Catalogue("en")
SAID = "يعاقب قانون الولاية على المشاركة في جماعة إجرامية منظمة."


@pytest.fixture(autouse=True)
def federation(desk: Desk) -> None:
    units = ("الشمال", "الجنوب", "الشرق")
    desk.save_profile(replace(desk.profile, constituent_units=units))


def told(desk: Desk, question: str) -> str:
    asked = desk.questionnaire.questions[question]
    return federal_text(asked, by_unit(desk, voices(desk, question)), EN)


def both(desk: Desk, question: str, north: Entry, south: Entry) -> list[Contribution]:
    return [
        came(desk, {question: entry}, of)
        for of, entry in ((NORTH, north), (SOUTH, south))
    ]


def test_a_text_says_each_units_own_words(desk: Desk) -> None:
    both(desk, NARRATIVE, text(SAID), text("لا نص في الجنوب."))
    lines = told(desk, NARRATIVE).splitlines()
    assert lines[1:] == [
        f"الشمال: {SAID}", "الجنوب: لا نص في الجنوب.", "الشرق: has not answered"
    ]  # fmt: skip


def test_figures_are_said_and_summed(desk: Desk) -> None:
    both(desk, NUMBER, {"value": Decimal(12)}, {"value": Decimal(30)})
    said = told(desk, NUMBER).splitlines()
    assert said[0].endswith("Together: 42")
    assert said[1:3] == ["الشمال: 12", "الجنوب: 30"]


def test_the_most_binding_reply_of_a_unit_counts(desk: Desk) -> None:
    came(desk, {QUESTION: {"value": "yes"}}, NORTH, Standing.OFFICIAL)
    came(desk, {QUESTION: {"value": "no"}}, NORTH, Standing.PERSONAL)
    asked = desk.questionnaire.questions[QUESTION]
    units = by_unit(desk, voices(desk, QUESTION))
    yes = asked.choices[0].text["en"]
    assert federal_summary(asked, units, EN).endswith(f"{yes}: 1")


@pytest.mark.parametrize(
    ("language", "colon"), [("en", ": "), ("fr", "\u00a0: "), ("zh", "：")]
)
def test_choices_are_counted_in_the_languages_own_signs(
    desk: Desk, language: str, colon: str
) -> None:
    both(desk, QUESTION, {"value": "yes"}, {"value": "yes"})
    asked = desk.questionnaire.questions[QUESTION]
    units = by_unit(desk, voices(desk, QUESTION))
    told = federal_summary(asked, units, Catalogue(language))
    assert told.endswith(f"{colon}2")


def test_a_unit_that_only_comments_has_not_answered(desk: Desk) -> None:
    both(desk, NUMBER, {"comment": "لا علم لنا"}, {"value": Decimal(30)})
    said = told(desk, NUMBER).splitlines()
    assert said[0] == "Of 3 constituent units, 1 have answered. Together: 30"
    assert said[1] == "الشمال: has not answered"


def test_a_binding_comment_hides_no_answer(desk: Desk) -> None:
    came(desk, {NUMBER: {"comment": "يتبع"}}, SOUTH, Standing.OFFICIAL)
    came(desk, {NUMBER: {"value": Decimal(0)}}, SOUTH, Standing.PERSONAL)
    assert told(desk, NUMBER).splitlines()[2] == "الجنوب: 0"


def test_a_unit_is_known_however_its_name_is_spaced(desk: Desk) -> None:
    came(desk, {QUESTION: {"value": "yes"}}, replace(NORTH, name="  الشمال "))
    assert by_unit(desk, voices(desk, QUESTION))["الشمال"] is not None


def test_a_summary_is_as_restricted_as_what_it_quotes(desk: Desk) -> None:
    desk.choose(QUESTION, "no")
    (north, _) = both(desk, QUESTION, {"value": "yes"}, {"value": "no"})
    mark_contribution(desk, north, Confidentiality.NATIONAL, "secret")
    units = by_unit(desk, voices(desk, QUESTION))
    insert_summary(desk, QUESTION, units, "ar")
    place = place_of_summary(desk, QUESTION)
    assert desk.answer(place).confidentiality is Confidentiality.NATIONAL
    assert answer_marking(desk, place) == "secret"


def test_a_summary_uses_every_unit_that_it_quotes(desk: Desk) -> None:
    desk.choose(QUESTION, "no")
    given = both(desk, NARRATIVE, text(SAID), text("لا نص في الجنوب."))
    units = by_unit(desk, voices(desk, NARRATIVE))
    insert_summary(desk, NARRATIVE, units, "ar")
    used = desk.workspace.uses(desk.review.id)
    assert {each.contribution for each in used} == {each.id for each in given}
    assert {each.kind for each in used} == {UseKind.ATTRIBUTED}
    spans = attribution(desk, NARRATIVE, "ar")
    origins = {span.text.strip(): span.origin.contribution for span in spans}
    assert origins[f"الشمال: {SAID}"] == given[0].id

    desk.undo()
    assert desk.workspace.uses(desk.review.id) == ()
    assert desk.answer(NARRATIVE).value is None
