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


Turn = Callable[[int], bool]
"""Told of the page that is worked on next; whether to look at it once more."""

Look = Callable[[Sheet, Turn], list[PageCode]]


def _always(_page: int) -> bool:
    """Nobody counts the work."""
    return True


def codes_in(scan: Path, turn: Turn = _always) -> Iterator[FoundCode]:
    """Our codes on all pages of ``scan``, those of others passed over.

    Every page is looked at quickly first (30 ms); where none has a code, the first
    twelve are looked at thoroughly (about a second), as long as ``turn`` lets them.

    Raises:
        AppError: as ``whole_scan`` and ``sheets``.
    """
    content, media_type = whole_scan(scan)
    for look in (_at_a_glance, _thoroughly):
        turn(1)
        has_found = False
        for each in _seen(sheets(content, media_type, scan.name), look, turn):
            has_found = True
            yield each
        if has_found:
            return


def _seen(pages: Iterator[Sheet], look: Look, turn: Turn) -> Iterator[FoundCode]:
    for sheet in pages:
        for code in look(sheet, turn):
            yield FoundCode(sheet.number, code)
        turn(sheet.number + 1)  # Before it is drawn.


def _at_a_glance(sheet: Sheet, _turn: Turn) -> list[PageCode]:
    return _read(sheet.drawn(_USUAL))


def _thoroughly(sheet: Sheet, turn: Turn) -> list[PageCode]:
    if sheet.number > _MOST_THOROUGH:
        return []
    for picture in _clearer(sheet):
        found = _read(picture)
        if found or not turn(sheet.number):
            return found
    return []


def _clearer(sheet: Sheet) -> Iterator[Image.Image]:
    yield from _mended(sheet.drawn(_USUAL))
    if not sheet.is_picture:
        yield from _mended(sheet.drawn(_FINE))


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
