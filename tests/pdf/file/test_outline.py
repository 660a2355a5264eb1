"""Bookmarks hang below each other as headings do, and lead to them."""

from __future__ import annotations

import fitz

from focalpoint_app.document.blocks import Document, Heading, Paragraph, Run
from focalpoint_app.pdf.pages import pdf_content

LEVELS = (1, 2, 2, 3, 1, 3, 2)


def titled(number: int, level: int) -> Heading:
    return Heading(level, (Run(f"عنوان {number}", "ar"),), "ar", new_page=level == 1)


def test_each_heading_hangs_below_the_last_shallower_one() -> None:
    blocks = [titled(n, level) for n, level in enumerate(LEVELS)]
    content, _ = pdf_content(Document("x", "ar", tuple(blocks)))

    with fitz.open(stream=content) as pdf:
        found = pdf.get_toc()

    depths = [1, 2, 2, 3, 1, 2, 2]  # one that skips a level hangs directly below
    pages = [1, 1, 1, 1, 2, 2, 2]
    titles = [f"عنوان {n}" for n in range(len(LEVELS))]
    assert found == [list(each) for each in zip(depths, titles, pages, strict=True)]


def test_a_title_of_many_lines_is_one_short_line() -> None:
    heading = Heading(1, (Run("سطر\n" * 200, "ar"),), "ar")

    content, _ = pdf_content(Document("x", "ar", (heading,)))

    with fitz.open(stream=content) as pdf:
        ((_, title, _),) = pdf.get_toc()
    assert title.startswith("سطر سطر")
    assert len(title) <= 250


def test_a_document_without_headings_has_no_bookmarks() -> None:
    text = Paragraph((Run("نص", "ar"),), language="ar")

    content, _ = pdf_content(Document("x", "ar", (text,)))

    with fitz.open(stream=content) as pdf:
        assert pdf.get_toc() == []
