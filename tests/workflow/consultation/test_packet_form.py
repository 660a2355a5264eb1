"""The questions of a packet, with what this program knows of them or without."""

from dataclasses import replace

import pytest

from focalpoint_app.domain.condition import leaves
from focalpoint_app.domain.consultation import Asked, Option, Request
from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.facts import AnswerFacts
from focalpoint_app.domain.questionnaire import Kind, Questionnaire
from focalpoint_app.domain.questionnaire_data import structure_hash
from focalpoint_app.workflow.consultation.packet_form import form_of
from focalpoint_app.workflow.review.shipped import questionnaire_of

MAIN = "untoc.5.1.a.i"


@pytest.fixture(scope="module")
def shipped() -> Questionnaire:
    return questionnaire_of(1)


@pytest.fixture
def request_of(shipped: Questionnaire) -> Request:
    asked = tuple(
        Asked(each.id, each.provision, "بصياغة المرسل", each.kind.value,
              choices=tuple(Option(c.id, c.id) for c in each.choices),
              parent=each.parent)
        for each in shipped.questions.values()
        if each.id == MAIN or each.parent == MAIN
    )  # fmt: skip
    return Request(
        "r", "review", "round", "s", "وزارة العدل", "XAA", shipped.id,
        shipped.version, structure_hash(shipped), "ar", asked,
    )  # fmt: skip


def test_the_wording_is_the_packets_and_the_rest_is_ours(
    request_of: Request, shipped: Questionnaire
) -> None:
    form = form_of(request_of)
    found, known = form.questions[MAIN], shipped.questions[MAIN]
    assert found.text["ar"] == "بصياغة المرسل"
    assert found.text["en"] == known.text["en"]
    assert (found.obligation, found.choices) == (known.obligation, known.choices)
    assert form.parts[0].articles[0].title == shipped.article("untoc", "5").title
    assert list(form.questions) == [each.id for each in request_of.questions]


def test_a_companion_asked_without_its_parent_is_still_asked(
    request_of: Request,
) -> None:
    alone = tuple(each for each in request_of.questions if each.parent)
    form = form_of(replace(request_of, questions=alone))
    facts = AnswerFacts(form, {}, ("untoc",))
    assert all(facts.is_visible(each.id) for each in alone)


def test_a_companion_still_waits_for_a_parent_that_is_asked(
    request_of: Request,
) -> None:
    form = form_of(request_of)
    waiting = [q.condition for q in form.questions.values() if q.condition]
    assert waiting
    assert all(leaf.question == MAIN for each in waiting for leaf in leaves(each))


def test_another_questionnaire_is_asked_as_it_was_sent(request_of: Request) -> None:
    other = replace(request_of, questionnaire="cluster-77", structure="0" * 64)
    form = form_of(other)
    found = form.questions[MAIN]
    assert found.text == {"ar": f"{request_of.questions[0].provision}: بصياغة المرسل"}
    assert found.kind is Kind.CHOICE
    assert [each.id for each in found.choices] == ["yes", "part", "no"] or found.choices
    assert form.languages == ("ar",)


def test_parents_in_a_circle_do_not_run_in_one(request_of: Request) -> None:
    one = Asked("untoc.5.a", "", "أ", "text", parent="untoc.5.b")
    two = Asked("untoc.5.b", "", "ب", "text", parent="untoc.5.a")
    circle = replace(request_of, structure="0" * 64, questions=(one, two, one))
    form = form_of(circle)
    assert list(form.questions) == ["untoc.5.a", "untoc.5.b"]
    assert form.questions["untoc.5.a"].parent is None


def test_a_column_of_an_unknown_kind_takes_text(request_of: Request) -> None:
    table = Asked("x.1", "", "جدول", "table", columns=(Option("c", "عمود", "odd"),))
    form = form_of(replace(request_of, questions=(table,)))
    assert form.questions["x.1"].columns[0].kind is Kind.TEXT


def test_no_question_is_damage(request_of: Request) -> None:
    with pytest.raises(AppError) as told:
        form_of(replace(request_of, questions=()))
    assert told.value.code == "packet.damaged"
