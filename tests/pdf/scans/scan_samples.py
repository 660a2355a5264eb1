"""Sign-off pages as scanners give them back: turned, pale, noisy, skewed."""

from __future__ import annotations

from io import BytesIO
from random import Random
from typing import Any

import zxingcpp
from PIL import Image, ImageDraw, ImageFilter

from focalpoint_app.domain.page_code import PageCode

CODE = PageCode("0f8fad5b-d9cb-469f-a165-70867728950e", "ab" * 32)
_INCH = 25.4  # millimetres
_BICUBIC = Image.Resampling.BICUBIC


def page(
    *codes: str, dots: int = 200, side: float = 28.0, at: tuple[int, int] = (25, 200)
) -> Image.Image:
    """A4 in grey with lines of text and the codes, ``side`` mm wide, side by side."""
    paper = Image.new("L", (int(8.27 * dots), int(11.69 * dots)), 255)
    pen = ImageDraw.Draw(paper)
    for line in range(30):
        place = (dots // 2, dots + line * dots // 5)
        pen.text(place, "The answers are those of the State. " * 3, fill=0)
    for number, code in enumerate(codes):
        left = at[0] + number * (side + 12)
        where = (_pixels(left, dots), _pixels(at[1], dots))
        paper.paste(_printed(code, _pixels(side, dots)), where)
    return paper


def _pixels(millimetres: float, dots: int) -> int:
    return round(millimetres / _INCH * dots)


def _printed(text: str, side: int) -> Image.Image:
    """Drawn fine, then brought to size, as a printer's edges are."""
    code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level="M")
    drawn: Any = zxingcpp.write_barcode_to_image(code, scale=24)
    fine = Image.frombytes("L", (drawn.shape[1], drawn.shape[0]), bytes(drawn))
    return fine.resize((side, side), Image.Resampling.BOX)


def turned(paper: Image.Image, degrees: float) -> Image.Image:
    return paper.rotate(degrees, _BICUBIC, expand=True, fillcolor=255)


def pale(paper: Image.Image) -> Image.Image:
    """Grey ink on grey paper, 40 of 256 levels apart."""
    return paper.point([200 + level * 40 // 255 for level in range(256)])


def blurred(paper: Image.Image) -> Image.Image:
    return paper.filter(ImageFilter.GaussianBlur(1.5))


def skewed(paper: Image.Image) -> Image.Image:
    """As a camera sees it from the side."""
    width, height = paper.size
    nearer = 0.08 * width
    corners = (0, 0, nearer, height, width, height - nearer, width - nearer, 0)
    return paper.transform(
        paper.size, Image.Transform.QUAD, corners, _BICUBIC, fillcolor=255
    )


def speckled(paper: Image.Image, share: float = 0.05) -> Image.Image:
    random, spoilt = Random(7), paper.copy()
    spots = spoilt.load()
    assert spots is not None
    for _ in range(int(share * paper.width * paper.height)):
        place = random.randrange(paper.width), random.randrange(paper.height)
        spots[place] = random.choice((0, 255))
    return spoilt


def compressed(paper: Image.Image, quality: int = 15) -> Image.Image:
    stream = BytesIO(content(paper, "JPEG", quality=quality))
    return Image.open(stream).convert("L")


def content(paper: Image.Image, form: str, **options: Any) -> bytes:
    stream = BytesIO()
    paper.save(stream, form, **options)
    return stream.getvalue()
