"""What the blocks are, as a tree beside the pages: PDF's logical structure.

Terms of ISO 32000-1, 14.7 and 14.8.  A tree of a document knows only downwards, so
that it is freed with the document.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from reportlab.pdfbase.pdfdoc import PDFObjectReference

from focalpoint_app.pdf.lines.spans import Span


class Role(StrEnum):
    DOCUMENT = "Document"
    DIV = "Div"
    H1 = "H1"
    H2 = "H2"
    H3 = "H3"
    H4 = "H4"
    P = "P"
    L = "L"
    LI = "LI"
    LBL = "Lbl"
    LBODY = "LBody"
    TABLE = "Table"
    CAPTION = "Caption"
    TR = "TR"
    TH = "TH"
    TD = "TD"
    TOC = "TOC"
    TOCI = "TOCI"
    REFERENCE = "Reference"
    LINK = "Link"
    SPAN = "Span"
    FIGURE = "Figure"
    FORM = "Form"


class Content(NamedTuple):
    """What lies on ``page`` (from 0) marked with ``number``."""

    page: int
    number: int


class Annotated(NamedTuple):
    """A link's place or a field's, on ``page`` (from 0)."""

    page: int
    reference: PDFObjectReference


@dataclass(slots=True, eq=False)
class Element:
    """``language`` is that of its text, whether or not its parent's is the same.

    ``alternative`` says what a figure shows.  ``attributes`` as a PDF writes them.
    ``box``: left, bottom, right, top on its page, of a figure.  ``inner``: what the
    spans of its lines are, where they are more than its text; they become its kids
    where they are first drawn.
    """

    role: Role
    language: str
    alternative: str = ""
    attributes: str = ""
    box: tuple[float, float, float, float] | None = None
    kids: list[Element | Content | Annotated] = field(default_factory=list)
    inner: dict[Span, Element] = field(default_factory=dict)

    def child(self, role: Role, language: str | None = None) -> Element:
        """A new last kid."""
        made = Element(role, language or self.language)
        self.kids.append(made)
        return made


@dataclass(slots=True, eq=False)
class LinkElement(Element):
    """``target`` as in ``bands.Link``; ``says``: where it leads, in words."""

    target: str = ""
    says: str = ""
