"""A laid-out document before it has pages: horizontal bands in reading order.

A band never splits.  A line of text is one, and so is the k-th line of all cells
of a table row, which is how rows break across pages.  Lengths in points; ``x``
runs from the page's left edge, ``y`` down from the band's top.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import IntEnum
from typing import NamedTuple

from focalpoint_app.pdf.layout.elements import Element
from focalpoint_app.pdf.layout.pictures import Picture
from focalpoint_app.pdf.lines.breaking_lines import Line


class Bond(IntEnum):
    """How firmly a band holds on to the next one."""

    FREE = 0
    TOGETHER = 1  # if it all fits on a page
    STUCK = 2  # a heading and its text, two lines of a paragraph


class Words(NamedTuple):
    """A line with its left end at ``x`` and its baseline at ``y``.

    What has no ``tag``, here and below, is of no meaning to a reader of the text.
    """

    x: float
    y: float
    line: Line
    tag: Element | None = None


@dataclass(frozen=True, slots=True)
class Stroke:
    x: float
    y: float
    to_x: float
    to_y: float
    colour: str
    width: float = 0.5
    dash: str = ""


@dataclass(frozen=True, slots=True)
class Circle:
    x: float
    y: float
    radius: float
    colour: str
    dash: str = ""


@dataclass(frozen=True, slots=True)
class PageOf:
    """The number of the page where ``anchor`` lies, written when pages are known.

    ``x`` is its outer edge, where the text of a left-to-right page ends.
    """

    anchor: str
    x: float
    y: float
    rtl: bool
    level: int
    tag: Element


@dataclass(frozen=True, slots=True)
class Placard:
    """A picture with its upper left corner at ``x`` and ``y``."""

    picture: Picture
    x: float
    y: float
    width: float
    height: float
    tag: Element | None = None


@dataclass(frozen=True, slots=True)
class Box:
    """Edges of a rectangle, its upper left corner at ``x`` and ``y``."""

    x: float
    y: float
    width: float
    height: float
    colour: str
    line: float = 0.75


@dataclass(frozen=True, slots=True)
class Modules:
    """The dark squares of a machine's code, row by row, each ``side`` points wide."""

    x: float
    y: float
    side: float
    rows: tuple[tuple[bool, ...], ...]
    tag: Element | None = None

    @property
    def width(self) -> float:
        return self.side * len(self.rows)

    @property
    def height(self) -> float:
        return self.width


Mark = Words | Stroke | Circle | PageOf | Placard | Box | Modules


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """Ground and edges around the bands that name it, drawn anew on each page."""

    left: float
    right: float
    ground: str = ""
    edge: str = ""
    bar: str = ""  # a coloured bar along the leading side
    bar_right: bool = False
    underline: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A rectangle that leads to a URL or, with ``#`` in front, to an anchor.

    ``tag``: the link whose text lies there; ``says``: that text, or the URL.
    """

    target: str
    x: float
    width: float
    top: float
    bottom: float
    tag: Element
    says: str


@dataclass(frozen=True, slots=True)
class Bookmark:
    level: int
    title: str
    anchor: str


@dataclass(frozen=True, slots=True)
class FieldPlace:
    """Where a digital signature goes, below the band's top; ``label`` is read out."""

    field: str
    x: float
    y: float
    width: float
    height: float
    tag: Element
    label: str


@dataclass(slots=True)
class Band:
    """``before`` is dropped at the top of a page.

    ``sides`` flow down the page beside each other from this band's top; its own
    height is then that of the longer one, were it not to break.
    """

    height: float
    marks: tuple[Mark, ...] = ()
    before: float = 0.0
    bond: Bond = Bond.FREE
    new_page: bool = False
    frames: tuple[Frame, ...] = ()
    repeated: tuple[Band, ...] = ()  # header rows, drawn again if a page starts here
    anchors: tuple[str, ...] = ()
    bookmark: Bookmark | None = None
    links: tuple[Link, ...] = ()
    fields: tuple[FieldPlace, ...] = ()
    sides: tuple[tuple[Band, ...], ...] = ()


def lowered(band: Band, by: float) -> Band:
    """``band`` with all it holds ``by`` points further down, and taller by that."""
    if not by:
        return band
    return replace(
        band,
        height=band.height + by,
        marks=tuple(_lower(mark, by) for mark in band.marks),
        links=tuple(
            replace(link, top=link.top + by, bottom=link.bottom + by)
            for link in band.links
        ),
        fields=tuple(replace(field, y=field.y + by) for field in band.fields),
    )


def _lower(mark: Mark, by: float) -> Mark:
    if isinstance(mark, Words):
        return mark._replace(y=mark.y + by)
    if isinstance(mark, Stroke):
        return replace(mark, y=mark.y + by, to_y=mark.to_y + by)
    return replace(mark, y=mark.y + by)
