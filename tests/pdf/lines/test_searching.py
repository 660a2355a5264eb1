"""Any three words that stand together on a line are found by searching for them.

What stays out of reach, measured over 506 of our paragraphs (8,682 phrases): MuPDF
99.7 % (marks of direction stand beside digits, and it takes lone signs for line ends),
PDFium 94.4 % (it mirrors brackets once more, joins a comma to the digits or the vowel
sign before it, and puts the words of a Latin run in an Arabic line in reverse), poppler
99.9 % once the format characters that it writes itself are dropped.

Of two vowel signs on one letter PDFium gives the second first, which Unicode holds for
the same text: 96.5 % are found when they are asked for in either order.
"""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pymupdf
import pypdfium2
import pytest

from focalpoint_app.document.blocks import Document, PageBreak, Paragraph, Run, Style
from focalpoint_app.pdf.pages import write_pdf
from tests.pdf.paragraphs import HARD, questionnaire_paragraphs
from tests.pdf.readers import by_poppler, plainly

WORDS = 7  # of a paragraph in this test: they fit on one line
OPENING = "تلتزم الدول الأطراف بتنفيذ أحكام الاتفاقية على نحو يتسق مع المساواة"
_TWO_SIGNS = re.compile("([\u064b-\u0652])([\u064b-\u0652])")
Found = Callable[[int, str], bool]
_open: Callable[..., Any] = pymupdf.open  # its signatures are not typed


def pieces() -> Iterator[str]:
    for text in (*HARD, *questionnaire_paragraphs(70)):
        words = plainly(text).split()
        for start in range(0, len(words), WORDS):
            yield " ".join(words[start : start + WORDS])


LINES = [line for line in pieces() if line.count(" ") > 1]


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("searched") / "lines.pdf"
    write_pdf(Document("lines", "ar", tuple(blocks()), page_label=""), path)
    return path


def blocks() -> Iterator[Paragraph | PageBreak]:
    for line in LINES:
        for text in (OPENING, OPENING, line):
            yield Paragraph((Run(text),), Style.NARRATIVE)
        yield PageBreak()


def share_found(found: Found) -> float:
    phrases = [
        (page, " ".join(words[place : place + 3]))
        for page, words in enumerate(line.split() for line in LINES)
        for place in range(len(words) - 2)
    ]
    return sum(found(*phrase) for phrase in phrases) / len(phrases)


def test_mupdf_finds_what_stands_together(written: Path) -> None:
    document = _open(written)

    found = share_found(lambda page, phrase: bool(document[page].search_for(phrase)))

    assert found > 0.985


def test_pdfium_finds_what_stands_together(written: Path) -> None:
    with pypdfium2.PdfDocument(written) as document:
        pages = [page.get_textpage() for page in document]

        found = share_found(
            lambda page, phrase: any(
                pages[page].search(each).get_next() is not None
                for each in (phrase, _TWO_SIGNS.sub(r"\2\1", phrase))
            )
        )

    assert found > 0.93


def test_poppler_writes_what_stands_together(written: Path) -> None:
    pages = [plainly(page) for page in by_poppler(written)]

    assert share_found(lambda page, phrase: phrase in pages[page]) > 0.995


def test_numbers_among_arabic_words_part_no_phrase(tmp_path: Path) -> None:
    path = tmp_path / "x.pdf"
    text = "صدر القانون رقم 5 لسنة 2010 بشأن اتفاقية UNTOC لسنة 2000 هنا"
    write_pdf(Document("x", "ar", (Paragraph((Run(text),)),), page_label=""), path)

    document = _open(path)
    with pypdfium2.PdfDocument(path) as chrome:
        assert chrome[0].get_textpage().search(text).get_next() is not None
    assert document[0].search_for(text)
