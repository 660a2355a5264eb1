"""The pages of a scan as pictures in grey, from a PDF, PNG or JPEG of anyone's."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from math import sqrt
from pathlib import Path

from PIL import Image

from focalpoint_app.domain.errors import AppError
from focalpoint_app.pdf.preview.page_pictures import PagePictures
from focalpoint_app.pdf.verifying.hostile_file import whole_file

LARGEST_SCAN = 64_000_000  # bytes
MOST_PAGES = 300
MOST_PIXELS = 32_000_000  # A3 at 400 dots an inch is 31 million.

_FORMATS = {
    b"%PDF-": "application/pdf",
    b"\x89PNG\r\n\x1a\n": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
}
_HEAD = 1024  # A PDF may have a few bytes before its own.
_POINTS = 72  # to the inch


@dataclass(frozen=True, slots=True)
class Sheet:
    """``number`` counts from 1; ``drawn`` takes dots an inch, which a picture,
    having its own, passes over.  ``text`` is what the page says, none in a picture.
    """

    number: int
    drawn: Callable[[int], Image.Image]
    text: Callable[[], str] = str


def whole_scan(path: Path) -> tuple[bytes, str]:
    """The file with its media type.

    Raises:
        AppError: ``file.missing``, ``file.unreadable``, ``scan.too_large``,
            ``scan.unknown_kind``.
    """
    content = whole_file(path, LARGEST_SCAN, too_large="scan.too_large")
    media_type = media_type_of(content)
    if not media_type:
        raise AppError("scan.unknown_kind", file=path.name)
    return content, media_type


def media_type_of(content: bytes) -> str:
    """Empty for what has no pages to draw."""
    for start, media_type in _FORMATS.items():
        head = content[:_HEAD] if media_type.endswith("pdf") else content[: len(start)]
        if start in head:
            return media_type
    return ""


def sheets(
    content: bytes, media_type: str, name: str, most: int = MOST_PAGES
) -> Iterator[Sheet]:
    """One after the other, so that a single page is held at a time; ``most`` pages.

    Raises:
        AppError: ``pdf.unreadable``, ``pdf.encrypted``, ``scan.too_large``,
            ``scan.too_many_pages``, ``scan.damaged``.
    """
    if media_type == "application/pdf":
        yield from _pages(content, name, most)
    else:
        picture = _picture(content, name)
        yield Sheet(1, lambda _dots: picture)


def _picture(content: bytes, name: str) -> Image.Image:
    try:
        with warnings.catch_warnings():
            # Pillow warns of pictures as large as ours may be, and of broken notes.
            warnings.simplefilter("ignore")
            image = Image.open(BytesIO(content), formats=("PNG", "JPEG"))
            if image.width * image.height > MOST_PIXELS:
                raise AppError("scan.too_large", file=name)
            return _on_white(image).convert("L")
    except Image.DecompressionBombError as exc:
        raise AppError("scan.too_large", file=name) from exc
    except (OSError, ValueError, SyntaxError, EOFError) as exc:
        raise AppError("scan.damaged", file=name) from exc


def _on_white(image: Image.Image) -> Image.Image:
    """What shines through becomes paper, not black; in grey, for the memory's sake."""
    if not image.has_transparency_data:
        return image
    seen = image.convert("LA")
    paper = Image.new("L", seen.size, "white")
    paper.paste(seen.getchannel("L"), mask=seen.getchannel("A"))
    return paper


def _pages(content: bytes, name: str, most: int) -> Iterator[Sheet]:
    pages = PagePictures(content)
    try:
        if pages.pages > most:
            raise AppError("scan.too_many_pages", file=name, limit=most)
        for number in range(pages.pages):
            text = partial(pages.text, number)
            yield Sheet(number + 1, _drawing(pages, number), text)
    finally:
        pages.close()


def _drawing(pages: PagePictures, number: int) -> Callable[[int], Image.Image]:
    width, height = pages.sizes[number]

    def drawn(dots: int) -> Image.Image:
        if width < 1 or height < 1:  # No paper is so narrow.
            return Image.new("L", (1, 1), "white")
        scale = min(dots / _POINTS, sqrt(MOST_PIXELS / (width * height)))
        picture = pages.grey(number, max(1, int(width * scale)))
        size = (picture.width, picture.height)
        return Image.frombuffer(
            "L", size, picture.pixels, "raw", "L", picture.stride, 1
        )

    return drawn
