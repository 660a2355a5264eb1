"""Pages of letters are drawn by a process of their own, and read where they speak."""

import struct
import zlib
from io import BytesIO

import pytest
from PIL import Image, ImageDraw
from reportlab.pdfgen.canvas import Canvas

from focalpoint_app.domain.errors import AppError
from focalpoint_app.pdf.scans.letter_pages import WIDTH, letter_pages, pages_said
from focalpoint_app.pdf.scans.processes import Said


def pdf(*pages: str) -> bytes:
    found = BytesIO()
    canvas = Canvas(found)
    for text in pages:
        canvas.drawString(80, 700, text)
        canvas.showPage()
    canvas.save()
    return found.getvalue()


def png(size: tuple[int, int] = (600, 800)) -> bytes:
    image = Image.new("L", size, "white")
    ImageDraw.Draw(image).rectangle((100, 100, 200, 200), fill="black")
    found = BytesIO()
    image.save(found, "PNG")
    return found.getvalue()


def test_every_page_has_its_text_and_its_picture() -> None:
    first, second = letter_pages(pdf("Law No. 5 of 2010", "Article 3"), "l.pdf").pages
    assert (first.text.strip(), second.text.strip()) == (
        "Law No. 5 of 2010",
        "Article 3",
    )
    assert first.width == WIDTH
    assert len(first.pixels()) == first.width * first.height
    assert min(first.pixels()) < 128 < max(first.pixels())


def test_a_picture_is_one_page_without_text() -> None:
    (page,) = letter_pages(png(), "scan.png").pages
    assert page.text == ""
    row = page.pixels()[page.width * (page.height // 6) :][: page.width]
    assert row[0] > 200
    assert row[page.width // 4] < 50


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"%PDF-1.7\nnothing", "pdf.unreadable"),
        (b"\x89PNG\r\n\x1a\nbroken", "scan.damaged"),
        (b"no page", "scan.unknown_kind"),
    ],
)
def test_what_cannot_be_drawn_is_told_with_its_name(content: bytes, code: str) -> None:
    with pytest.raises(AppError) as told:
        letter_pages(content, "l.pdf")
    assert (told.value.code, told.value.context["file"]) == (code, "l.pdf")


def test_of_too_many_pages_the_first_hundred_are_kept() -> None:
    found = letter_pages(pdf(*["x"] * 101), "l.pdf")
    assert (len(found.pages), found.is_whole) == (100, False)


PAGE = struct.pack(">IIII", 1, WIDTH, 1, len(packed := zlib.compress(b"x" * WIDTH)))
ONE = b"P" + PAGE + b"a" + packed


@pytest.mark.parametrize(
    "then", [b"", ONE[:9], ONE[:-12], b'R["scan.too_costly", {}]', b'R["scan.']
)
def test_what_was_drawn_before_the_reader_was_lost_is_kept(then: bytes) -> None:
    found = pages_said(Said(ONE + then, is_whole=False), "l.pdf")
    assert ([page.text for page in found.pages], found.is_whole) == (["a"], False)


def test_a_page_that_is_broken_behind_others_is_told() -> None:
    with pytest.raises(AppError, match=r"scan\.damaged"):
        pages_said(Said(ONE + b'R["scan.damaged", {}]', is_whole=True), "l.pdf")


def test_pixels_are_never_more_than_the_page_has() -> None:
    """Whatever was packed into it."""
    from dataclasses import replace

    (page,) = letter_pages(png(), "scan.png").pages
    bomb = replace(page, width=10, height=10, packed=zlib.compress(bytes(10**7)))
    assert len(bomb.pixels()) == 100


@pytest.mark.parametrize(
    "said",
    [
        b"P\0\0",
        b"P" + struct.pack(">IIII", 0, WIDTH, 2**31, 4) + b"xxxx",
        b"P" + struct.pack(">IIII", 0, 2**31, 10, 4) + b"xxxx",
        b"P" + struct.pack(">IIII", 2, WIDTH, 10, 4) + b"\xff\xffxxxx",
        b"Rnothing",
        b"R{}",
    ],
)
def test_what_no_page_of_ours_would_say_is_a_reader_lost(said: bytes) -> None:
    with pytest.raises(AppError) as told:
        pages_said(Said(said, is_whole=True), "l.pdf")
    assert told.value.code == "scan.too_costly"


@pytest.mark.parametrize(
    "packed",
    [
        pytest.param(b"no zlib", id="not packed"),
        pytest.param(zlib.compress(b"x" * (WIDTH * 9)), id="a row too few"),
        pytest.param(zlib.compress(b"x" * (WIDTH * 10))[:-9], id="cut short"),
    ],
)
def test_a_page_without_all_of_its_pixels_is_a_reader_lost(packed: bytes) -> None:
    """A picture is made of as many bytes as it says that it has."""
    said = b"P" + struct.pack(">IIII", 0, WIDTH, 10, len(packed)) + packed
    with pytest.raises(AppError) as told:
        pages_said(Said(said, is_whole=True), "l.pdf")
    assert told.value.code == "scan.too_costly"
