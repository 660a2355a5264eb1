"""A questionnaire goes into a workspace and comes out the same."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from focalpoint_app.domain.condition import Answered, Is
from focalpoint_app.domain.questionnaire import (
    Article,
    Choice,
    Column,
    Contradiction,
    Kind,
    Obligation,
    Part,
    Question,
    Questionnaire,
    Role,
)
from focalpoint_app.domain.questionnaire_data import (
    questionnaire_from_data,
    questionnaire_to_data,
    structure_hash,
    text_hash,
)


def words(english: str) -> dict[str, str]:
    return {"en": english, "ar": f"ع {english}"}


YES_NO = (Choice("yes", words("Yes")), Choice("no", words("No")))
MAIN = Question(
    "untoc.5.1",
    "untoc",
    "5",
    "5(1)",
    Obligation.MANDATORY,
    Kind.CHOICE,
    words("Is it an offence?"),
    words("Quote it."),
    choices=YES_NO,
    cites_law=True,
    tags=("threshold",),
    aliases=("untoc.5.0",),
)
NARRATIVE = Question(
    "untoc.5.1.narrative",
    "untoc",
    "5",
    "5(1)",
    Obligation.MANDATORY,
    Kind.TEXT,
    words("How?"),
    limit=20_000,
    condition=Is("untoc.5.1", "yes"),
    parent="untoc.5.1",
    role=Role.NARRATIVE,
)
TABLE = Question(
    "untoc.5.figures",
    "untoc",
    "5",
    "5",
    Obligation.OPTIONAL,
    Kind.TABLE,
    words("Figures"),
    columns=(
        Column("year", Kind.NUMBER, words("Year"), unit="year"),
        Column("more", Kind.CHOICE, words("More?"), choices=YES_NO),
    ),
    role=Role.FIGURES,
)


def form(
    change: Callable[[Question], Question] = lambda question: question,
) -> Questionnaire:
    questions = (change(MAIN), NARRATIVE, TABLE)
    article = Article("5", words("Participation"), questions, ("title-from-memory",))
    part = Part("untoc", words("Convention"), words("UNTOC"), (article,))
    clash = Contradiction("untoc.5.x", Answered("untoc.5.1"), "untoc.5.1", words("No"))
    title, notice = words("Small"), words("Ours")
    return Questionnaire(
        "small", "1", 1, title, notice, ("ar", "en"), (part,), (clash,)
    )


def test_a_questionnaire_survives_json_whole() -> None:
    stored = json.dumps(questionnaire_to_data(form()), ensure_ascii=False)
    assert questionnaire_from_data(json.loads(stored)) == form()


@pytest.mark.parametrize(
    "change",
    [
        {"id": "untoc.5.2"},
        {"kind": Kind.CHOICES},
        {"obligation": Obligation.CONSIDER},
        {"choices": YES_NO[:1]},
        {"condition": Answered("untoc.5.figures")},
        {"columns": (Column("year", Kind.NUMBER, {}),)},
    ],
)
def test_any_change_of_structure_changes_its_hash(change: dict[str, Any]) -> None:
    changed = form(lambda question: replace(question, **change))
    assert structure_hash(changed) != structure_hash(form())


@pytest.mark.parametrize(
    "change",
    [{"text": words("Is this an offence?")}, {"guidance": {}}, {"tags": ()}],
)
def test_wording_leaves_the_structure_hash_alone(change: dict[str, Any]) -> None:
    changed = form(lambda question: replace(question, **change))
    assert structure_hash(changed) == structure_hash(form())


def test_a_reworded_language_alone_changes_its_hash() -> None:
    english = {**MAIN.text, "en": "Is this an offence?"}
    changed = form(lambda question: replace(question, text=english))
    assert text_hash(changed, "en") != text_hash(form(), "en")
    assert text_hash(changed, "ar") == text_hash(form(), "ar")


def test_a_reworded_choice_changes_the_text_hash() -> None:
    choices = (Choice("yes", words("Indeed")), YES_NO[1])
    changed = form(lambda question: replace(question, choices=choices))
    assert text_hash(changed, "ar") != text_hash(form(), "ar")
