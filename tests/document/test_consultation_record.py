"""The record of a consultation lines its figures up below their titles."""

from __future__ import annotations

from dataclasses import replace

import pytest

from focalpoint_app.document.blocks import (
    Block,
    Heading,
    Paragraph,
    Parallel,
    Table,
    plain_text,
    walk,
)
from focalpoint_app.document.consultation_record import (
    consultation_record,
    record_part,
)
from focalpoint_app.document.wording import Wording, wordings_of
from focalpoint_app.domain.consulted import Consulted, InputLine, InstitutionLine
from focalpoint_app.language.catalogue import Catalogue

ASKED = InstitutionLine(
    "نيابة عامة", "government", "2026-09-17", "2026-10-29", "", "", 34, 0, 0
)


def named(question: str, wording: Wording) -> str:
    return f"{question} ({wording.language})"


def tables(*lines: InstitutionLine) -> tuple[Table, ...]:
    document = consultation_record(
        Consulted("XAA", lines, (), 0, 0, 0), Catalogue("fr"), named
    )
    return tuple(block for block in document.blocks if isinstance(block, Table))


def test_figures_and_their_titles_stand_at_one_edge() -> None:
    institutions, categories = tables(ASKED)

    for table, words in ((institutions, 5), (categories, 1)):
        for row in table.rows:
            assert [each.numeric for each in row] == [False] * words + [True] * (
                len(row) - words
            )


def test_nobody_asked_makes_a_table_of_titles_alone() -> None:
    institutions, _ = tables()

    assert len(institutions.rows) == 1


@pytest.mark.parametrize(("column", "said"), [(0, "نيابة عامة"), (5, "34"), (3, "–")])
def test_a_row_says_what_is_known(column: int, said: str) -> None:
    institutions, _ = tables(ASKED)
    (paragraph,) = institutions.rows[1][column].paragraphs

    assert plain_text(paragraph.runs) == said


def test_who_wrote_unasked_is_not_counted_as_asked() -> None:
    unasked = replace(ASKED, asked="", due="", answered="2026-10-02", questions=0)
    _, categories = tables(ASKED, unasked)
    counts = [plain_text(c.paragraphs[0].runs) for c in categories.rows[1][1:3]]

    assert counts == ["1", "1"]  # Asked, and answered.


def test_who_only_commented_is_told_apart_from_who_answered() -> None:
    remark = replace(ASKED, commented="2026-10-02", standing="working")
    institutions, categories = tables(ASKED, remark)
    told = [plain_text(p.runs) for p in institutions.rows[2][3].paragraphs]
    assert told == ["2026-10-02", Catalogue("fr")("Only commented")]
    assert plain_text(categories.rows[1][2].paragraphs[0].runs) == "0"
    lines = (ASKED, remark)
    document = consultation_record(Consulted("XAA", lines), Catalogue("en"), named)
    said = [plain_text(b.runs) for b in document.blocks if isinstance(b, Paragraph)]
    assert "1 institution has commented and answered no question." in said


@pytest.fixture
def abreast() -> tuple[Block, ...]:
    """Arabic with English beside it."""
    line = replace(ASKED, name="", answered="2026-10-02", standing="official")
    used = (("untoc.5.1", (InputLine("", "official", "2026-10-02"),)),)
    wordings = wordings_of(Catalogue("ar"), Catalogue("en"))
    return tuple(record_part(Consulted("XAA", (ASKED, line), used), wordings, named))


def said(block: Block) -> list[str]:
    """Of a pair of columns, what stands in each."""
    assert isinstance(block, Parallel)
    ((first, second),) = block.rows
    return [str(each) for each in (first, second)]


def test_beside_a_second_language_titles_stand_level(
    abreast: tuple[Block, ...],
) -> None:
    arabic, english = said(abreast[0])
    assert "سجل المشاورات" in arabic
    assert "Consultation record" in english
    arabic, english = said(abreast[-1])
    assert "untoc.5.1 (ar)" in arabic
    assert "untoc.5.1 (en)" in english


@pytest.mark.parametrize("languages", [("ar",), ("ar", "en")])
def test_as_a_section_it_takes_one_line_of_the_contents(
    languages: tuple[str, ...],
) -> None:
    first, *others = map(Catalogue, languages)
    wordings = wordings_of(first, next(iter(others), None))
    consulted = Consulted("XAA", (ASKED,), ())
    section = tuple(record_part(consulted, wordings, named, new_page=True))
    listed = [
        each for each in walk(section) if isinstance(each, Heading) and each.listed
    ]
    assert [each.level for each in listed] == [1]


def test_a_table_says_words_in_both_languages_and_names_once(
    abreast: tuple[Block, ...],
) -> None:
    institutions = next(each for each in abreast if isinstance(each, Table))
    lines = [
        [[plain_text(e.runs) for e in cell.paragraphs] for cell in row]
        for row in institutions.rows
    ]
    assert lines[0][0] == ["المؤسسة", "Institution"]
    assert lines[1][0] == ["نيابة عامة"]
    assert lines[1][5] == ["34"]
    assert lines[2][0] == ["مساهم مجهول الهوية", "Anonymous contributor"]
    assert lines[2][4] == ["رسمية", "official"]
