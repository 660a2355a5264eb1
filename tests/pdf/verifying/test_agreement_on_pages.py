"""Hard text, set on real pages, is recognized there; changed by a letter, it is not."""

from __future__ import annotations

import re
from io import BytesIO

import pikepdf
import pytest
from pyhanko.pdf_utils.reader import PdfFileReader

from focalpoint_app.document.answer_text import text_blocks
from focalpoint_app.document.blocks import Document
from focalpoint_app.pdf.pages import pdf_content
from focalpoint_app.pdf.verifying.agreement import Agreement, Print, agreement
from focalpoint_app.pdf.verifying.expected import Expectation, ExpectedAnswer
from focalpoint_app.pdf.verifying.pages import shown_pages
from focalpoint_app.pdf.verifying.plain_text import plain
from tests.pdf.paragraphs import HARD

LISTS = (
    "- بند أول\n- item two\n(أ) بند\n1. first\n(b) second",
    "emoji 😀 and unassigned \u0378 \ue000 done",
    "A" * 400,
    "https://sherloc.unodc.org/cld/document/ken/2010/very/long/path?x=1&y=2#part",
    "100 000 دولار؛ 50% و 3.5 و 12/5/2010 و -5 +7",
    "نص \u202bمعكوس (الدولة) 5\u202c ثم Latin",
    "中文段落，包含English和数字123以及العربية。《条约》第5条（甲）款",
    "Русский текст № 5 «кавычки» и العربية ١٢٣",
    "رقم : 100 000 Law No. 5 (أ) 5-10 100 000",
    "ب" + "\u064e" * 9 + " ثم بِّ \u064b وحده e\u0301\u0300 وآ وإِ وئ",
)


def compared(printed: str, wanted: str, language: str) -> Agreement:
    blocks = text_blocks(printed, language)
    content, _ = pdf_content(Document("t", language, blocks))
    paragraphs = tuple(line for line in wanted.split("\n") if line.strip())
    expected = Expectation((ExpectedAnswer("q", texts=(paragraphs,)),))
    pages = tuple(shown_pages(PdfFileReader(BytesIO(content))))
    paper = Print(pages, b"", language)
    return agreement(paper, lambda _data, _language, _says: expected)


@pytest.mark.parametrize("language", ["ar", "en", "zh"])
@pytest.mark.parametrize("text", [*HARD, *LISTS])
def test_hard_text_is_recognized(text: str, language: str) -> None:
    assert compared(text, text, language).differences == ()


@pytest.mark.parametrize(
    ("printed", "wanted"),
    [
        ("الدولة المستعرِضة", "الدولة المستعرَضة"),
        ("الدولة المستعرضة", "الدولة المستعرِضة"),
        ("الدولة المستعرِضة", "الدولة المستعرضة"),
        ("يُعاقَب من حرّض", "يَعاقُب من حرّض"),
        ("قرأ المعلّم الدرس", "قرأ المعلم الدرّس"),
        ("Le prévenu a été jugé", "Le prevenu a été jugé"),
        ("المادة 5 (1) (أ)", "المادة 5 (1) (ب)"),
        ("القانون رقم 5 لسنة 2010", "القانون رقم 5 لسنة 2011"),
        ("Law No. 5 of 2010", "Law No. 6 of 2010"),
        ("刑事定罪", "刑事管辖"),
    ],
)
def test_one_letter_more_or_less_is_told(printed: str, wanted: str) -> None:
    assert compared(printed, printed, "ar").agrees is True
    assert compared(printed, wanted, "ar").agrees is False


EXCHANGED = (
    ("من 5 إلى 10 سنوات", "ar", "5", "10"),
    ("Smith ضد Jones", "ar", "Smith", "Jones"),
    ("المادة 5 (Law No. 7) ثم المادة 9", "ar", "5", "9"),
    ("Smith ضد Jones", "en", "Smith", "Jones"),
    ("العقوبة ١٠ سنوات أو ٢٠ سنة", "ar", "١٠", "٢٠"),
    ("第5条和第7条的规定", "zh", "5", "7"),
)


@pytest.mark.parametrize(("text", "language", "one", "other"), EXCHANGED)
def test_what_is_exchanged_on_one_line_is_told(
    text: str, language: str, one: str, other: str
) -> None:
    """In the file itself: each is drawn where the other was."""
    content, _ = pdf_content(Document("t", language, text_blocks(text, language)))
    assert judged(content, text, language) is True
    assert judged(exchanged(content, one, other), text, language) is False


def judged(content: bytes, text: str, language: str) -> bool | None:
    wanted = ExpectedAnswer("q", texts=((text,),), languages=(language,))
    pages = tuple(shown_pages(PdfFileReader(BytesIO(content))))
    paper = Print(pages, b"", language)
    return agreement(paper, lambda *_: Expectation((wanted,))).agrees


def exchanged(content: bytes, *texts: str) -> bytes:
    """The pens of two runs, found by what the runs say, set in each other's place."""
    (page,) = shown_pages(PdfFileReader(BytesIO(content)))
    said = [plain(run.text) for run in page if not run.decoration]
    first, second = (said.index(plain(text)) for text in texts)
    with pikepdf.open(BytesIO(content)) as pdf:
        drawing = pdf.pages[0].Contents
        parts = re.split(rb"(1 0 0 1 [0-9.]+ [0-9.]+ Tm)", drawing.read_bytes())
        pens = parts[1::2]
        pens[first], pens[second] = pens[second], pens[first]
        parts[1::2] = pens
        drawing.write(b"".join(parts))
        pdf.save(written := BytesIO())
    return written.getvalue()
