"""What is asked: conditions, hidden parents, cycles, instruments in force."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focalpoint_app.domain.answer import Answer, ChoicesValue
from focalpoint_app.domain.condition import (
    AllOf,
    Answered,
    AnyOf,
    Condition,
    Includes,
    Is,
    Not,
    condition_from_data,
    condition_to_data,
    holds,
    leaves,
)
from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.facts import AnswerFacts, Standing
from tests.builders import choice_question, chosen, questionnaire, written

ASKED = "untoc.5.1.a.i"
EXPLAINED = "untoc.5.1.a.i.explanation"
NAMES = st.sampled_from(["a", "b", "c"])
LEAVES = (
    st.builds(Is, NAMES, NAMES) | st.builds(Includes, NAMES, NAMES)
    | st.builds(Answered, NAMES)
)  # fmt: skip
CONDITIONS = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner, min_size=1, max_size=3).map(lambda each: AnyOf(tuple(each)))
        | st.lists(inner, min_size=1, max_size=3).map(lambda each: AllOf(tuple(each)))
        | inner.map(Not)
    ),
    max_leaves=8,
)


class Told:
    """Facts as a test tells them: question to its chosen choices."""

    def __init__(self, answers: dict[str, tuple[str, ...]]) -> None:
        self._answers = answers

    def chosen(self, question: str) -> tuple[str, ...]:
        return self._answers.get(question, ())

    def is_answered(self, question: str) -> bool:
        return question in self._answers


TOLD = st.dictionaries(NAMES, st.lists(NAMES, max_size=2, unique=True).map(tuple)).map(
    Told
)


def facts(answers: dict[str, Answer], *parts: str) -> AnswerFacts:
    return AnswerFacts(questionnaire(), answers, parts or ("untoc", "som"))


@given(CONDITIONS)
def test_a_condition_is_data_out_and_in(condition: Condition) -> None:
    assert condition_from_data(condition_to_data(condition)) == condition


@given(st.lists(CONDITIONS, min_size=1, max_size=3), TOLD)
def test_de_morgan_holds(conditions: list[Condition], told: Told) -> None:
    none_holds = AllOf(tuple(Not(each) for each in conditions))

    assert holds(Not(AnyOf(tuple(conditions))), told) == holds(none_holds, told)


@given(CONDITIONS)
def test_leaves_are_comparisons(condition: Condition) -> None:
    assert all(isinstance(each, Is | Includes | Answered) for each in leaves(condition))


@pytest.mark.parametrize(
    "data",
    [{}, [], "is", {"is": ["a"]}, {"is": "a"}, {"any_of": []}, {"eval": "1"},
     {"is": ["a", "b"], "not": {}}, {"answered": 1}, {"not": {"nope": 1}}],
)  # fmt: skip
def test_what_is_no_condition_is_refused(data: object) -> None:
    with pytest.raises(AppError) as refused:
        condition_from_data(data)

    assert refused.value.code == "condition.malformed"


def test_a_companion_is_asked_when_the_answer_calls_for_it() -> None:
    assert facts({ASKED: chosen("no")}).is_visible(EXPLAINED)
    assert not facts({ASKED: chosen("yes")}).is_visible(EXPLAINED)


def test_nothing_is_asked_of_an_instrument_not_in_force() -> None:
    assert not facts({}, "som").is_visible(ASKED)


def test_a_condition_on_a_hidden_question_is_false() -> None:
    hidden = choice_question("untoc.5.2", condition=Is(ASKED, "no"))
    after = choice_question("untoc.5.3", condition=Answered("untoc.5.2"))
    form = questionnaire(hidden, after)
    answers = {ASKED: chosen("yes"), "untoc.5.2": chosen("yes")}

    assert not AnswerFacts(form, answers, ("untoc",)).is_visible("untoc.5.3")


def test_conditions_in_a_circle_hide_each_other() -> None:
    one = choice_question("untoc.5.2", condition=Not(Answered("untoc.5.3")))
    two = choice_question("untoc.5.3", condition=Not(Answered("untoc.5.2")))
    circle = AnswerFacts(questionnaire(one, two), {}, ("untoc",))

    assert isinstance(circle.is_visible("untoc.5.2"), bool)


def test_a_skipped_answer_shows_no_companions() -> None:
    skipped = Answer(chosen("no").value, skipped="لا ينطبق")

    assert not facts({ASKED: skipped}).is_visible(EXPLAINED)


@pytest.mark.parametrize("condition", [Answered(ASKED), Not(Is(ASKED, "no")), None])
def test_nothing_more_is_asked_about_a_skipped_question(
    condition: Condition | None,
) -> None:
    child = choice_question("untoc.5.more", parent=ASKED, condition=condition)
    form = questionnaire(child)
    skipped = Answer(chosen("yes").value, skipped="لا ينطبق")

    assert not AnswerFacts(form, {ASKED: skipped}, ("untoc",)).is_visible(child.id)


def test_a_skip_is_no_answer_to_rest_a_condition_on() -> None:
    after = choice_question("untoc.5.3", condition=Answered(ASKED))
    form = questionnaire(after)
    skipped = {ASKED: Answer(skipped="لا ينطبق")}

    assert not AnswerFacts(form, skipped, ("untoc",)).is_visible(after.id)
    assert AnswerFacts(form, {ASKED: chosen("no")}, ("untoc",)).is_visible(after.id)


def test_standings_follow_the_answer() -> None:
    form_answers = {
        ASKED: chosen("part"),
        EXPLAINED: written("نقص"),
        "untoc.5.forms": Answer(ChoicesValue(("a",))),
        "som.6.1.a": chosen("no"),
        "untoc.5.years": Answer(skipped="لا تجمع"),
    }
    found = facts(form_answers)

    assert found.standing(ASKED) is Standing.IN_PART
    assert found.standing("untoc.5.forms") is Standing.ANSWERED
    assert found.standing("som.6.1.a") is Standing.NO
    assert found.standing("untoc.5.years") is Standing.SKIPPED
    assert found.standing("untoc.5.figures") is Standing.OPEN


def test_a_group_is_answered_once_all_its_questions_are() -> None:
    som = questionnaire().part("som").questions
    untoc = list(questionnaire().part("untoc").questions)
    found = facts({"som.6.1.a": chosen("yes"), ASKED: chosen("yes")})

    assert found.standing_of(som) is Standing.ANSWERED
    assert found.standing_of(untoc) is Standing.IN_PART
    assert facts({}).standing_of(untoc) is Standing.OPEN
