"""The PDF file itself: pages, links, bookmarks, fonts and the document's entries."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFObjectReference,
)

from focalpoint_app.document.blocks import Document
from focalpoint_app.pdf.file.annotations import Annotations, PlacedField, PlacedLink
from focalpoint_app.pdf.file.archive import (
    Info,
    add_archive_entries,
    add_attachments,
    described,
    identity_of,
)
from focalpoint_app.pdf.file.images import add_image
from focalpoint_app.pdf.file.objects import Objects, Written, flate
from focalpoint_app.pdf.file.outline import add_outline
from focalpoint_app.pdf.file.structure import Structure, add_structure
from focalpoint_app.pdf.glyphs.codes import Codes
from focalpoint_app.pdf.glyphs.font_objects import add_font
from focalpoint_app.pdf.layout.bands import Bookmark
from focalpoint_app.pdf.layout.elements import Element, Role
from focalpoint_app.pdf.layout.look import PAGE_HEIGHT, PAGE_WIDTH
from focalpoint_app.pdf.layout.pictures import Picture
from focalpoint_app.pdf.lines.spans import is_rtl

_RESOURCES, _WATERMARK = "Resources", "Watermark"
DRAW_WATERMARK = f"/Artifact <</Type /Background>> BDC /{_WATERMARK} Do EMC"


@dataclass(frozen=True, slots=True)
class Target:
    """``height`` above the page's lower edge, in points."""

    page: int
    height: float


@dataclass(frozen=True, slots=True)
class DrawnPage:
    """``owners`` of its marked content, in the order of its numbers."""

    operators: Sequence[str]
    links: Sequence[PlacedLink] = ()
    fields: Sequence[PlacedField] = ()
    owners: Sequence[Element] = ()
    size: tuple[float, float] = (PAGE_WIDTH, PAGE_HEIGHT)


class PdfFile:
    """Pages in order, then the rest; ``content`` gives the bytes once.

    Without ``structure`` the file has no tags, as for a stamp.
    """

    def __init__(
        self,
        document: Document,
        targets: Mapping[str, Target],
        structure: Structure | None = None,
    ) -> None:
        self._document = document
        self._objects = Objects(document.language)
        self._destinations = {
            anchor: self._destination(target) for anchor, target in targets.items()
        }
        self._drawings: dict[str, PDFObjectReference] = {}
        self._structure = structure
        root = structure or Structure(Element(Role.DOCUMENT, document.language), 0)
        self._annotations = Annotations(self._objects, root, self._destinations)
        self._pages = 0

    def add_watermark(self, operators: Sequence[str]) -> None:
        form = flate(
            "\n".join(operators).encode("ascii"),
            Type=PDFName("XObject"),
            Subtype=PDFName("Form"),
            BBox=PDFArray([0, 0, PAGE_WIDTH, PAGE_HEIGHT]),
            Resources=PDFDictionary({}),
        )
        self._drawings[_WATERMARK] = self._objects.add(form)

    def add_picture(self, picture: Picture) -> None:
        """Once, however often pages show it."""
        if picture.name not in self._drawings:
            self._drawings[picture.name] = add_image(self._objects, picture)

    def add_page(self, drawn: DrawnPage) -> None:
        content = flate("\n".join(drawn.operators).encode("ascii"))
        page = PDFDictionary(
            {
                "Type": PDFName("Page"),
                "MediaBox": PDFArray([0, 0, *drawn.size]),
                "Contents": self._objects.add(content),
                "Resources": PDFObjectReference(_RESOURCES),
                "Tabs": PDFName("S"),
            }
        )
        annotations = self._annotated(drawn)
        if annotations:
            page["Annots"] = PDFArray(annotations)
        if self._structure is not None:
            page["StructParents"] = self._pages
            self._structure.owners.append(drawn.owners)
        self._pages += 1
        self._objects.add_page(page)

    def _annotated(self, drawn: DrawnPage) -> list[PDFObjectReference]:
        links = [self._annotations.link(link, self._pages) for link in drawn.links]
        return links + [self._annotations.field(field) for field in drawn.fields]

    def content(self, fonts: Sequence[Codes], bookmarks: Sequence[Bookmark]) -> bytes:
        description = described(self._document)
        self._add_resources(fonts)
        catalog = self._objects.catalog
        outline = add_outline(self._objects, bookmarks, self._destinations)
        if outline is not None:
            catalog.enter({"Outlines": outline, "PageMode": PDFName("UseOutlines")})
        catalog.enter({"ViewerPreferences": self._preferences()})
        self._annotations.enter_form()
        if self._structure is not None:
            add_structure(self._objects, self._structure)
        add_archive_entries(self._objects, description)
        attachments = self._document.attachments
        add_attachments(self._objects, attachments, description.made)
        return self._objects.written(Info(description), identity_of(description))

    def _add_resources(self, fonts: Sequence[Codes]) -> None:
        faces = {codes.name: add_font(self._objects, codes) for codes in fonts}
        resources = PDFDictionary({"Font": PDFDictionary(faces)})
        if self._drawings:
            resources["XObject"] = PDFDictionary(self._drawings)
        self._objects.add(resources, _RESOURCES)

    def _preferences(self) -> PDFDictionary:
        """The title in the window's bar; pages turn the language's way."""
        direction = "R2L" if is_rtl(self._document.language) else "L2R"
        return PDFDictionary(
            {"DisplayDocTitle": "true", "Direction": PDFName(direction)}
        )

    def _destination(self, target: Target) -> Written:
        page = PDFObjectReference(f"Page{target.page + 1}")
        return Written(b"[", page, b"/XYZ 0 %.2f 0]" % target.height)
