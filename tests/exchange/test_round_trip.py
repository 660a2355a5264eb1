"""Out and in again: an answer's JSON says all of it."""

from __future__ import annotations

import json
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from focalpoint_app.domain.answer import (
    NOT_COLLECTED,
    Answer,
    AnswerState,
    ChoicesValue,
    ChoiceValue,
    Cite,
    Confidentiality,
    DateValue,
    NumberValue,
    Row,
    TableValue,
    TextValue,
    Value,
)
from focalpoint_app.domain.assembly import answer_of, fields_of
from focalpoint_app.domain.canonical import canonical_json
from focalpoint_app.domain.questionnaire import Kind, Question
from focalpoint_app.domain.source import Source, SourceKind
from focalpoint_app.domain.text import clean_text, is_blank
from focalpoint_app.exchange.answer_entry import AnswerPatch
from focalpoint_app.exchange.answers_in import read_answers
from focalpoint_app.exchange.answers_out import answers_json
from focalpoint_app.exchange.entries import answer_from_edition, entry_of
from tests.builders import questionnaire

FORM = questionnaire()
LAW = Source("law-1", SourceKind.LAW, {"ar": "قانون"}, year=2010, date="2010-01")
TEXT = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Cn")), min_size=1, max_size=40
).map(clean_text)
NUMBER = st.decimals(-(10**9), 10**9, allow_nan=False, places=2).map(
    lambda n: Decimal(str(n)).normalize() + 0
)
DAY = st.dates().map(lambda day: day.isoformat())


def values(question: Question) -> st.SearchStrategy[Value]:
    match question.kind:
        case Kind.CHOICE:
            return st.sampled_from(["yes", "part", "no"]).map(ChoiceValue)
        case Kind.CHOICES:
            chosen = st.sets(st.sampled_from(["a", "b"]), min_size=1)
            return chosen.map(lambda ids: ChoicesValue(tuple(sorted(ids))))
        case Kind.TEXT:
            texts = st.dictionaries(st.sampled_from(["ar", "en"]), TEXT, min_size=1)
            return texts.map(lambda found: TextValue(dict(sorted(found.items()))))
        case Kind.NUMBER:
            return NUMBER.map(NumberValue)
        case Kind.DATE:
            return DAY.map(DateValue)
        case Kind.TABLE:
            cells = st.fixed_dictionaries(
                {"year": NUMBER | st.just(NOT_COLLECTED), "note": TEXT}
            )
            rows = st.lists(cells, min_size=1, max_size=3)
            return rows.map(
                lambda all_cells: TableValue(
                    tuple(Row(f"r{n}", each) for n, each in enumerate(all_cells))
                )
            )


@st.composite
def questions_and_answers(draw: st.DrawFn) -> tuple[Question, Answer]:
    question = draw(st.sampled_from(list(FORM.questions.values())))
    cites = draw(st.lists(TEXT, max_size=2))
    return question, Answer(
        value=draw(st.none() | values(question)),
        cites=tuple(Cite(f"c{n}", "law-1", p) for n, p in enumerate(cites)),
        skipped=draw(st.none() | TEXT.filter(lambda text: not is_blank(text))),
        confidentiality=draw(st.sampled_from(Confidentiality)),
        state=draw(st.sampled_from(AnswerState)),
    )


def without_cite_ids(answer: Answer | AnswerPatch) -> tuple[object, ...]:
    cites = [(cite.source, cite.provision) for cite in answer.cites]
    return answer.value, cites, answer.skipped, answer.confidentiality, answer.state


@given(questions_and_answers())
def test_fields_say_the_whole_answer(pair: tuple[Question, Answer]) -> None:
    question, answer = pair

    assert answer_of(question, fields_of(question, answer)) == answer


@given(questions_and_answers())
def test_what_goes_out_comes_in_the_same(pair: tuple[Question, Answer]) -> None:
    question, answer = pair
    text = answers_json(FORM, {question.id: answer}, [LAW])

    found = read_answers(text.encode(), FORM, ())

    assert found.sources == (LAW,)
    patch = found.patches.get(question.id) or AnswerPatch(frozenset())
    assert without_cite_ids(patch) == without_cite_ids(answer)


@given(questions_and_answers())
def test_a_cleared_answer_reads_back_as_it_was(pair: tuple[Question, Answer]) -> None:
    question, answer = pair
    frozen = json.loads(canonical_json(entry_of(answer)))

    found = answer_from_edition(question, frozen)

    assert found.value == answer.value
    assert [c.provision for c in found.cites] == [c.provision for c in answer.cites]


def test_the_same_answers_give_the_same_bytes() -> None:
    answers = {"untoc.5.1.a.i": Answer(ChoiceValue("yes"))}
    other = Source("law-0", SourceKind.CASE, {"ar": "حكم"})

    assert answers_json(FORM, answers, [LAW, other]) == answers_json(
        FORM, dict(answers), [other, LAW]
    )


def test_defaults_are_not_written() -> None:
    assert entry_of(Answer(ChoiceValue("yes"))) == {"value": "yes"}
