"""Two languages side by side: level, each in its own words, nothing said twice."""

from __future__ import annotations

from focalpoint_app.document.blocks import (
    Block,
    Document,
    Heading,
    Paragraph,
    Parallel,
    Table,
    plain_text,
    walk,
)
from focalpoint_app.document.look import Look
from focalpoint_app.document.submission import submission
from focalpoint_app.domain.answer import Answer, TextValue
from focalpoint_app.language.catalogue import Catalogue
from tests.document.submissions import (
    ANSWERS,
    EXPLANATION,
    anchors_of,
    links_of,
    view,
)


def abreast(**texts: str) -> Document:
    answers = {**ANSWERS, EXPLANATION: Answer(TextValue(texts))} if texts else ANSWERS
    look = Look(beside=Catalogue("en"))
    return submission(view(answers=answers), Catalogue("ar"), (), look=look)


def columns(document: Document) -> tuple[str, str]:
    rows = [r for b in document.blocks if isinstance(b, Parallel) for r in b.rows]
    return _said(side for side, _ in rows), _said(side for _, side in rows)


def _said(sides: object) -> str:
    assert hasattr(sides, "__iter__")
    return "\n".join(_text(block) for side in sides for block in walk(side))


def _text(block: Block) -> str:
    return plain_text(block.runs) if isinstance(block, Paragraph | Heading) else ""


def test_each_column_speaks_its_own_language() -> None:
    arabic, english = columns(abreast())

    assert "نص عربي: What of untoc.5.1.a.i?" in arabic
    assert "\nWhat of untoc.5.1.a.i?" in english
    assert "جزئياً" in arabic
    assert "part" in english
    assert "نص عربي" not in english


def test_original_and_translation_stand_in_their_columns() -> None:
    arabic, english = columns(abreast(ar="النص الأصلي", en="The translation"))

    assert "النص الأصلي" in arabic
    assert "The translation" in english
    assert "The translation" not in arabic


def test_a_text_without_translation_leaves_a_note() -> None:
    arabic, english = columns(abreast(ar="النص الأصلي"))

    assert "النص الأصلي" in arabic
    assert "There is no text in this language." in english


def test_a_text_written_in_neither_stands_in_the_leading_column() -> None:
    arabic, english = columns(abreast(ru="Только по-русски"))

    assert "Только по-русски" in arabic
    assert "There is no text in this language." in english


def test_a_table_is_said_once_across_the_page() -> None:
    document = abreast()
    abreast_ones = (b for b in document.blocks if isinstance(b, Parallel))

    (table,) = (block for block in document.blocks if isinstance(block, Table))
    assert len(table.rows[0][0].paragraphs) == 2
    assert not any(isinstance(b, Table) for p in abreast_ones for b in walk((p,)))


def test_contents_list_every_heading_once() -> None:
    listed = [
        (each.language, each.new_page)
        for each in walk(abreast().blocks)
        if isinstance(each, Heading) and each.listed
    ]

    assert {language for language, _ in listed} == {"ar"}
    assert listed[0][1]


def test_no_anchor_stands_twice_and_no_link_leads_nowhere() -> None:
    document = abreast()
    anchors = [getattr(block, "anchor", None) for block in walk(document.blocks)]
    real = [anchor for anchor in anchors if anchor]

    assert len(real) == len(set(real))
    assert links_of(document) <= anchors_of(document)
