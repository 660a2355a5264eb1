"""What no page may begin or end with: lines alone, headings without their text."""

from __future__ import annotations

import pytest

from focalpoint_app.document.blocks import (
    Block,
    Cell,
    Document,
    Heading,
    PageBreak,
    Paragraph,
    Run,
    Section,
    Style,
    Table,
    Tick,
    WritingSpace,
)
from focalpoint_app.pdf.glyphs.document_fonts import Fonts
from focalpoint_app.pdf.layout.bands import Band, Words
from focalpoint_app.pdf.layout.flow import Flow
from focalpoint_app.pdf.layout.paging import Page, paginated
from focalpoint_app.pdf.layout.setting import Setter
from focalpoint_app.pdf.pages import pdf_content

ARTICLE = Paragraph((Run("تعاقب المادة 47 من القانون رقم 5 لسنة 2010 " * 9, "ar"),))
LINE = Paragraph((Run("نعم", "ar"),))
ROOM = 300.0


def laid_out(*blocks: Block) -> list[Band]:
    document = Document("x", "ar", blocks)
    flow = Flow(Setter(Fonts(), "ar"), document)
    return [band for block in blocks for band in flow.bands(block, flow.column)]


def after(filled: float, *blocks: Block) -> list[Page]:
    """On pages of ``ROOM`` points, of whose first so much is taken."""
    return paginated([Band(filled), *laid_out(*blocks)], ROOM)


def lines_on(pages: list[Page]) -> list[int]:
    """How many bands of the blocks lie on each page."""
    return [len(pages[0].bands) - 1, *(len(page.bands) for page in pages[1:])]


@pytest.mark.parametrize("filled", range(0, 300, 7))
def test_neither_the_first_nor_the_last_line_of_a_paragraph_stands_alone(
    filled: int,
) -> None:
    assert len(laid_out(ARTICLE)) > 3
    assert all(lines != 1 for lines in lines_on(after(filled, ARTICLE)))


@pytest.mark.parametrize("style", [Style.PROVISION, Style.LABEL, Style.CAPTION])
@pytest.mark.parametrize("filled", range(200, 300, 9))
def test_what_leads_stands_on_the_page_of_what_it_leads(
    style: Style, filled: int
) -> None:
    leading = Paragraph((Run("المادة 5", "ar"),), style)

    assert lines_on(after(filled, leading, LINE)) in ([2], [0, 2])


@pytest.mark.parametrize("filled", range(150, 300, 9))
def test_a_heading_stands_on_the_page_of_its_text(filled: int) -> None:
    heading = Heading(2, (Run("المادة 5", "ar"),))

    assert lines_on(after(filled, heading, LINE)) in ([2], [0, 2])


def test_boxes_that_belong_together_move_on_together() -> None:
    boxes = Section(tuple(Tick((Run(w, "ar"),)) for w in ("نعم", "لا")), together=True)

    assert lines_on(after(275, boxes)) == [0, 2]


@pytest.mark.parametrize("filled", range(0, 300, 11))
def test_neither_the_first_nor_the_last_line_to_write_on_stands_alone(
    filled: int,
) -> None:
    assert all(lines != 1 for lines in lines_on(after(filled, WritingSpace(6))))


@pytest.mark.parametrize("lines", [3, 20])
def test_a_full_cover_stands_higher_and_keeps_to_its_page(lines: int) -> None:
    title = Paragraph((Run("جمهورية المثال", "ar"),), Style.COVER_TITLE, "ar")
    line = Paragraph((Run("بروتوكول", "ar"),), Style.COVER_LINE, "ar")
    blocks: tuple[Block, ...] = (title, *[line] * lines, PageBreak(), ARTICLE)

    _, written = pdf_content(Document("x", "ar", blocks))

    assert written.pages == 2


def test_the_head_of_a_table_stands_on_each_page_that_it_reaches() -> None:
    head = (Cell((LINE,), header=True),)
    rows = tuple((Cell((LINE,)),) for _ in range(30))

    pages = after(0, Table((head, *rows), (1.0,)))

    heads = [page.bands[0].band for page in pages[1:]]
    assert len(heads) >= 2
    (first, *_) = laid_out(Table((head, *rows), (1.0,)))
    assert all(len(each.marks) == len(first.marks) for each in heads)
    assert all(each.frames[0].ground for each in heads)


def test_a_repeated_head_is_told_once_to_who_hears_the_pages() -> None:
    head = (Cell((LINE,), header=True),)
    made = Table((head, *((Cell((LINE,)),) for _ in range(30))), (1.0,))

    first, *further = after(0, made)

    def tags(page: Page, place: int) -> list[object]:
        marks = page.bands[place].band.marks
        return [mark.tag for mark in marks if isinstance(mark, Words)]

    assert None not in tags(first, 1)
    assert all(set(tags(page, 0)) == {None} for page in further)
    assert all(None not in tags(page, 1) for page in further)
