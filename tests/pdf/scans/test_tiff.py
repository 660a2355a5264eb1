"""Copiers and faxes write TIFF: many pages, one bit a dot, not always square."""

from __future__ import annotations

import struct
from contextlib import suppress
from io import BytesIO
from random import Random

import pytest
from PIL import Image, ImageDraw

from focalpoint_app.domain.errors import AppError
from focalpoint_app.pdf.scans.letter_pages import WIDTH, letter_pages
from focalpoint_app.pdf.scans.sheets import Sheet, media_type_of, sheets

TIFF = "image/tiff"


def faxed(*bars: int, dots: tuple[int, int] = (204, 98), way: str = "group4") -> bytes:
    """A page for each bar, black where it stands."""
    pages = []
    for left in bars:
        page = Image.new("1", (432, 275), 1)
        ImageDraw.Draw(page).rectangle((left, 0, left + 20, 274), fill=0)
        pages.append(page)
    found = BytesIO()
    first, *rest = pages
    first.save(
        found, "TIFF", save_all=True, append_images=rest, compression=way, dpi=dots
    )
    return found.getvalue()


def read(content: bytes, most: int = 100) -> tuple[Sheet, ...]:
    assert media_type_of(content) == TIFF
    return tuple(sheets(content, TIFF, "fax.tif", most))


def draw_all(content: bytes, most: int = 100) -> None:
    for each in read(content, most):
        each.drawn(150)


def refusal(content: bytes, most: int = 100) -> str:
    with pytest.raises(AppError) as told:
        draw_all(content, most)
    return told.value.code


def list_of_pages(*, width: int, following: int) -> bytes:
    """A TIFF of one bit, its list of pages at 8; ``following`` is where it goes on."""
    entries = [(256, width), (257, 8), (258, 1), (259, 1), (262, 0), (273, 0),
               (277, 1), (278, 8), (279, 8)]  # fmt: skip
    listed = b"".join(struct.pack("<HHII", tag, 4, 1, said) for tag, said in entries)
    count = struct.pack("<H", len(entries))
    return b"II*\x00\x08\x00\x00\x00" + count + listed + struct.pack("<I", following)


def test_every_page_of_a_fax_is_drawn_as_tall_as_it_was_written() -> None:
    pages = [each.drawn(150) for each in read(faxed(40, 200, 380))]
    assert [page.getpixel((50, 100)) for page in pages] == [0, 255, 255]
    assert [page.getpixel((390, 100)) for page in pages] == [255, 255, 0]
    assert {page.size for page in pages} == {(432, 275 * 204 // 98)}


@pytest.mark.parametrize("way", ["raw", "tiff_lzw", "packbits", "tiff_deflate"])
def test_it_may_be_packed_in_any_usual_way(way: str) -> None:
    (page,) = read(faxed(40, dots=(200, 200), way=way))
    assert page.drawn(150).getpixel((50, 100)) == 0
    assert page.drawn(150).size == (432, 275)


def test_a_letter_that_came_as_a_fax_is_looked_at_page_by_page() -> None:
    pages = letter_pages(faxed(40, 380), "fax.tif").pages
    assert [(page.width, page.text) for page in pages] == [(WIDTH, "")] * 2


def test_sixteen_bits_are_brought_to_eight_and_not_cut() -> None:
    found = BytesIO()
    Image.new("I;16", (4, 4), 20_000).save(found, "TIFF")
    (page,) = read(found.getvalue())
    assert page.drawn(150).getpixel((1, 1)) == 20_000 // 256


def test_more_pages_than_a_letter_has_are_refused() -> None:
    assert refusal(faxed(1, 2, 3), most=2) == "scan.too_many_pages"


def test_pages_that_run_in_a_circle_end() -> None:
    assert len(read(list_of_pages(width=8, following=8))) == 1


def test_a_page_that_claims_a_million_dots_is_refused_before_it_is_drawn() -> None:
    content = list_of_pages(width=0x7FFFFFF0, following=0)
    assert refusal(content) in ("scan.too_large", "scan.damaged")


@pytest.mark.parametrize("seed", range(30))
def test_a_broken_one_is_told_or_drawn(seed: int) -> None:
    random, content = Random(seed), bytearray(faxed(40, 380))
    for _ in range(random.randrange(1, 12)):
        content[random.randrange(4, len(content))] = random.randrange(256)
    del content[random.randrange(4, len(content)) :]
    with suppress(AppError):  # Anything else would be an accident.
        draw_all(bytes(content))
