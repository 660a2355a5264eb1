"""Glyphs from left to right on our pages, as Chromium draws the same lines.

The file beside this one was made by tools/visual_orders.py.
"""

import json
import unicodedata
from collections.abc import Callable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

import pymupdf

from focalpoint_app.document.blocks import Document, Paragraph, Run, Style
from focalpoint_app.pdf.pages import pdf_content
from tests.pdf.mixed import lines

ORDERS = Path(__file__).with_name("visual_orders.json")
_open: Callable[..., Any] = pymupdf.open  # its signatures are not typed


def test_each_line_is_drawn_in_chromiums_order() -> None:
    expected: dict[str, str] = json.loads(ORDERS.read_text(encoding="utf-8"))
    paragraphs = tuple(
        Paragraph((Run(line, "ar"),), Style.BODY, "ar") for line in expected
    )

    content, _ = pdf_content(Document("x", "ar", paragraphs, page_label=""))

    drawn = list(lines_from_left(content))
    wrong = [
        (line, order, ours)
        for (line, order), ours in zip(expected.items(), drawn, strict=True)
        if ours != order
    ]
    assert wrong == []


def test_chromium_was_asked_about_the_lines_that_are_made_today() -> None:
    assert list(json.loads(ORDERS.read_text(encoding="utf-8"))) == lines()


def lines_from_left(content: bytes) -> Iterator[str]:
    """What stands at each height of each page, by place and not by order of drawing."""
    with _open(stream=content) as document:
        for page in document:
            glyphs = [
                (round(origin[1], 1), origin[0], chr(code))
                for span in page.get_texttrace()
                for code, _, origin, _ in span["chars"]
            ]
            in_order = sorted(glyphs, key=lambda glyph: glyph[:2])
            for _, line in groupby(in_order, key=lambda glyph: glyph[0]):
                yield "".join(char for *_, char in line if is_compared(char))


def is_compared(char: str) -> bool:
    """Ink of its own: neither blank nor mark nor format character."""
    return unicodedata.category(char) not in {"Zs", "Mn", "Cf"}
