"""Fonts that draw another letter than they say are told, and ours never are."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from io import BytesIO
from random import Random

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyhanko.pdf_utils.reader import PdfFileReader

from focalpoint_app.document.blocks import Document, Paragraph, Run
from focalpoint_app.pdf.pages import pdf_content
from focalpoint_app.pdf.verifying.disguises import disguised
from focalpoint_app.pdf.verifying.pages import Readings, shown_pages
from tests.pdf.mixed import lines
from tests.pdf.paragraphs import HARD

Forge = Callable[[pikepdf.Pdf], None]
YES_NO = "نعم، يجرّم القانون ذلك. لا 5 (ب) Article 12, 35.5%"
_ENTRY = re.compile(rb"<(\w{4})> <(\w+)>")


def printed(texts: Iterable[str], language: str = "ar") -> bytes:
    blocks = tuple(Paragraph((Run(text, language),)) for text in texts)
    content, _ = pdf_content(Document(title="t", language=language, blocks=blocks))
    return content


def found(content: bytes, forge: Forge | None = None) -> str:
    stream = BytesIO(content)
    if forge is not None:
        stream = BytesIO()
        with pikepdf.open(BytesIO(content)) as pdf:
            forge(pdf)
            pdf.save(stream)
    readings: Readings = {}
    list(shown_pages(PdfFileReader(stream), readings=readings))
    return disguised(readings)


def font_with(pdf: pikepdf.Pdf, letter: str) -> pikepdf.Dictionary:
    said = letter.encode("utf-16-be").hex().encode()
    for each in pdf.objects:
        if not isinstance(each, pikepdf.Dictionary) or "/ToUnicode" not in each:
            continue
        if b"<%s>\n" % said in each.ToUnicode.read_bytes():
            return each
    raise AssertionError(letter)


def code_of(font: pikepdf.Dictionary, letter: str) -> int:
    """The first that says the letter with ink."""
    said = letter.encode("utf-16-be").hex().encode()
    places = font.DescendantFonts[0].CIDToGIDMap.read_bytes()
    entries = _ENTRY.findall(font.ToUnicode.read_bytes())
    codes = [int(code, 16) for code, says in entries if says == said]
    return next(code for code in codes if places[2 * code : 2 * code + 2] != b"\0\0")


def says_otherwise(letter: str, other: str) -> Forge:
    """The map to text has the one where the other is drawn."""

    def forge(pdf: pikepdf.Pdf) -> None:
        font = font_with(pdf, letter)
        code = b"<%04x> <" % code_of(font, letter)
        said = other.encode("utf-16-be").hex().encode()
        old = font.ToUnicode.read_bytes()
        new = re.sub(code + rb"\w+>", code + said + b">", old, flags=re.IGNORECASE)
        assert new != old
        font.ToUnicode = pdf.make_stream(new)

    return forge


def drawn_as(letter: str, other: str) -> Forge:
    """The code of one letter leads to the glyph of the other."""

    def forge(pdf: pikepdf.Pdf) -> None:
        font = font_with(pdf, letter)
        below = font.DescendantFonts[0]
        places = bytearray(below.CIDToGIDMap.read_bytes())
        at, to = 2 * code_of(font, letter), 2 * code_of(font, other)
        places[at : at + 2] = places[to : to + 2]
        below.CIDToGIDMap = pdf.make_stream(bytes(places))

    return forge


def says_nothing(pdf: pikepdf.Pdf) -> None:
    """Ink without a word to it."""
    font = font_with(pdf, "5")
    code = b"<%04X> <" % code_of(font, "5")
    old = font.ToUnicode.read_bytes()
    font.ToUnicode = pdf.make_stream(old.replace(code, b"<FFFF> <"))


def another_font(pdf: pikepdf.Pdf) -> None:
    font_with(pdf, "5").BaseFont = pikepdf.Name("/ABCDEF+Elsewhere")


def a_name_with_a_path(pdf: pikepdf.Pdf) -> None:
    font_with(pdf, "5").BaseFont = pikepdf.Name("/ABCDEF+../fonts/NotoSerif-Regular")


def no_font_file(pdf: pikepdf.Pdf) -> None:
    del font_with(pdf, "5").DescendantFonts[0].FontDescriptor.FontFile2


@pytest.fixture(scope="module")
def page() -> bytes:
    return printed([YES_NO])


def test_what_our_own_fonts_draw_is_as_it_seems(page: bytes) -> None:
    assert found(page) == ""


@pytest.mark.parametrize(
    "forge",
    [
        says_otherwise("ن", "ل"),
        says_otherwise("5", "9"),
        says_otherwise("A", "\u0410"),
        drawn_as("3", "5"),
        drawn_as("ع", "م"),
        drawn_as("r", "t"),
        says_nothing,
        another_font,
        a_name_with_a_path,
        no_font_file,
    ],
)
def test_letters_drawn_otherwise_are_told(page: bytes, forge: Forge) -> None:
    assert found(page, forge)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_no_hard_line_of_ours_is_told(language: str) -> None:
    texts = [*HARD, *Random(7).sample(lines(), 120)]
    assert found(printed(texts, language)) == ""


EXAMPLES = settings.default.max_examples if settings.default else 100
_LETTERS = st.sampled_from(
    "ابتثجحخدذرزسشصضطظعغفقكلمنهويىئءآأإؤةـ \u064b\u064e\u0651\u0670"
)
_MARKS = st.sampled_from(" \u200c\u200d\u200e\u200f\u2068\u2069.,()[]«»-/:12٣٤abcя公")


@settings(deadline=None, max_examples=EXAMPLES // 2)
@given(st.lists(st.text(_LETTERS | _MARKS, max_size=90), min_size=1, max_size=4))
def test_no_text_of_the_six_languages_is_told(texts: list[str]) -> None:
    assert found(printed(texts)) == ""


@settings(deadline=None, max_examples=EXAMPLES // 2)
@given(st.text(max_size=60))
def test_no_text_at_all_is_told(text: str) -> None:
    assert found(printed([text])) == ""
