"""The pages of a scan as pictures in grey, from anyone's PDF, PNG, JPEG, TIFF."""

from __future__ import annotations

import struct
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
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
    b"II*\x00": "image/tiff",
    b"MM\x00*": "image/tiff",
}
_BROKEN = (
    OSError, ValueError, SyntaxError, EOFError, KeyError, IndexError, TypeError,
    RuntimeError, ZeroDivisionError, struct.error,
)  # fmt: skip
"""What Pillow raises over pictures that are broken or made to break it."""

_MOST_SQUASHED = 4.5
_HEAD = 1024  # A PDF may have a few bytes before its own.
_POINTS = 72  # to the inch


@dataclass(frozen=True, slots=True)
class Sheet:
    """``number`` counts from 1; ``drawn`` takes dots an inch, which one that
    ``is_picture``, having its own, passes over.  ``text`` is what the page says.
    """

    number: int
    drawn: Callable[[int], Image.Image]
    text: Callable[[], str] = str
    is_picture: bool = False


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
    content: bytes,
    media_type: str,
    name: str,
    most: int = MOST_PAGES,
    *,
    late: bool = False,
) -> Iterator[Sheet]:
    """One after the other, so that a single page is held at a time; ``most`` pages.

    That there are more is said at once where that is known, or ``late``, behind them.

    Raises:
        AppError: ``pdf.unreadable``, ``pdf.encrypted``, ``scan.too_large``,
            ``scan.too_many_pages``, ``scan.damaged``.
    """
    if media_type == "application/pdf":
        yield from _pages(content, name, most, late=late)
    else:
        for number, picture in enumerate(_pictures(content, name), start=1):
            if number > most:
                raise AppError("scan.too_many_pages", file=name, limit=most)
            yield Sheet(number, partial(_as_it_is, picture), is_picture=True)


def _as_it_is(picture: Image.Image, _dots: int) -> Image.Image:
    return picture


def _pictures(content: bytes, name: str) -> Iterator[Image.Image]:
    """One; of a TIFF, which copiers write for many pages, each in turn."""
    if not media_type_of(content).endswith("tiff"):
        # The picture as it was opened must not be kept beside that in grey.
        yield _picture(_opened(content, name), name)
        return
    image = _opened(content, name)
    while True:
        yield _picture(image, name)
        if not _turned_over(image, name):
            return


def _opened(content: bytes, name: str) -> Image.Image:
    with _told_of_pictures(name):
        return Image.open(BytesIO(content), formats=("PNG", "JPEG", "TIFF"))


def _turned_over(image: Image.Image, name: str) -> bool:
    """Whether there is another page; a list of pages that runs in a circle ends."""
    with _told_of_pictures(name):
        try:
            image.seek(image.tell() + 1)
        except EOFError:
            return False
        return True


def _picture(image: Image.Image, name: str) -> Image.Image:
    with _told_of_pictures(name):
        if image.width * image.height > MOST_PIXELS:
            raise AppError("scan.too_large", file=name)
        shape = _seen_shape(image)
        seen = _on_white(_in_eight_bits(image)).convert("L")
        return seen if shape == seen.size else seen.resize(shape)


@contextmanager
def _told_of_pictures(name: str) -> Iterator[None]:
    try:
        with warnings.catch_warnings():
            # Pillow warns of pictures as large as ours may be, and of broken notes.
            warnings.simplefilter("ignore")
            yield
    except Image.DecompressionBombError as exc:
        raise AppError("scan.too_large", file=name) from exc
    except _BROKEN as exc:
        raise AppError("scan.damaged", file=name) from exc


def _seen_shape(image: Image.Image) -> tuple[int, int]:
    """Faxes are twice as fine across as down: without this they look squashed."""
    across, down = _dots_an_inch(image)
    if not (across > 0 and down > 0) or not 1.2 < across / down < _MOST_SQUASHED:
        return image.size
    height = int(image.height * across / down)
    return (image.width, min(height, MOST_PIXELS // image.width))


def _dots_an_inch(image: Image.Image) -> tuple[float, float]:
    said = image.info.get("dpi", (1, 1)) if image.format == "TIFF" else (1, 1)
    try:
        across, down = (float(each) for each in said)
    except (TypeError, ValueError, ZeroDivisionError):
        return 1, 1
    return across, down


def _in_eight_bits(image: Image.Image) -> Image.Image:
    """Pictures of sixteen bits are cut to white where they are only converted."""
    if not image.mode.startswith("I"):
        return image
    return image.point(lambda value: value / 256, "L")


def _on_white(image: Image.Image) -> Image.Image:
    """What shines through becomes paper, not black; in grey, for the memory's sake."""
    if not image.has_transparency_data:
        return image
    seen = image.convert("LA")
    paper = Image.new("L", seen.size, "white")
    paper.paste(seen.getchannel("L"), mask=seen.getchannel("A"))
    return paper


def _pages(content: bytes, name: str, most: int, *, late: bool) -> Iterator[Sheet]:
    pages = PagePictures(content)
    too_many = pages.pages > most
    try:
        for number in range(0 if too_many and not late else min(pages.pages, most)):
            text = partial(pages.text, number)
            yield Sheet(number + 1, _drawing(pages, number), text)
        if too_many:
            raise AppError("scan.too_many_pages", file=name, limit=most)
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
