"""The pages of a stranger's PDF or picture, drawn in a process that may be lost.

What the other process says goes through a pipe: no page ever lies in a file.
"""

from __future__ import annotations

import json
import struct
import sys
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from focalpoint_app.domain.errors import AppError
from focalpoint_app.pdf.scans.processes import (
    Bounds,
    Meter,
    Said,
    limit_memory,
    program,
    ran_apart,
)

if TYPE_CHECKING:
    from PIL.Image import Image

APART = "--pages-of-letter"
MOST_PAGES = 100
WIDTH = 1_240
"""Pixels: an A4 page at 150 dots an inch."""
_BOUNDS = Bounds(seconds=60, said=256_000_000)  # A hundred noisy scans are half.
_GIVEN_UP = frozenset({"scan.too_many_pages", "scan.too_costly"})
"""What leaves the pages before it as good as they are."""
_TALLEST = 8_000  # pixels; what is longer is no page of a letter
_HEAD = struct.Struct(">IIII")
_PAGE, _REFUSED = b"P", b"R"


@dataclass(frozen=True, slots=True)
class LetterPage:
    """``text`` is empty on a page that is only a picture; ``packed`` its grey pixels,
    a byte each, row by row, by zlib."""

    text: str
    width: int
    height: int
    packed: bytes = field(repr=False)

    def pixels(self) -> bytes:
        """``width`` times ``height`` bytes, from black to white."""
        most = self.width * self.height
        return zlib.decompressobj().decompress(self.packed, most)


@dataclass(frozen=True, slots=True)
class Drawn:
    """At least one page; ``is_whole`` unless those behind it were given up."""

    pages: tuple[LetterPage, ...]
    is_whole: bool = True


def letter_pages(content: bytes, name: str) -> Drawn:
    """Long work for the worker: after a minute, or a hundred pages, what there is.

    Raises:
        AppError: ``scan.too_costly`` where the reader was lost before it had drawn a
            page, else as ``sheets``.
    """
    return pages_said(ran_apart([*program(), APART], _BOUNDS, content), name)


def pages_said(said: Said, name: str) -> Drawn:
    """What the other process wrote, read as a stranger's word; AppError as above."""
    pages: list[LetterPage] = []
    refusal = None if said.is_whole else AppError("scan.too_costly", file=name)
    try:
        for each in _pages(said.content, name):
            pages.append(each)
    except AppError as exc:
        refusal = exc
    except (struct.error, zlib.error, ValueError, TypeError, LookupError) as exc:
        if said.is_whole:  # Else the last one was cut off.
            raise AppError("scan.too_costly", file=name) from exc
    if refusal is not None and not (pages and refusal.code in _GIVEN_UP):
        raise refusal
    return Drawn(tuple(pages), is_whole=refusal is None)


def answer_pages() -> int:
    """The other process: pages one after the other, or why there are none."""
    limit_memory()
    out = sys.stdout.buffer
    try:
        for page in _drawn(sys.stdin.buffer.read()):
            said = page.text.encode(errors="replace")
            sizes = (len(said), page.width, page.height, len(page.packed))
            out.write(_PAGE + _HEAD.pack(*sizes) + said + page.packed)
            out.flush()  # What comes behind it may be what this is lost over.
    except AppError as exc:
        said = json.dumps([exc.code, exc.context]).encode()
        out.write(_REFUSED + said)
    except MemoryError:
        return 1
    out.flush()
    return 0


def _drawn(content: bytes) -> Iterator[LetterPage]:
    from focalpoint_app.pdf.scans.sheets import media_type_of, sheets

    media_type = media_type_of(content)
    if not media_type:
        raise AppError("scan.unknown_kind", file="")
    meter = Meter()
    meter.turn(1)
    for sheet in sheets(content, media_type, "", MOST_PAGES, late=True):
        image = _sized(sheet.drawn(150))
        packed = zlib.compress(image.tobytes(), 1)
        yield LetterPage(sheet.text(), image.width, image.height, packed)
        meter.turn(sheet.number + 1)


def _sized(image: Image) -> Image:
    height = max(1, round(image.height * WIDTH / image.width))
    return image.resize((WIDTH, min(height, _TALLEST)))


def _pages(said: bytes, name: str) -> Iterator[LetterPage]:
    at = 0
    while at < len(said):
        kind, at = said[at : at + 1], at + 1
        if kind == _REFUSED:
            code, context = json.loads(said[at:])
            raise AppError(code, **{**context, "file": name})
        text, width, height, packed = _HEAD.unpack_from(said, at)
        if width != WIDTH or not 0 < height <= _TALLEST:
            raise ValueError("no page of ours")
        at += _HEAD.size
        words, at = said[at : at + text].decode(), at + text
        page = LetterPage(words, width, height, said[at : at + packed])
        if len(page.pixels()) != width * height:
            raise ValueError("a page without all of its pixels")
        yield page
        at += packed
