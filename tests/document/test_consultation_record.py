"""The record of a consultation lines its figures up below their titles."""

from __future__ import annotations

import pytest

from focalpoint_app.document.blocks import Table, plain_text
from focalpoint_app.document.consultation_record import consultation_record
from focalpoint_app.domain.consulted import Consulted, InstitutionLine
from focalpoint_app.language.catalogue import Catalogue

ASKED = InstitutionLine(
    "نيابة عامة", "government", "2026-09-17", "2026-10-29", "", "", 34, 0, 0
)


def tables(*lines: InstitutionLine) -> tuple[Table, ...]:
    document = consultation_record(
        Consulted("XAA", lines, (), 0, 0, 0), Catalogue("fr"), str
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
