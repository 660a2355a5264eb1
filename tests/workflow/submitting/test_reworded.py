"""Pages signed years ago are compared, though the questionnaire says some things
otherwise now."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from io import BytesIO
from typing import Any

import pytest
from pyhanko.pdf_utils.reader import PdfFileReader

from focalpoint_app.document.submission import submission
from focalpoint_app.domain.canonical import canonical_json, sha256_hex
from focalpoint_app.domain.questionnaire import Questionnaire
from focalpoint_app.domain.questionnaire_data import (
    questionnaire_from_data,
    questionnaire_to_data,
)
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.pdf.pages import pdf_content
from focalpoint_app.pdf.verifying.agreement import Agreement, Kind, Print, agreement
from focalpoint_app.pdf.verifying.pages import shown_pages
from focalpoint_app.pdf.verifying.verdict import stamp_in
from focalpoint_app.workflow.submitting.editions import shipped_questionnaire, view_of
from focalpoint_app.workflow.submitting.expecting import expectation

FORM = "cluster-1"
PROSE = "Law No. 33 of 2014 calls it the procurement of an illegal entry."
ANSWERS: Mapping[str, Any] = {
    "som.3.a": {"value": "yes"},
    "som.3.a.compared": {"value": "narrower"},
    "som.3.a.narrative": {"value": {"en": PROSE}},
    "som.3.b": {"value": "no"},
    "som.3.b.explanation": {"value": {"en": "Crossings by sea are left out."}},
    "som.3.c.i": {"value": "part"},
    "som.3.d": {"value": "no"},
    "som.5": {"value": "yes"},
}
Edit = Callable[[dict[str, dict[str, Any]]], None]


def former(edit: Edit) -> Questionnaire:
    """The shipped questionnaire as it was worded once; ``edit`` takes questions."""
    data = questionnaire_to_data(shipped_questionnaire(FORM))
    articles = (article for part in data["parts"] for article in part["articles"])
    edit({each["id"]: each for article in articles for each in article["questions"]})
    return questionnaire_from_data(data)


def edition(answers: Mapping[str, Any], texts: str = "former") -> dict[str, Any]:
    """Whose hashes are those of another wording."""
    return {
        "format": "focalpoint.edition/1",
        "questionnaire": {"id": FORM, "structure": "former", "texts": {"en": texts}},
        "state": "XAA",
        "audience": "reviewing",
        "cleared": "2026-11-22T18:16:06.117158Z",
        "clearance": "bbb77270-6f9e-414c-97ec-8796b605de62",
        "parts": ["som"],
        "sources": [],
        "answers": {name: {**each, "cites": []} for name, each in answers.items()},
    }


def compared(
    edit: Edit, printed: Mapping[str, Any] | None = None, answers: Any = ANSWERS
) -> Agreement:
    """Pages as ``edit`` words them, and of the answers ``printed``, held against the
    data by the questionnaire that ships."""
    data = canonical_json(edition(answers))
    shown = edition({**answers, **(printed or {})})
    view = view_of(former(edit), shown, sha256_hex(data))
    content, _ = pdf_content(submission(view, Catalogue("en"), ()))
    reader = PdfFileReader(BytesIO(content))
    pages = tuple(shown_pages(reader))
    return agreement(Print(pages, data, "en", stamp_in(reader)), expectation)


def guides(questions: dict[str, dict[str, Any]]) -> None:
    questions["som.3.a"]["guidance"] = {"en": "Say which law defines it."}


def asks(questions: dict[str, dict[str, Any]]) -> None:
    guides(questions)
    questions["som.3.b"]["text"] = {"en": "Is every other way over a border illegal?"}


def chooses(questions: dict[str, dict[str, Any]]) -> None:
    questions["som.3.a"]["choices"][0]["text"] = {"en": "Entirely so"}


def exchanges(questions: dict[str, dict[str, Any]]) -> None:
    one, other = questions["som.3.b"], questions["som.3.d"]
    one["text"], other["text"] = other["text"], one["text"]


def test_another_guidance_leaves_no_answer_uncompared() -> None:
    found = compared(guides)
    assert (set(found.compared), found.unknown) == (set(ANSWERS), ())
    assert (found.agrees, found.differences) == (True, ())
    assert not found.word_by_word


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("som.3.a", {"value": "part"}),
        ("som.5", {"value": "part"}),
        ("som.3.a.compared", {"value": "broader"}),
        ("som.3.a.narrative", {"value": {"en": PROSE.replace("33", "34")}}),
    ],
)
@pytest.mark.parametrize("edit", [guides, asks])
def test_another_answer_is_told_where_its_question_is_known(
    edit: Edit, question: str, said: dict[str, Any]
) -> None:
    found = compared(edit, {question: said})
    missing = [each for each in found.differences if each.kind is Kind.MISSING]
    assert [each.question for each in missing] == [question]
    assert found.agrees is False


def test_of_a_question_worded_otherwise_only_the_choice_is_unknown() -> None:
    found = compared(asks)
    assert found.unknown == ("som.3.b",)
    assert len(found.compared) == len(ANSWERS) - 1
    assert {each.kind for each in found.differences} == {Kind.UNKNOWN}
    assert found.agrees is None


def test_a_text_is_looked_for_though_its_question_is_worded_otherwise() -> None:
    said = {"som.3.b.explanation": {"value": {"en": "Crossings by air are left out."}}}
    found = compared(asks, said)
    (missing,) = (each for each in found.differences if each.kind is Kind.MISSING)
    assert missing.question == "som.3.b.explanation"


def test_a_choice_worded_otherwise_is_unknown_and_no_forgery() -> None:
    found = compared(chooses)
    assert found.unknown == ("som.3.a",)
    assert found.agrees is None


def test_wordings_exchanged_are_no_forgery_and_leave_the_others_known() -> None:
    found = compared(exchanges, answers={**ANSWERS, "som.3.d": {"value": "yes"}})
    assert Kind.MISSING not in {each.kind for each in found.differences}
    assert len(found.unknown) <= 2


@pytest.mark.parametrize(
    "former_entry",
    [
        {"som.3.a.benefit": {"value": "once_a_choice"}},
        {"som.99": {"value": "yes"}},
        {"som.3.c.ii": {"value": ["yes"]}},
        {"som.6.penalties": {"value": [{"id": "1", "maximum": "many"}, 7]}},
    ],
)
def test_an_answer_that_is_none_here_is_not_compared(
    former_entry: dict[str, Any],
) -> None:
    data = canonical_json(edition({**ANSWERS, **former_entry}))
    found = expectation(data, "en", lambda _words: False)
    (question,) = former_entry
    (entry,) = (each for each in found.answers if each.question == question)
    assert not entry.is_known
    assert len([each for each in found.answers if each.is_known]) == len(ANSWERS)
