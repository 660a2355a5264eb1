"""Working papers show answers as they stand, and say that they do."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from focalpoint_app.document.blocks import Document, Table
from focalpoint_app.document.edition_view import EditionView
from focalpoint_app.document.look import Look
from focalpoint_app.document.working import (
    article_paper,
    assistance_paper,
    source_paper,
)
from focalpoint_app.domain.answer import (
    Answer,
    AnswerState,
    Cite,
    Confidentiality,
    Row,
    TableValue,
)
from focalpoint_app.domain.questionnaire import Column, Kind
from focalpoint_app.domain.source import Source, SourceKind
from focalpoint_app.language.catalogue import Catalogue
from tests.builders import chosen, questionnaire, text_question, texts, written
from tests.document.submissions import LAW, anchors_of, links_of, said

NEEDS = text_question(
    "untoc.closing.assistance.needs",
    kind=Kind.TABLE,
    limit=None,
    provision="",
    columns=(
        Column("priority", Kind.TEXT, texts("Priority")),
        Column("detail", Kind.TEXT, texts("What is needed")),
    ),
)
DECREE = Source("decree", SourceKind.REGULATION, {"en": "Decree on guests"})
ANSWERS = {
    "untoc.5.1.a.i": replace(
        chosen("part", "47"),
        confidentiality=Confidentiality.NATIONAL,
        state=AnswerState.AGREED,
    ),
    "untoc.5.1.a.i.explanation": written("سبب النقص"),
    "untoc.5.years": Answer(skipped="لا بيانات بعد"),
    "som.6.1.a": Answer(chosen("yes").value, (Cite("c", "decree", "3"),)),
}


def view(**changed: object) -> EditionView:
    given: dict[str, Any] = {
        "audience": None,
        "questionnaire": questionnaire(NEEDS),
        "parts": ("untoc", "som"),
        "answers": ANSWERS,
        "sources": (LAW, DECREE),
        "state": "XAA",
        "taken": datetime(2026, 11, 22, 14, 2, tzinfo=UTC),
    }
    return EditionView(**{**given, **changed})


def article(language: str = "en", beside: str | None = None) -> Document:
    form = questionnaire(NEEDS)
    place = (form.part("untoc"), form.article("untoc", "5"))
    look = Look(Catalogue(beside) if beside else None)
    return article_paper(view(), place, Catalogue(language), look)


def test_an_article_holds_its_answers_whatever_their_confidentiality() -> None:
    document = article()
    text = said(document)

    assert document.watermark == "DRAFT"
    assert document.foot == ""
    assert "part\nAgreed · National use only" in text
    assert "سبب النقص" in text
    assert "What of som.6.1.a?" not in text


def test_it_says_what_was_skipped_and_what_waits() -> None:
    text = said(article())

    assert "Skipped: \u2068لا بيانات بعد\u2069" in text
    assert "No answer yet." in text
    assert "This edition holds no answer" not in text


def test_it_says_when_it_was_taken() -> None:
    assert "As of 22 November 2026, 14:02" in said(article())


@pytest.mark.parametrize("beside", [None, "ar"])
def test_only_its_own_sources_are_listed_and_linked(beside: str | None) -> None:
    document = article("en", beside)

    assert "Organized Crime Act" in said(document)
    assert "Decree on guests" not in said(document)
    assert links_of(document) <= anchors_of(document)


def test_sources_are_all_listed_the_uncited_last() -> None:
    other = Source("x", SourceKind.LAW, {"en": "Never cited Act"})

    text = said(source_paper(view(sources=(other, LAW, DECREE)), Catalogue("en")))

    places = [
        text.index(each)
        for each in (
            "Organized Crime Act",
            "Cited in: Convention 5",
            "Decree on guests",
            "Cited in: Smuggling 6",
            "Not cited",
            "Never cited Act",
        )
    ]
    assert places == sorted(places)


def test_a_list_without_answers_has_no_links_into_them() -> None:
    assert links_of(source_paper(view(), Catalogue("en"))) == set()


def test_no_sources_at_all_is_said() -> None:
    document = source_paper(view(sources=(), answers={}), Catalogue("en"))

    assert "No source is kept yet." in said(document)


def test_needs_stand_in_one_table_the_most_urgent_first() -> None:
    rows = tuple(
        Row(each, {"priority": each, "detail": f"need {each}"})
        for each in ("low", "high")
    )
    document = assistance_paper(
        view(answers={NEEDS.id: Answer(TableValue(rows))}), Catalogue("en")
    )

    (table,) = (each for each in document.blocks if isinstance(each, Table))
    text = said(document)
    assert len(table.rows) == 3
    assert text.index("need high") < text.index("need low")
    assert "No assistance received is described yet." in text


def test_nothing_needed_is_said() -> None:
    text = said(assistance_paper(view(), Catalogue("en")))

    assert "No need is described yet." in text
