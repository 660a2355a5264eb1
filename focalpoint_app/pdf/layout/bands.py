"""A laid-out document before it has pages: horizontal bands in reading order.

A band never splits.  A line of text is one, and so is the k-th line of all cells
of a table row, which is how rows break across pages.  Lengths in points; ``x``
runs from the page's left edge, ``y`` down from the band's top.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple

from focalpoint_app.pdf.lines.breaking_lines import Line


class Bond(IntEnum):
    """How firmly a band holds on to the next one."""

    FREE = 0
    TOGETHER = 1  # if it all fits on a page
    STUCK = 2  # a heading and its text, two lines of a paragraph


class Words(NamedTuple):
    """A line with its left end at ``x`` and its baseline at ``y``."""

    x: float
    y: float
    line: Line


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


Mark = Words | Stroke | Circle | PageOf


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
    """A rectangle that leads to a URL or, with ``#`` in front, to an anchor."""

    target: str
    x: float
    width: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Bookmark:
    level: int
    title: str
    anchor: str


@dataclass(frozen=True, slots=True)
class FieldPlace:
    """Where a digital signature goes, below the band's top."""

    field: str
    x: float
    y: float
    width: float
    height: float


@dataclass(slots=True)
class Band:
    """``before`` is dropped at the top of a page."""

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
