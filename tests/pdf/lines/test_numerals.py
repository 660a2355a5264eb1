"""Numbers in Arabic-Indic digits come back as written, whichever program reads them."""

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest

from focalpoint_app.document.blocks import Document, PageBreak, Paragraph, Run, Style
from focalpoint_app.pdf.glyphs.document_fonts import Fonts
from focalpoint_app.pdf.layout.look import STYLES
from focalpoint_app.pdf.lines.breaking_lines import broken_lines
from focalpoint_app.pdf.lines.spans import Span, SpannedText
from focalpoint_app.pdf.pages import write_pdf
from tests.pdf.readers import by_mupdf, by_poppler, by_pypdf, plainly

OPENING = "تلتزم الدول الأطراف بتنفيذ أحكام الاتفاقية على نحو يتسق مع المساواة "
MARK = "انتهى التمهيد"
PLAIN = (
    "صدر سنة ١٥ هنا",
    "يوم ٢٠٢٦/١١/٢٢ كان",
    "القرار ١/٨ والقرار ٥٥/٢٥ المؤرخ ١٥ تشرين الثاني",
    "بنسبة ١٢٫٥ في المائة",
    "مبلغ ١٬٢٥٠٬٠٠٠ دولار",
    "نحو ٤٥٪ من",
    "من ١٢-١٥ يوما",
    "عدد 15 و٢٥، و٣٥.",
)
BRACKETED = ("المادة ٥ (١) من", "المادة ١٥ (١٢) من", "CTOC/COP/٢٠٢٠ وثيقة")


def by_pdfium(path: Path) -> list[str]:
    with pypdfium2.PdfDocument(path) as document:
        return [page.get_textpage().get_text_bounded() for page in document]


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Each text on a page of its own, below enough Arabic to make it an Arabic page."""
    path = tmp_path_factory.mktemp("numbers") / "numbers.pdf"
    blocks: list[Paragraph | PageBreak] = []
    for text in (*PLAIN, *BRACKETED):
        lines = (OPENING * 4, MARK, text)
        blocks += [Paragraph((Run(line),), Style.NARRATIVE) for line in lines]
        blocks.append(PageBreak())
    write_pdf(Document("numbers", "ar", tuple(blocks), page_label=""), path)
    return path


@pytest.mark.parametrize(
    ("read", "texts"),
    [
        (by_poppler, (*PLAIN, *BRACKETED)),
        (by_mupdf, (*PLAIN, *BRACKETED)),
        (by_pypdf, (*PLAIN, *BRACKETED)),
        # It turns brackets round and puts Latin words in reverse; see conformance.md.
        (by_pdfium, PLAIN),
    ],
)
def test_numbers_come_back_as_written(
    written: Path, read: Callable[[Path], list[str]], texts: tuple[str, ...]
) -> None:
    pages = read(written)[: len(texts)]

    assert [plainly(page).partition(MARK)[2].strip() for page in pages] == [*texts]


def test_a_number_keeps_its_place_on_the_line() -> None:
    span = Span(Fonts().lettering(STYLES[Style.BODY]), "0 0 0")
    text = "يوم ٢٠٢٦ كان"

    (line,) = broken_lines(SpannedText(text, ((len(text), span),)), 1, 400)

    kept, number, opened = sorted(line.segments, key=lambda each: each.x)
    assert number.x == pytest.approx(kept.width)
    assert number.x + number.width == pytest.approx(opened.x)
    assert number.turn == pytest.approx(number.width, abs=0.1)
