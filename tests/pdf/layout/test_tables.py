"""Tables turn with their language, keep words whole, and break where rows do."""

from __future__ import annotations

from dataclasses import replace

import pytest

from focalpoint_app.document.blocks import Cell, Paragraph, Run, Table
from focalpoint_app.pdf.glyphs.document_fonts import Fonts
from focalpoint_app.pdf.layout.bands import Band, Stroke, Words
from focalpoint_app.pdf.layout.elements import Element, Role
from focalpoint_app.pdf.layout.paging import ROOM, paginated
from focalpoint_app.pdf.layout.setting import Column, Setter
from focalpoint_app.pdf.layout.tables import table_bands

WIDE = Column(65.0, 530.0, True)


def cell(text: str, language: str = "ar", **kinds: bool) -> Cell:
    return Cell((Paragraph((Run(text, language),), language=language),), **kinds)


def table(*rows: tuple[Cell, ...], language: str = "ar", heads: int = 0) -> Table:
    widths = tuple(1.0 for _ in rows[0])
    return Table(rows, widths, header_rows=heads, language=language)


def bands_of(made: Table, setter: Setter | None = None) -> list[Band]:
    return table_bands(setter or Setter(Fonts(), "ar"), made, WIDE)


def words_of(band: Band) -> list[Words]:
    return [mark for mark in band.marks if isinstance(mark, Words)]


@pytest.mark.parametrize(
    ("language", "texts"), [("ar", ("سنة", "بيان")), ("fr", ("an", "note"))]
)
def test_the_first_column_stands_at_the_leading_edge(
    language: str, texts: tuple[str, ...]
) -> None:
    row = tuple(cell(text, language) for text in texts)

    first, second = words_of(bands_of(table(row, language=language))[0])

    assert (first.x > second.x) == (language == "ar")


@pytest.mark.parametrize("language", ["ar", "fr"])
def test_figures_stand_below_each_other_at_the_right(language: str) -> None:
    rows = tuple(
        (cell("x", language), cell(number, language, numeric=True))
        for number in ("5", "1000", "25")
    )

    lines = [
        words_of(band)[1] for band in bands_of(table(*rows, language=language))[:3]
    ]

    assert len({round(line.x + line.line.width, 2) for line in lines}) == 1


def test_the_cells_of_a_row_stand_on_one_line() -> None:
    row = cell("نص عربي"), cell("Latin", "en"), cell("中文", "zh")

    assert len({words.y for words in words_of(bands_of(table(row))[0])}) == 1


def test_letters_are_smaller_where_that_spares_words() -> None:
    long = "Konventionsgebundenheit"
    few = table(tuple(cell(long, "en") for _ in range(3)), language="en")
    many = table(tuple(cell(long, "en") for _ in range(5)), language="en")

    sizes = [
        words_of(bands_of(each)[0])[0].line.segments[0].pen.size for each in (few, many)
    ]

    assert sizes[1] < sizes[0]
    assert len(words_of(bands_of(few)[0])) == 3


def test_a_row_taller_than_a_page_goes_on_below_the_head_again() -> None:
    head = (cell("رأس", header=True),)
    made = table(head, (cell("تعاقب المادة 47 من القانون رقم 5 " * 300),), heads=1)

    pages = paginated(bands_of(made))

    assert len(pages) > 2
    assert all(page.filled <= ROOM + 0.01 for page in pages)
    assert all(page.bands[0].band.frames[0].ground for page in pages)


def test_a_head_too_tall_for_every_page_stands_on_the_first_alone() -> None:
    head = (cell("عنوان طويل " * 200, header=True),)
    rows = [(cell("نص"),) for _ in range(40)]

    bands = bands_of(table(head, *rows, heads=1))

    assert not any(band.repeated for band in bands)


@pytest.mark.parametrize("language", ["ar", "fr"])
def test_a_table_for_a_pen_has_lines_between_its_columns(language: str) -> None:
    empty = replace(
        table(*[(cell(" "), cell(" "), cell(" "))] * 2, language=language), ruled=True
    )

    *bands, _ = bands_of(empty)

    lines = [[m for m in band.marks if isinstance(m, Stroke)] for band in bands]
    left, right = WIDE.left, WIDE.right
    thirds = pytest.approx([left + (right - left) / 3, left + (right - left) * 2 / 3])
    assert all([line.x for line in each] == thirds for each in lines)
    assert all(
        (line.y, line.to_y) == (0, band.height)
        for band, each in zip(bands, lines, strict=True)
        for line in each
    )


def test_every_row_has_as_many_cells_for_who_hears_it() -> None:
    root = Element(Role.DOCUMENT, "ar")
    ragged = table((cell("1"), cell("2"), cell("3")), (cell("1"),))

    bands_of(ragged, Setter(Fonts(), "ar", root))

    (tree,) = (kid for kid in root.kids if isinstance(kid, Element))
    rows = [row for row in tree.kids if isinstance(row, Element)]
    assert [len(row.kids) for row in rows] == [3, 3]


def test_only_heads_of_columns_and_of_rows_are_heads() -> None:
    root = Element(Role.DOCUMENT, "ar")
    head = cell("س", header=True), cell("ب", header=True)
    made = table(head, (cell("2024", header=True), cell("3")), heads=1)

    bands_of(made, Setter(Fonts(), "ar", root))

    (tree,) = (kid for kid in root.kids if isinstance(kid, Element))
    told = [
        (each.role, "Row" in each.attributes, "Column" in each.attributes)
        for row in tree.kids if isinstance(row, Element)
        for each in row.kids if isinstance(each, Element)
    ]  # fmt: skip
    of_column, of_row = (Role.TH, False, True), (Role.TH, True, False)
    assert told == [of_column, of_column, of_row, (Role.TD, False, False)]
