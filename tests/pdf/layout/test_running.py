"""Head and foot of each page."""

from dataclasses import replace
from pathlib import Path

import pytest

from focalpoint_app.document.blocks import Document
from focalpoint_app.pdf.glyphs.document_fonts import Fonts
from focalpoint_app.pdf.layout.bands import Words
from focalpoint_app.pdf.layout.running import Running
from focalpoint_app.pdf.layout.setting import Column, Setter
from focalpoint_app.pdf.pages import write_pdf
from tests.pdf.readers import by_poppler, plainly

COLUMN = Column(65, 530, True)
LONG = "المملكة المتحدة لبريطانيا العظمى وأيرلندا الشمالية · التقييم الذاتي · " * 3


def words(document: Document, page: int = 2) -> list[Words]:
    setter = Setter(Fonts(), document.language)
    column = Column(COLUMN.left, COLUMN.right, setter.rtl)
    marks = Running(document, setter, column).marks(page, 9)
    return [mark for mark in marks if isinstance(mark, Words)]


def edges(mark: Words) -> tuple[float, float]:
    return mark.x, mark.x + mark.line.width


@pytest.mark.parametrize("language", ["ar", "fr"])
@pytest.mark.parametrize("head", [LONG, "审" * 200, "short"])
def test_a_head_leaves_the_draft_its_place(language: str, head: str) -> None:
    document = Document("t", language, (), head=head, watermark="DRAFT", page_label="")

    shown, mark = sorted(words(document), key=edges, reverse=language == "ar")

    left, right = (mark, shown) if language == "ar" else (shown, mark)
    assert edges(left)[1] < edges(right)[0]
    assert edges(left)[0] >= COLUMN.left - 0.01
    assert edges(right)[1] <= COLUMN.right + 0.01


def test_a_head_that_fits_is_left_whole() -> None:
    plain = Document("t", "fr", (), head="Royaume", page_label="")
    draft = Document("t", "fr", (), head="Royaume", watermark="DRAFT", page_label="")

    assert words(draft)[0].line.width == words(plain)[0].line.width


def test_a_head_a_little_too_long_is_set_smaller_not_cut() -> None:
    """The sample's in French, beside DEMONSTRATION."""
    head = (
        "République d’Exemplie · Auto-évaluation relative au groupe thématique I :"
        " incrimination et compétence"
    )
    marked = Document("t", "fr", (), head=head, watermark="DÉMONSTRATION")
    alone = Document("t", "fr", (), head=head)

    widths = [
        max(mark.line.width for mark in words(document)) for document in (marked, alone)
    ]

    assert 0.8 * widths[1] <= widths[0] < widths[1]
    assert last_letter(marked) == "e"
    assert last_letter(replace(marked, head=head * 2)) == "…"


def last_letter(document: Document) -> str:
    """Of the widest words of a page."""
    widest = max(words(document), key=lambda mark: mark.line.width)
    return widest.line.segments[-1].ends[1]


@pytest.mark.parametrize(
    "marking", ["W" * 80, "密" * 80, "سري للغاية " * 7, "سري", "سري\nلا يُنشر"]
)
def test_a_marking_is_shown_whole_on_one_line(marking: str, tmp_path: Path) -> None:
    document = Document("t", "ar", (), marking=marking, page_label="")

    write_pdf(document, tmp_path / "marked.pdf")

    left, right = zip(*map(edges, words(document)), strict=True)
    assert min(left) >= COLUMN.left - 0.01
    assert max(right) <= COLUMN.right + 0.01
    (page,) = by_poppler(tmp_path / "marked.pdf")
    assert [plainly(line) for line in page.split("\n") if line.strip()] == [
        plainly(marking)
    ] * 2
