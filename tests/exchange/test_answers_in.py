"""Answers JSON coming in: every wrong entry is told, nothing of it is taken."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest

from focalpoint_app.domain.answer import (
    ChoicesValue,
    ChoiceValue,
    DateValue,
    NumberValue,
    TableValue,
    TextValue,
)
from focalpoint_app.domain.errors import AppError, RefusedEntriesError
from focalpoint_app.exchange.answer_entry import AnswerPatch
from focalpoint_app.exchange.answers_in import IncomingAnswers, read_answers
from tests.builders import questionnaire

ASKED = "untoc.5.1.a.i"
TEXT = "untoc.5.1.a.i.explanation"
LAW = {"id": "law-1", "kind": "law", "title": {"ar": "قانون"}}


def incoming(answers: dict[str, Any], sources: Any = (LAW,)) -> IncomingAnswers:
    document = {"questionnaire": "cluster-1", "version": "1", "answers": answers}
    document["sources"] = list(sources)
    return read_answers(json.dumps(document).encode(), questionnaire(), ())


def patch(question: str, entry: dict[str, Any]) -> AnswerPatch:
    found = incoming({question: entry}).patches[question]
    assert found is not None
    return found


def refusals(answers: dict[str, Any], sources: Any = (LAW,)) -> list[str]:
    with pytest.raises(RefusedEntriesError) as refused:
        incoming(answers, sources)
    return [each.code for each in refused.value.entries]


@pytest.mark.parametrize(
    ("question", "data", "value"),
    [
        (ASKED, "part", ChoiceValue("part")),
        ("untoc.5.forms", ["b", "a", "b"], ChoicesValue(("a", "b"))),
        (TEXT, {"ar": "نص"}, TextValue({"ar": "نص"})),
        ("untoc.5.years", 12, NumberValue(Decimal(12))),
        ("untoc.5.years", 0.5, NumberValue(Decimal("0.5"))),
        ("untoc.5.3.date", "2010-01-31", DateValue("2010-01-31")),
    ],
)
def test_each_kind_of_value_is_read(question: str, data: object, value: object) -> None:
    assert patch(question, {"value": data}).value == value


def test_table_rows_keep_their_ids_and_say_what_is_not_collected() -> None:
    rows = [{"id": "r1", "year": 2023}, {"year": "not_collected", "note": "لا"}]
    value = patch("untoc.5.figures", {"value": rows}).value

    assert isinstance(value, TableValue)
    assert value.rows[0].id == "r1"
    assert value.rows[0].cells == {"year": Decimal(2023)}
    assert value.rows[1].cells["year"] == "not_collected"
    assert value.rows[1].id not in ("", "r1")


def test_only_what_an_entry_names_changes() -> None:
    assert patch(ASKED, {"skipped": "سبب"}).named == {"skipped"}


def test_null_clears_the_whole_answer() -> None:
    assert incoming({ASKED: None}).patches == {ASKED: None}


def test_a_language_set_to_null_is_cleared_alone() -> None:
    found = patch(TEXT, {"value": {"ar": None, "en": "Text"}})

    assert found.cleared_languages == ("ar",)
    assert found.value == TextValue({"en": "Text"})


@pytest.mark.parametrize(
    ("question", "entry", "code"),
    [
        ("untoc.99", {"value": "yes"}, "answers.unknown_question"),
        (ASKED, {"value": "maybe"}, "answers.unknown_choice"),
        (ASKED, {"value": ["yes"]}, "answers.wrong_value"),
        (ASKED, {"wert": "yes"}, "answers.wrong_entry"),
        (ASKED, "yes", "answers.wrong_entry"),
        (ASKED, {"cites": [{"source": "law-9"}]}, "answers.unknown_source"),
        (ASKED, {"cites": {"source": "law-1"}}, "answers.wrong_value"),
        (ASKED, {"confidentiality": "secret"}, "answers.wrong_value"),
        (TEXT, {"value": {"ar": "ن" * 201}}, "answers.over_limit"),
        (TEXT, {"value": {"ar": "\u0000"}}, "answers.forbidden_character"),
        (TEXT, {"value": {"ar": "\ud800"}}, "answers.forbidden_character"),
        (TEXT, {"value": {"arabic": "نص"}}, "answers.wrong_value"),
        (TEXT, {"value": "نص"}, "answers.wrong_value"),
        ("untoc.5.years", {"value": "12"}, "answers.wrong_value"),
        ("untoc.5.years", {"value": 10**20 + 1}, "answers.number_too_long"),
        ("untoc.5.3.date", {"value": "31.1.2010"}, "answers.not_a_date"),
        ("untoc.5.3.date", {"value": "2010-02-30"}, "answers.not_a_date"),
        ("untoc.5.figures", {"value": [{"jahr": 1}]}, "answers.unknown_column"),
        ("untoc.5.figures", {"value": [{"id": "r"}, {"id": "r"}]},
         "answers.repeated_row"),
    ],
)  # fmt: skip
def test_a_wrong_entry_is_told_by_its_code(
    question: str, entry: object, code: str
) -> None:
    assert refusals({question: entry}) == [code]


@pytest.mark.parametrize(
    ("number", "code"),
    [
        ("1e9999999", "answers.number_too_long"),
        ("1e-99999999", "answers.number_too_long"),
        ("0e-5000", "answers.number_too_long"),
        ("1.00000000000000000000000000000001", "answers.number_too_long"),
        ("1e99999999999999999999", "answers.wrong_value"),
    ],
)
def test_a_number_beyond_counting_is_told(number: str, code: str) -> None:
    answers = f'{{"untoc.5.years": {{"value": {number}}}}}'
    content = f'{{"questionnaire": "cluster-1", "answers": {answers}}}'

    with pytest.raises(RefusedEntriesError) as refused:
        read_answers(content.encode(), questionnaire(), ())

    assert [each.code for each in refused.value.entries] == [code]


@pytest.mark.parametrize("year", ["1e9999999", "1e99999999999999999999"])
def test_a_year_beyond_counting_is_told(year: str) -> None:
    source = f'{{"id": "law-1", "kind": "law", "title": {{"ar": "ق"}}, "year": {year}}}'
    content = (
        f'{{"questionnaire": "cluster-1", "sources": [{source}], "answers": {{}}}}'
    )

    with pytest.raises(RefusedEntriesError) as refused:
        read_answers(content.encode(), questionnaire(), ())

    assert [each.code for each in refused.value.entries] == ["answers.wrong_source"]


def test_every_wrong_entry_is_told_at_once() -> None:
    found = refusals({ASKED: {"value": "maybe"}, "x.y": None, TEXT: {"value": 1}})

    assert len(found) == 3


@pytest.mark.parametrize(
    "source",
    [
        {"id": "law-1", "kind": "edict", "title": {"ar": "ق"}},
        {"id": "law-1", "kind": "law", "title": {}},
        {"id": "law-1", "kind": "law", "title": {"ar": "ق"}, "date": "31/1/2010"},
        {"id": "law-1", "kind": "law", "title": {"ar": "ق"}, "url": "javascript:1"},
        {"id": "law-1", "kind": "law", "title": {"ar": "ق"}, "year": 2010.5},
        {"id": "law-1", "kind": "law", "title": {"ar": "ق"}, "colour": "red"},
        {"kind": "law", "title": {"ar": "ق"}},
        "law-1",
        {"id": "law-1", "kind": "law", "title": {"ar": "ق"}, "year": 0},
        {"id": "law-1", "kind": "law", "title": {"ar": "ق"}, "year": 3000},
    ],
)
def test_a_wrong_source_is_told(source: object) -> None:
    assert refusals({}, [source]) == ["answers.wrong_source"]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"{", "answers.not_json"),
        (b"\xff\xfe", "answers.not_json"),
        (b'{"questionnaire": NaN}', "answers.not_json"),
        (b'{"answers": {}, "answers": {}}', "answers.not_json"),
        (b"[]", "answers.wrong_shape"),
        (b'{"questionnaire": "cluster-1"}', "answers.wrong_shape"),
        (b'{"questionnaire": "cluster-1", "answers": []}', "answers.wrong_shape"),
        (b"[" * 200_000, "answers.wrong_shape"),
        (b'{"questionnaire": "cluster-2", "answers": {}}',
         "answers.other_questionnaire"),
    ],
)  # fmt: skip
def test_a_wrong_document_is_told(content: bytes, code: str) -> None:
    with pytest.raises(AppError) as refused:
        read_answers(content, questionnaire(), ())

    assert refused.value.code == code


def test_a_known_source_need_not_come_again() -> None:
    document = {
        "questionnaire": "cluster-1",
        "answers": {ASKED: {"value": "yes", "cites": [{"source": "law-7"}]}},
    }

    found = read_answers(json.dumps(document).encode(), questionnaire(), {"law-7"})

    assert found.sources == ()
