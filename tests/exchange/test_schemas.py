"""The published schemas against real documents, wrong ones, and our own reader."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from focalpoint_app.domain.answer import Answer
from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.questionnaire import Question
from focalpoint_app.exchange.answers_in import read_answers
from focalpoint_app.exchange.answers_out import answers_json
from focalpoint_app.language.places import bundled
from focalpoint_app.workflow.review.opening import questionnaire_of
from focalpoint_app.workflow.verbs.reports import form_details
from tests.exchange.test_round_trip import FORM, LAW, questions_and_answers
from tests.sample import sample_desk

FOLDER = bundled("resources") / "schemas"
ASKED, TEXT = "untoc.5.1.a.i", "untoc.5.1.a.i.explanation"
WHOLE: dict[str, Any] = {
    "questionnaire": "cluster-1",
    "version": "1",
    "sources": [
        {"id": "law-1", "kind": "law", "title": {"ar": "قانون"}, "year": 2010,
         "number": "5", "date": "2010-01", "url": "https://example.org/5"}
    ],
    "answers": {
        ASKED: {"value": "yes", "cites": [{"source": "law-1", "provision": "م 4"}],
                "confidentiality": "public", "state": "agreed", "skipped": None},
        TEXT: {"value": {"ar": "نص", "en": None}, "directions": {"ar": ["rtl"]}},
        "untoc.5.forms": {"value": ["a"]},
        "untoc.5.years": {"value": 3.5},
        "untoc.5.3.date": {"value": "2010-01-31"},
        "untoc.5.figures": {"value": [{"id": "r", "year": "not_collected"}]},
        "som.6.1.a": None,
    },
}  # fmt: skip


def schema(name: str) -> Draft202012Validator:
    data = json.loads((FOLDER / f"{name}.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(data)
    return Draft202012Validator(data)


ANSWERS = schema("answers")


def is_read(document: object) -> bool:
    with suppress(AppError):
        read_answers(json.dumps(document).encode(), FORM, ())
        return True
    return False


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    yield path
    if isinstance(value, dict | list):
        pairs = value.items() if isinstance(value, dict) else enumerate(value)
        for key, each in pairs:
            yield from places(each, (*path, key))


def put(path: tuple[Any, ...], value: object) -> Any:
    changed = deepcopy(WHOLE)
    *way, last = path
    place: Any = changed
    for key in way:
        place = place[key]
    place[last] = value
    return changed


def test_the_sample_exports_by_the_schema(tmp_path: Path) -> None:
    desk = sample_desk(tmp_path / "xaa.focalpoint")
    text = answers_json(desk.questionnaire, desk.answers, desk.sources.values())
    desk.close()

    ANSWERS.validate(json.loads(text))


def test_the_questionnaire_is_shown_by_the_schema() -> None:
    schema("form").validate(form_details(questionnaire_of(1)))


@pytest.mark.parametrize(
    ("key", "value"),
    [("kind", "essay"), ("limit", "200"), ("condition", {"eval": "1"}),
     ("obligation", "must"), ("text", "Is it?"), ("part", "uncac"), ("colour", "red")],
)  # fmt: skip
def test_a_wrong_questionnaire_breaks_the_schema(key: str, value: object) -> None:
    shown = form_details(questionnaire_of(1))
    shown["questions"][0][key] = value

    assert not schema("form").is_valid(shown)


@given(questions_and_answers())
def test_every_answer_goes_out_by_the_schema(pair: tuple[Question, Answer]) -> None:
    question, answer = pair

    ANSWERS.validate(json.loads(answers_json(FORM, {question.id: answer}, [LAW])))


def test_the_whole_format_is_read() -> None:
    ANSWERS.validate(WHOLE)
    assert is_read(WHOLE)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("answers", ASKED, "confidentiality"), ""),
        (("answers", ASKED, "cites"), 0),
        (("answers", ASKED, "state"), False),
        (("answers", ASKED, "cites", 0, "page"), "3"),
        (("answers", TEXT, "value", "AR"), "نص"),
        (("answers", TEXT, "directions", "ar"), ["up"]),
        (("answers", TEXT, "directions", "arabic"), ["rtl"]),
        (("answers", "untoc.5.figures", "value", 0, "id"), 7),
        (("answers", "untoc.5.figures", "value", 0, "year"), [2010]),
        (("sources", 0, "title", "Arabisch"), "قانون"),
        (("sources", 0, "url"), "ftp://example.org"),
        (("sources", 0, "number"), 5),
        (("comment",), "hello"),
    ],
)
def test_what_breaks_the_schema_is_refused(path: tuple[Any, ...], value: Any) -> None:
    document = put(path, value)

    assert not ANSWERS.is_valid(document)
    assert not is_read(document)


@given(
    st.sampled_from([path for path in places(WHOLE) if path]),
    st.sampled_from(
        [None, True, False, 0, -1, 2.5, "", "yes", "2010-02-30", [], ["yes"], [0], {},
         {"ar": "نص"}, {"id": "r"}, [{}], [{"id": 0}], [["a"]]]
    ),
)  # fmt: skip
def test_nothing_is_read_that_breaks_the_schema(
    path: tuple[Any, ...], value: object
) -> None:
    document = put(path, value)

    assert ANSWERS.is_valid(document) or not is_read(document)
