"""What is drawn must come back as it was written, from every reader."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from focalpoint_app.document.blocks import (
    Block,
    Document,
    PageBreak,
    Paragraph,
    Run,
    Style,
)
from focalpoint_app.pdf.pages import write_pdf
from tests.pdf.paragraphs import HARD, questionnaire_paragraphs
from tests.pdf.readers import by_mupdf, by_poppler, by_pypdf, plainly, similarity

PRESENTATION_FORMS = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")
OPENING = "تلتزم الدول الأطراف بتنفيذ أحكام الاتفاقية على نحو يتسق مع المساواة "
MARK = "انتهى التمهيد"
READERS = {"poppler": by_poppler, "mupdf": by_mupdf, "pypdf": by_pypdf}


@pytest.fixture(scope="module")
def paragraphs() -> list[str]:
    return [*HARD, *questionnaire_paragraphs(120)]


@pytest.fixture(scope="module")
def written(paragraphs: list[str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One paragraph to a page, below enough Arabic to make it an Arabic page."""
    path = tmp_path_factory.mktemp("pages") / "paragraphs.pdf"
    blocks: list[Block] = []
    for text in paragraphs:
        blocks += [set_paragraph(OPENING * 4), set_paragraph(MARK), set_paragraph(text)]
        blocks.append(PageBreak())
    document = Document("paragraphs", "ar", tuple(blocks), page_label="")
    assert write_pdf(document, path).pages == len(paragraphs)
    return path


def set_paragraph(text: str) -> Paragraph:
    return Paragraph((Run(text),), Style.NARRATIVE)


@pytest.mark.parametrize(
    ("reader", "least"), [("poppler", 0.9995), ("mupdf", 0.999), ("pypdf", 0.999)]
)
def test_paragraphs_come_back_as_written(
    written: Path, paragraphs: list[str], reader: str, least: float
) -> None:
    read: Callable[[Path], list[str]] = READERS[reader]
    pages = [plainly(page).partition(MARK)[2].strip() for page in read(written)]

    found = [
        similarity(plainly(text), page)
        for text, page in zip(paragraphs, pages, strict=True)
    ]

    worst = min(zip(found, paragraphs, pages, strict=True))
    assert sum(found) / len(found) >= least, worst


@pytest.mark.parametrize("reader", READERS)
def test_no_presentation_form_comes_back(written: Path, reader: str) -> None:
    assert not PRESENTATION_FORMS.search("".join(READERS[reader](written)))


def test_english_pages_come_back_whole(tmp_path: Path) -> None:
    text = (
        "The Organized Crime Act (قانون مكافحة الجريمة المنظمة), No. 5 of 2010, "
        "section 12(1)(a): see file «القانون»."
    )
    path = tmp_path / "english.pdf"
    filler = Paragraph((Run("States Parties shall carry out their duties. " * 8),))
    document = Document("English", "en", (filler, set_paragraph(text)), page_label="")

    write_pdf(document, path)

    assert plainly(text) in plainly(by_poppler(path)[0])
    assert plainly(text) in plainly(by_mupdf(path)[0])
    assert similarity(plainly(text), plainly(by_pypdf(path)[0])[-len(text) :]) > 0.97
