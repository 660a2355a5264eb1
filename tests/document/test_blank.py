"""The blank questionnaire asks everything, answers nothing, and leaves room."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from focalpoint_app.document.blank import Blank, blank_questionnaire
from focalpoint_app.document.blocks import (
    Block,
    Contents,
    Document,
    Heading,
    Paragraph,
    Parallel,
    Section,
    Table,
    Tick,
    WritingSpace,
    plain_text,
    walk,
)
from focalpoint_app.document.look import Look
from focalpoint_app.domain.questionnaire import Choice, Column, Kind
from focalpoint_app.language.catalogue import Catalogue
from tests.builders import choice_question, questionnaire, texts

PRIORITY = Column(
    "p", Kind.CHOICE, texts("Priority"), None, (Choice("h", texts("High")),)
)
NEEDS = choice_question(
    "untoc.5.needs", kind=Kind.TABLE, choices=(), columns=(PRIORITY,), cites_law=False
)
WIDE = choice_question(
    "untoc.5.wide",
    kind=Kind.TABLE,
    choices=(),
    columns=tuple(Column(f"c{n}", Kind.NUMBER, texts(f"C{n}")) for n in range(9)),
    cites_law=False,
)


def blank(language: str = "en", beside: str | None = None, **rest: str) -> Document:
    form = Blank(questionnaire(NEEDS, WIDE), ("untoc", "som"), **rest)
    look = Look(Catalogue(beside) if beside else None)
    return blank_questionnaire(form, Catalogue(language), look)


def said(document: Document) -> str:
    return "\n".join(_texts(walk(document.blocks)))


def _texts(blocks: Iterator[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph | Heading | Tick):
            yield plain_text(block.runs)


def of_kind(document: Document, kind: type) -> list[Block]:
    return [block for block in walk(document.blocks) if isinstance(block, kind)]


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_question_is_asked_whatever_its_condition(language: str) -> None:
    document = blank(language)

    for question in questionnaire(NEEDS, WIDE).questions.values():
        assert question.text[language] in said(document)


def test_follow_ups_are_announced_in_words() -> None:
    assert "If the answer is: part / no\nWhat of untoc.5.1.a.i.explanation?" in said(
        blank()
    )


def test_each_choice_has_its_box_and_law_has_its_lines() -> None:
    text = said(blank(article="som.6"))

    assert text.count("\nyes\npart\nno\nLaw and provision:") == 1
    assert len(of_kind(blank(article="som.6"), Tick)) == 3


def test_the_boxes_of_a_question_stay_on_one_page() -> None:
    (boxes,) = [b for b in blank(article="som.6").blocks if isinstance(b, Section)]

    assert boxes.together
    assert [type(block) for block in boxes.blocks] == [Tick] * 3


def test_a_table_has_empty_rows_and_says_what_a_cell_takes() -> None:
    document = blank()
    tables = [b for b in document.blocks if isinstance(b, Table)]
    _, needs, wide = tables

    assert all(
        not plain_text(paragraph.runs).strip()
        for row in needs.rows[1:]
        for cell in row
        for paragraph in cell.paragraphs
    )
    assert "Priority: High" in said(document)
    assert [len(row) for row in wide.rows] == [5] * 9


def test_one_article_alone_needs_no_contents() -> None:
    document = blank(article="som.6")

    assert "What of som.6.1.a?" in said(document)
    assert "What of untoc.5.1.a.i?" not in said(document)
    assert of_kind(document, Contents) == []
    assert of_kind(blank(), Contents) != []


def test_a_known_state_is_printed_and_an_unknown_one_is_written_by_hand() -> None:
    known, unknown = blank(state="XAA"), blank()

    assert "Republic of Exemplia" in said(known)
    assert len(of_kind(known, WritingSpace)) == len(of_kind(unknown, WritingSpace)) - 1


def test_nothing_marks_it_as_an_official_form() -> None:
    assert "Our own wording." in said(blank())


def test_two_languages_share_the_boxes() -> None:
    document = blank("ar", "en", article="som.6")
    ticks = [plain_text(t.runs) for t in of_kind(document, Tick) if isinstance(t, Tick)]

    assert ticks == ["نعم · yes", "جزئياً · part", "لا · no"]
    assert of_kind(document, Parallel)
    assert "What of som.6.1.a?" in said(document)
    assert "نص عربي: What of som.6.1.a?" in said(document)
