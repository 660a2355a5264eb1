"""The codes on scanned pages, whichever way the paper lay."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import zxingcpp
from PIL import Image, ImageFilter, ImageOps

from focalpoint_app.domain.page_code import PageCode
from focalpoint_app.pdf.scans.sheets import Sheet, sheets, whole_scan

_USUAL, _FINE = 200, 300  # dots an inch
_SMALL = 4_000_000  # pixels: an A4 page at 150 dots an inch has 2.2 million
_SPECKLES = 3  # pixels square
_MOST_THOROUGH = 12  # pages: more, and nobody waits for it
_QR = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)


@dataclass(frozen=True, slots=True)
class FoundCode:
    """``page`` counts from 1."""

    page: int
    code: PageCode


def _nothing() -> None:
    """Nobody counts the steps."""


def codes_in(
    scan: Path, before_each: Callable[[], None] = _nothing
) -> tuple[FoundCode, ...]:
    """Our codes on all pages of ``scan``, those of others passed over.

    Every page is looked at quickly first (30 ms); where none has a code, the first
    twelve are looked at thoroughly (about a second).  ``before_each`` is called
    before each look.

    Raises:
        AppError: as ``whole_scan`` and ``sheets``.
    """
    content, media_type = whole_scan(scan)
    for looked_at in (_at_a_glance, _thoroughly):
        before_each()
        found = [
            FoundCode(sheet.number, code)
            for sheet in sheets(content, media_type, scan.name)
            for code in looked_at(sheet, before_each)
        ]
        if found:
            return tuple(found)
    return ()


def _at_a_glance(sheet: Sheet, before_each: Callable[[], None]) -> list[PageCode]:
    before_each()
    return _read(sheet.drawn(_USUAL))


def _thoroughly(sheet: Sheet, before_each: Callable[[], None]) -> list[PageCode]:
    if sheet.number > _MOST_THOROUGH:
        return []
    for dots in (_USUAL, _FINE):
        before_each()
        for picture in _mended(sheet.drawn(dots)):
            before_each()
            found = _read(picture)
            if found:
                return found
    return []


def _mended(page: Image.Image) -> Iterator[Image.Image]:
    """As it is; enlarged; pale ink darkened, speckles and noise taken away."""
    yield page
    if page.width * page.height <= _SMALL:
        yield page.resize((page.width * 2, page.height * 2), Image.Resampling.BICUBIC)
    clean = ImageOps.autocontrast(page.filter(ImageFilter.MedianFilter(_SPECKLES)))
    yield clean
    yield clean.filter(ImageFilter.GaussianBlur(1.5))


def _read(picture: Image.Image) -> list[PageCode]:
    texts = (each.text for each in zxingcpp.read_barcodes(picture, _QR))
    return [code for text in texts if (code := PageCode.read(text))]
