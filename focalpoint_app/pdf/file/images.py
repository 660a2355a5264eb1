"""Pictures as image XObjects (ISO 32000-1, 8.9.5)."""

from __future__ import annotations

from reportlab.pdfbase.pdfdoc import (
    PDFDictionary,
    PDFName,
    PDFObjectReference,
    PDFStream,
)

from focalpoint_app.pdf.file.objects import Objects, flate
from focalpoint_app.pdf.layout.pictures import Picture

_SPACES = {1: "DeviceGray", 3: "DeviceRGB"}


def add_image(objects: Objects, picture: Picture) -> PDFObjectReference:
    """What shines through is a soft mask, which PDF/A-3 allows."""
    entries = _entries(picture, _SPACES[picture.colours])
    if picture.opacity is not None:
        mask = flate(picture.opacity, **_entries(picture, _SPACES[1]))
        entries["SMask"] = objects.add(mask)
    if not picture.is_jpeg:
        return objects.add(flate(picture.samples, **entries))
    entries["Filter"] = PDFName("DCTDecode")
    return objects.add(PDFStream(PDFDictionary(entries), picture.samples))


def _entries(picture: Picture, space: str) -> dict[str, object]:
    return {
        "Type": PDFName("XObject"),
        "Subtype": PDFName("Image"),
        "Width": picture.width,
        "Height": picture.height,
        "ColorSpace": PDFName(space),
        "BitsPerComponent": 8,
    }
