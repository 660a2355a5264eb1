"""A follow-up says in words when it is asked."""

import pytest

from focalpoint_app.document.asked_when import asked_when
from focalpoint_app.document.wording import Wording
from focalpoint_app.domain.condition import (
    AllOf,
    Answered,
    AnyOf,
    Condition,
    Includes,
    Is,
    Not,
)
from focalpoint_app.language.catalogue import Catalogue
from tests.builders import questionnaire, text_question

ENGLISH = Wording(Catalogue("en"))
MAIN, OTHER, LISTED = "untoc.5.1.a.i", "som.6.1.a", "untoc.5.forms"


def said(condition: Condition | None, wording: Wording = ENGLISH) -> str:
    question = text_question("untoc.5.x", parent=MAIN, condition=condition)
    return asked_when(question, questionnaire(question), wording)


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (None, ""),
        (Is(MAIN, "yes"), "If the answer is: yes"),
        (AnyOf((Is(MAIN, "yes"), Is(MAIN, "part"))), "If the answer is: yes / part"),
        (Includes(LISTED, "b"), "If the answer to 5 is: B"),
        (Is(OTHER, "no"), "If the answer to 6 is: no"),
        (Answered(MAIN), "If the question above is answered:"),
        (Answered(OTHER), "If 6 is answered:"),
        (
            AllOf((Is(MAIN, "yes"), Not(Is(OTHER, "no")))),
            "Depending on the answers to: 5; 6",
        ),
        (
            AnyOf((Is(MAIN, "yes"), Is(OTHER, "no"))),
            "Depending on the answers to: 5; 6",
        ),
        (AnyOf((Answered(MAIN),)), "Depending on the answers to: 5"),
    ],
)
def test_a_condition_is_told_in_words(
    condition: Condition | None, expected: str
) -> None:
    assert said(condition) == expected


def test_choices_are_named_as_the_form_names_them_in_each_language() -> None:
    arabic = said(AnyOf((Is(MAIN, "yes"), Is(MAIN, "no"))), Wording(Catalogue("ar")))

    assert "نعم / لا" in arabic
