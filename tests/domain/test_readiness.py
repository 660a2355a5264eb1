"""What stands between a review and its clearance, rule by rule."""

from collections.abc import Mapping
from decimal import Decimal

import pytest

from focalpoint_app.domain.answer import (
    Answer,
    ChoicesValue,
    ChoiceValue,
    Confidentiality,
    DateValue,
    Row,
    TableValue,
)
from focalpoint_app.domain.condition import AllOf, Is
from focalpoint_app.domain.profile import Membership, StateProfile
from focalpoint_app.domain.questionnaire import (
    Choice,
    Contradiction,
    Kind,
    Obligation,
    Questionnaire,
    Role,
)
from focalpoint_app.domain.readiness import Problem, readiness
from tests.builders import choice_question as choice
from tests.builders import chosen, questionnaire, text_question, texts, written

ASKED = "untoc.5.1.a.i"
EXPLAINED = "untoc.5.1.a.i.explanation"
PROFILE = StateProfile("XAA", {"untoc": Membership(entry_into_force="2004-05-01")})


def problems(
    answers: Mapping[str, Answer],
    parts: tuple[str, ...] = ("untoc",),
    form: Questionnaire | None = None,
) -> dict[tuple[str, str], Problem]:
    state = readiness(form or questionnaire(), answers, parts, PROFILE)
    return {(each.code, each.question): each for each in state.problems}


def test_a_mandatory_question_without_an_answer_blocks() -> None:
    assert problems({})["unanswered", ASKED].blocks


@pytest.mark.parametrize(
    ("said", "blocks"), [("yes", False), ("part", False), ("no", True), ("", True)]
)
def test_of_two_models_one_suffices(said: str, blocks: bool) -> None:
    """Article 5 (1) (a): "either or both"."""
    one, other = (
        choice(f"untoc.5.1.x.{each}", provision=f"5(1)(x)({each})", tags=("either",))
        for each in ("i", "ii")
    )
    apart = choice("untoc.5.1.y.i", provision="5(1)(y)(i)", tags=("either",))
    answers = {one.id: chosen(said)} if said else {}

    found = problems(answers, form=questionnaire(one, other, apart))

    assert found["unanswered", other.id].blocks is blocks
    assert found["unanswered", apart.id].blocks


def test_an_optional_question_without_an_answer_only_warns() -> None:
    assert not problems({})["unanswered", "untoc.5.figures"].blocks


def test_a_no_never_blocks() -> None:
    found = problems({ASKED: chosen("no"), EXPLAINED: written("لم يصدر القانون بعد.")})

    assert not any(problem.blocks for problem in found.values())


def test_a_skip_with_a_reason_counts_as_answered() -> None:
    found = problems({ASKED: Answer(skipped="لا ينطبق على النظام الاتحادي")})

    assert ("unanswered", ASKED) not in found


def test_a_skip_without_a_reason_does_not_count() -> None:
    assert ("unanswered", ASKED) in problems({ASKED: Answer(skipped="  \u200f ")})


def test_yes_without_a_citation_lacks_its_law() -> None:
    assert ("no_law", ASKED) in problems({ASKED: chosen("yes")})


def test_yes_with_a_source_but_no_provision_lacks_its_law() -> None:
    assert ("no_law", ASKED) in problems({ASKED: chosen("yes", " ")})


def test_yes_with_law_and_provision_is_complete() -> None:
    assert ("no_law", ASKED) not in problems({ASKED: chosen("yes", "المادة 47")})


@pytest.mark.parametrize("answer", ["part", "no"])
def test_part_and_no_need_an_explanation(answer: str) -> None:
    found = problems({ASKED: chosen(answer)})

    assert ("no_explanation", ASKED) in found
    assert ("companion_unanswered", EXPLAINED) in found


def test_an_explanation_settles_it() -> None:
    found = problems({ASKED: chosen("part"), EXPLAINED: written("الجنح غير مشمولة.")})

    assert ("no_explanation", ASKED) not in found


def test_a_hidden_companion_is_not_missed() -> None:
    found = problems({ASKED: chosen("yes", "47")})

    assert ("companion_unanswered", EXPLAINED) not in found


def test_a_text_over_the_limit_says_how_much() -> None:
    found = problems({ASKED: chosen("no"), EXPLAINED: written("ب" * 201)})

    assert found["too_long", EXPLAINED].context == {"length": 201, "limit": 200}


def test_a_date_before_entry_into_force_is_doubtful() -> None:
    found = problems({"untoc.5.3.date": Answer(DateValue("2003-12-31"))})

    assert ("before_entry_into_force", "untoc.5.3.date") in found


@pytest.mark.parametrize(
    ("act", "date", "codes"),
    [
        ({"signature": "2000-12-12"}, "2000-12-11", {"before_signature"}),
        ({"signature": "2000-12-12"}, "2003-01-01", set()),
        ({"ratification": "2004-04-01"}, "2004-03-31", {"before_ratification"}),
        ({"ratification": "2004-04-01"}, "2004-04-01", set()),
    ],
)
def test_a_notification_may_precede_entry_into_force_but_no_earlier_act(
    act: Mapping[str, str], date: str, codes: set[str]
) -> None:
    told = text_question("untoc.5.3.told", kind=Kind.DATE, tags=("notification",))
    dates = {"untoc": Membership(entry_into_force="2004-05-01", **act)}

    found = readiness(
        questionnaire(told),
        {told.id: Answer(DateValue(date))},
        ("untoc",),
        StateProfile("XAA", dates),
    )

    assert {each.code for each in found.problems if "before" in each.code} == codes


def test_a_date_is_not_doubted_where_the_profile_knows_nothing() -> None:
    answers = {"untoc.5.3.date": Answer(DateValue("2003-12-31"))}
    state = readiness(questionnaire(), answers, ("untoc",), StateProfile("XAA"))

    assert "before_entry_into_force" not in {each.code for each in state.problems}


def test_a_victims_name_is_flagged_unless_it_stays_at_home() -> None:
    answer = written("وكان المدعو سالم بركات شاهداً في القضية.")
    at_home = Answer(answer.value, confidentiality=Confidentiality.NATIONAL)

    leaving = problems({ASKED: chosen("no"), EXPLAINED: answer})
    staying = problems({ASKED: chosen("no"), EXPLAINED: at_home})

    assert ("may_identify", EXPLAINED) in leaving
    assert ("may_identify", EXPLAINED) not in staying


def test_a_name_in_a_table_is_flagged_too() -> None:
    row = Row("r1", {"year": Decimal(2023), "note": "المتهم أ. ب. فار"})

    found = problems({"untoc.5.figures": Answer(TableValue((row,)))})

    assert ("may_identify", "untoc.5.figures") in found


def test_an_override_of_direction_is_flagged() -> None:
    found = problems({ASKED: chosen("no"), EXPLAINED: written("أ\u202eب")})

    assert ("direction_override", EXPLAINED) in found


def test_what_a_reader_would_not_see_is_flagged() -> None:
    found = problems({ASKED: chosen("no"), EXPLAINED: written("Law\u2063 5")})

    assert found["spoofing", EXPLAINED].context == {"words": "U+2063"}
    assert not found["spoofing", EXPLAINED].blocks


def test_assistance_without_a_type_is_incomplete() -> None:
    needed = choice("untoc.5.help", role=Role.ASSISTANCE_NEEDED, cites_law=False)
    types = text_question(
        "untoc.5.help.types",
        kind=Kind.CHOICES,
        parent="untoc.5.help",
        condition=Is("untoc.5.help", "yes"),
        choices=(Choice("training", texts("Training")),),
    )
    form = questionnaire(needed, types)
    asked = {"untoc.5.help": Answer(ChoiceValue("yes"))}
    typed = asked | {"untoc.5.help.types": Answer(ChoicesValue(("training",)))}

    assert ("no_type", "untoc.5.help") in problems(asked, form=form)
    assert ("no_type", "untoc.5.help") not in problems(typed, form=form)


def test_contradictions_are_data() -> None:
    second = choice("untoc.5.1.a.ii")
    both_no = AllOf((Is(ASKED, "no"), Is("untoc.5.1.a.ii", "no")))
    rule = Contradiction("models", both_no, "untoc.5.1.a.ii", texts("One at least."))
    form = questionnaire(second, contradictions=(rule,))

    found = problems({ASKED: chosen("no"), second.id: chosen("no")}, form=form)

    assert found["contradiction", second.id].context == {"contradiction": "models"}


def test_one_instrument_may_be_ready_while_another_is_open() -> None:
    answers = {"som.6.1.a": chosen("yes", "3")}
    form = questionnaire()

    assert readiness(form, answers, ("som",), PROFILE).ready
    assert not readiness(form, answers, ("som", "untoc"), PROFILE).ready


def test_companions_do_not_change_the_count() -> None:
    without = readiness(questionnaire(), {}, ("untoc",), PROFILE)
    answered = readiness(questionnaire(), {ASKED: chosen("no")}, ("untoc",), PROFILE)

    assert (answered.answered, answered.of) == (1, without.of)
    assert without.of == 5


def test_obligation_levels_are_those_of_the_treaty() -> None:
    assert [level.value for level in Obligation] == [
        "mandatory",
        "consider",
        "optional",
    ]
