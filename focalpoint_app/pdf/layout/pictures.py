"""PNG and JPEG as a PDF holds them: pixels, and how much each lets through."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from io import BytesIO

from PIL import Image, ImageOps

from focalpoint_app.domain.errors import AppError

_SHARPEST = 600 / 72  # pixels to a point: more, no printer shows
_LARGEST = 40_000_000  # pixels; twice what a letterhead may have
_GREY = frozenset({"1", "L", "LA", "La", "I", "I;16", "F"})
_TURNED = 0x0112  # the Exif tag of a camera held sideways
_AS_THEY_ARE = frozenset({"L", "RGB"})


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """``samples`` are the rows of ``colours`` (1 or 3) bytes to a pixel, top down;
    where ``is_jpeg``, the file that says them.  ``opacity``: a byte to a pixel.
    """

    width: int
    height: int
    colours: int
    samples: bytes = field(repr=False)
    is_jpeg: bool = False
    opacity: bytes | None = field(default=None, repr=False)

    @property
    def name(self) -> str:
        """The same for the same picture."""
        digest = hashlib.sha256(self.samples + (self.opacity or b""))
        return f"Im{digest.hexdigest()[:16]}"


def picture(content: bytes, height: float) -> Picture:
    """For a place ``height`` points tall.

    Raises:
        AppError: ``picture.unknown``: it is neither PNG nor JPEG, or it is damaged.
    """
    try:
        with Image.open(BytesIO(content), formats=("PNG", "JPEG")) as image:
            if image.width * image.height > _LARGEST:
                raise AppError("picture.unknown")
            return _picture(image, content, height)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as exc:
        raise AppError("picture.unknown") from exc


def _picture(image: Image.Image, content: bytes, height: float) -> Picture:
    image.load()
    most = max(1, round(height * _SHARPEST))
    turned = image.getexif().get(_TURNED, 1) != 1
    plain = image.mode in _AS_THEY_ARE and not turned and image.height <= most
    if image.format == "JPEG" and plain:
        colours = len(image.getbands())
        return Picture(image.width, image.height, colours, content, is_jpeg=True)
    upright = ImageOps.exif_transpose(image)
    if upright.height > most:
        width = max(1, round(upright.width * most / upright.height))
        upright = _plain(upright).resize((width, most), Image.Resampling.LANCZOS)
    return _of_samples(_plain(upright))


def _plain(image: Image.Image) -> Image.Image:
    """Eight bits of grey or of red, green, blue, with opacity where it has any."""
    if image.mode in ("I", "I;16"):
        image = image.convert("F").point(lambda value: value / 256)
    mode = "L" if image.mode in _GREY else "RGB"
    if image.has_transparency_data:
        mode = "LA" if mode == "L" else "RGBA"
    return image if image.mode == mode else image.convert(mode)


def _of_samples(image: Image.Image) -> Picture:
    opacity = None
    if image.mode in ("LA", "RGBA"):
        opacity = image.getchannel("A").tobytes()
        image = image.convert("L" if image.mode == "LA" else "RGB")
    colours = len(image.getbands())
    return Picture(image.width, image.height, colours, image.tobytes(), opacity=opacity)
