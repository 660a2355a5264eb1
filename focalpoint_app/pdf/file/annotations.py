"""Links and signature places: what lies on a page and can be acted upon."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from string import punctuation
from urllib.parse import quote

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFObjectReference,
    PDFStream,
)

from focalpoint_app.pdf.file.objects import Objects, Part, Written, flate, text_string
from focalpoint_app.pdf.file.structure import Structure
from focalpoint_app.pdf.layout.elements import Annotated, Element
from focalpoint_app.pdf.lines.spans import drawable

# Flag 4: printed, as PDF/A wants of every annotation.
_LINK = (
    b"<</Type/Annot/Subtype/Link/Rect[%.2f %.2f %.2f %.2f]/Border[0 0 0]/F 4"
    b"/StructParent %d/Contents%s"
)
# 132: printed and locked.
_WIDGET = (
    b"<</Type/Annot/Subtype/Widget/FT/Sig/T%s/TU%s/Rect[%d %d %d %d]/F 132"
    b"/StructParent %d"
)
_SIGNATURES_EXIST = 1
LONGEST_ADDRESS = 2_000  # characters, escaped; programs cut longer ones off
_LONGEST_TEXT = 500
_PLAIN = punctuation  # what may stand in an address as it is

Corners = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class PlacedLink:
    """``box`` is left, bottom, right, top; the rest as in ``bands.Link``."""

    target: str
    box: Corners
    tag: Element
    says: str


@dataclass(frozen=True, slots=True)
class PlacedField:
    """Where a digital signature goes: left, bottom, right, top in points.

    ``label`` is what a reader of the text hears of it.
    """

    name: str
    page: int
    box: Corners
    label: str
    tag: Element


class Annotations:
    """Makes them, and keeps which are signature places."""

    def __init__(
        self,
        objects: Objects,
        structure: Structure,
        destinations: Mapping[str, Written],
    ) -> None:
        self._objects = objects
        self._structure = structure
        self._destinations = destinations
        self._fields: list[PDFObjectReference] = []

    def link(self, link: PlacedLink, page: int) -> PDFObjectReference:
        says = text_string(drawable(link.says)[:_LONGEST_TEXT]).encode("ascii")
        opening = _LINK % (*link.box, self._structure.next_key, says)
        return self._added(
            Written(opening, *self._leading_to(link.target), b">>"), link.tag, page
        )

    def field(self, field: PlacedField) -> PDFObjectReference:
        """An empty signature field, its widget and itself in one object."""
        left, low, right, high = (round(side) for side in field.box)
        names = [
            text_string(drawable(text)).encode("ascii")
            for text in (field.name, field.label)
        ]
        opening = _WIDGET % (
            *names, left, low, right, high, self._structure.next_key,
        )  # fmt: skip
        look = self._objects.add(_empty(right - left, high - low))
        page = PDFObjectReference(f"Page{field.page + 1}")
        made = Written(opening, b"/P ", page, b"/AP<</N ", look, b">>>>")
        self._fields.append(self._added(made, field.tag, field.page))
        return self._fields[-1]

    def enter_form(self) -> None:
        """Name the signature places in the catalogue."""
        if self._fields:
            form = PDFDictionary({"Fields": PDFArray(self._fields)})
            form["SigFlags"] = _SIGNATURES_EXIST
            self._objects.catalog.enter({"AcroForm": self._objects.add(form)})

    def _added(self, made: Written, tag: Element, page: int) -> PDFObjectReference:
        reference = self._objects.add(made)
        self._structure.annotate(tag, Annotated(page, reference))
        return reference

    def _leading_to(self, target: str) -> tuple[Part, ...]:
        if target.startswith("#"):
            return b"/Dest ", self._destinations[target[1:]]
        return b"/A<</S/URI/URI", text_string(address(target)).encode("ascii"), b">>"


def address(target: str) -> str:
    """In ASCII (ISO 32000-1, table 206); a letter of another script is escaped."""
    return quote(drawable(target), safe=_PLAIN)


def _empty(width: int, height: int) -> PDFStream:
    """What an unsigned place shows: PDF/A asks for an appearance."""
    return flate(
        b"",
        Type=PDFName("XObject"),
        Subtype=PDFName("Form"),
        BBox=PDFArray([0, 0, width, height]),
        Resources=PDFDictionary({}),
    )
