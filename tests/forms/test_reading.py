from pathlib import Path

import pytest

from focalpoint_app.domain.condition import AnyOf, Is
from focalpoint_app.domain.questionnaire import (
    Kind,
    Obligation,
    Questionnaire,
    Role,
)
from focalpoint_app.forms.reading import available, load
from tests.forms.small_form import arabic, write_small_form


@pytest.fixture
def form(tmp_path: Path) -> Questionnaire:
    return load(write_small_form(tmp_path))


def test_questions_come_in_the_order_of_the_files(form: Questionnaire) -> None:
    assert list(form.questions) == [
        "untoc.5.1.a.i",
        "untoc.5.1.a.i.narrative",
        "untoc.5.1.a.i.cases",
        "untoc.5.1.a.i.term",
        "untoc.5.3",
        "untoc.5.figures",
        "untoc.closing.difficulties",
        "untoc.closing.difficulties.why",
    ]


def test_a_question_without_a_kind_is_yes_part_no_and_cites_law(
    form: Questionnaire,
) -> None:
    question = form.questions["untoc.5.1.a.i"]
    assert question.kind is Kind.CHOICE
    assert [choice.id for choice in question.choices] == ["yes", "part", "no"]
    assert question.cites_law
    assert not form.questions["untoc.5.3"].cites_law


def test_a_template_becomes_a_companion_under_its_parent(form: Questionnaire) -> None:
    narrative = form.questions["untoc.5.1.a.i.narrative"]
    parent = "untoc.5.1.a.i"
    assert narrative.parent == parent
    assert narrative.role is Role.NARRATIVE
    assert narrative.limit == 20_000
    assert narrative.provision == "5(1)(a)(i)"
    assert narrative.obligation is Obligation.MANDATORY
    assert narrative.condition == AnyOf((Is(parent, "yes"), Is(parent, "part")))


def test_a_companion_of_its_own_follows_up(form: Questionnaire) -> None:
    term = form.questions["untoc.5.1.a.i.term"]
    assert (term.role, term.kind) == (Role.FOLLOW_UP, Kind.NUMBER)


def test_template_texts_are_shared_and_own_texts_win(form: Questionnaire) -> None:
    cases = form.questions["untoc.5.1.a.i.cases"]
    assert cases.text == {
        "en": "Which cases?",
        "ar": arabic("untoc.5.1.a.i.cases/text"),
    }
    assert cases.guidance["ar"] == arabic("template.narrative/guidance")


def test_closing_questions_are_written_out_for_the_part(form: Questionnaire) -> None:
    why = form.questions["untoc.closing.difficulties.why"]
    assert why.article == "closing"
    assert why.provision == ""
    assert why.parent == "untoc.closing.difficulties"
    assert why.condition == Is("untoc.closing.difficulties", "yes")


def test_tables_and_lists_keep_their_texts_in_both_languages(
    form: Questionnaire,
) -> None:
    year, extend = form.questions["untoc.5.figures"].columns
    assert year.text == {"en": "Year", "ar": arabic("columns.case_flow/year")}
    assert [choice.id for choice in extend.choices] == ["yes", "no"]
    act = form.questions["untoc.5.3"].choices[0]
    assert act.text["ar"] == arabic("untoc.5.3/choice/act")


def test_titles_tags_and_contradictions_are_read(form: Questionnaire) -> None:
    part = form.part("untoc")
    assert part.short_title == {"en": "UNTOC", "ar": arabic("untoc/short_title")}
    assert part.articles[0].tags == ("title-from-memory",)
    assert form.questions["untoc.5.1.a.i"].tags == ("threshold",)
    assert form.contradictions[0].question == "untoc.5.1.a.i"


def test_only_folders_with_a_questionnaire_are_available(tmp_path: Path) -> None:
    write_small_form(tmp_path)
    (tmp_path / "notes").mkdir()
    assert available(tmp_path) == ("small",)
