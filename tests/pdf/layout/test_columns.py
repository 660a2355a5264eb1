"""Widths of a table's columns."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focalpoint_app.document.blocks import Cell, Document, Paragraph, Run, Table
from focalpoint_app.pdf.layout.columns import column_widths
from focalpoint_app.pdf.pages import write_pdf
from tests.pdf.readers import by_poppler

COLUMNS = st.lists(
    st.tuples(st.floats(0.5, 4), st.floats(0, 300)), min_size=1, max_size=14
)
HEADS = ("Преступление", "Закон и положение", "Максимальный срок (лет)", "Примечания")


def cell(text: str) -> Cell:
    return Cell((Paragraph((Run(text, "ru"),), language="ru"),), header=True)


@given(COLUMNS)
def test_columns_fill_the_table(columns: list[tuple[float, float]]) -> None:
    shares, words = zip(*columns, strict=True)

    assert sum(column_widths(shares, words, 465)) == pytest.approx(465)


@given(COLUMNS)
def test_words_are_whole_where_all_have_room(
    columns: list[tuple[float, float]],
) -> None:
    shares, words = zip(*columns, strict=True)
    width = max(sum(words), 2 * max(words), 1.0)

    found = column_widths(shares, words, width)

    assert all(a >= b - 1e-6 for a, b in zip(found, words, strict=True))


def test_shares_hold_where_every_word_is_short() -> None:
    assert column_widths((2, 1, 1), (20, 20, 20), 400) == [200, 100, 100]


def test_only_the_longest_words_give_way() -> None:
    assert column_widths((1, 1, 1), (30, 200, 190), 300) == [30, 135, 135]


def test_a_word_without_end_takes_half_the_table() -> None:
    assert column_widths((1, 1, 2), (30, 1e6, 40), 400) == [200 / 3, 200, 400 / 3]


def test_a_long_word_of_a_narrow_column_stays_whole(tmp_path: Path) -> None:
    table = Table((tuple(map(cell, HEADS)),), (2, 2, 1, 2), language="ru")

    write_pdf(Document("Проект", "ru", (table,)), tmp_path / "table.pdf")

    (page,) = by_poppler(tmp_path / "table.pdf")
    assert "Максимальный" in page.split()


def test_a_head_of_half_a_page_is_not_repeated(tmp_path: Path) -> None:
    """It would leave each page little room for what it heads."""
    head, long = (
        Cell((Paragraph((Run(f"{word} " * 700),)),)) for word in ("head", "long")
    )

    write_pdf(
        Document("Проект", "ru", (Table(((head,), (long,), (long,), (long,)), (1,)),)),
        tmp_path / "table.pdf",
    )

    assert " ".join(by_poppler(tmp_path / "table.pdf")).split().count("head") == 700


def test_a_table_without_cells_takes_no_room(tmp_path: Path) -> None:
    empty = Table(((), ()), ())

    write_pdf(Document("Проект", "ru", (empty,), page_label=""), tmp_path / "t.pdf")

    assert by_poppler(tmp_path / "t.pdf") == [""]


def test_letters_shrink_before_a_word_is_cut(tmp_path: Path) -> None:
    words = ("Приоритетность", "Соответствующая", "Предполагаемые", "Международный")
    table = Table((tuple(map(cell, (*words, *words[:2]))),), (1,) * 6, language="ru")

    write_pdf(Document("Проект", "ru", (table,)), tmp_path / "table.pdf")

    (page,) = by_poppler(tmp_path / "table.pdf")
    assert all(word in page.split() for word in words)
