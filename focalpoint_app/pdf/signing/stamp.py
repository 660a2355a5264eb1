"""What a signature shows on the page: a small PDF of our own, laid into its place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO

from pyhanko.pdf_utils import layout
from pyhanko.pdf_utils.content import PdfContent
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.stamp import BaseStampStyle, NoOpStampStyle, StaticStampStyle


@dataclass(frozen=True, slots=True)
class StampText:
    """What a stamp says; ``time`` is UTC, ``field`` the signature place's name."""

    signer: str
    time: datetime
    field: str
    demonstration: bool


DrawStamp = Callable[[StampText, float, float], bytes]
"""Draws a PDF of one page, of the given width and height in points."""

_FILLED = layout.SimpleBoxLayoutRule(
    x_align=layout.AxisAlignment.ALIGN_MID,
    y_align=layout.AxisAlignment.ALIGN_MID,
    inner_content_scaling=layout.InnerScaling.SHRINK_TO_FIT,
)


def stamp_style(
    draw: DrawStamp | None, text: StampText, size: tuple[float, float]
) -> BaseStampStyle:
    """Nothing visible where nobody draws or the place has no area."""
    width, height = size
    if draw is None or not (width and height):
        return NoOpStampStyle()
    return StaticStampStyle(
        border_width=0,
        background=_StampPage(draw(text, width, height)),
        background_layout=_FILLED,
    )


class _StampPage(PdfContent):
    """The first page of a PDF in memory; pyHanko's own takes a path."""

    def __init__(self, pdf: bytes) -> None:
        super().__init__()
        self._pdf = pdf

    def render(self) -> bytes:
        page = PdfFileReader(BytesIO(self._pdf))
        drawing = self._ensure_writer.import_page_as_xobject(page)
        self.resources.xobject["/Stamp"] = drawing
        left, bottom, right, top = drawing.get_object()["/BBox"]
        self.box = layout.BoxConstraints(width=right - left, height=top - bottom)
        return b"/Stamp Do"
