"""Which of a page's content is the text of which element (ISO 32000-1, 14.7.4)."""

from __future__ import annotations

from itertools import groupby
from typing import NamedTuple

from focalpoint_app.pdf.layout.elements import Content, Element
from focalpoint_app.pdf.lines.breaking_lines import Line
from focalpoint_app.pdf.lines.segments import Segment


class Part(NamedTuple):
    """Neighbours of a line that one element owns; ``opening`` as ``opened`` gives."""

    opening: str
    segments: list[Segment]


class Marking:
    """Of one page: content is numbered as it is drawn; ``owners`` in that order."""

    def __init__(self, page: int) -> None:
        self._page = page
        self.owners: list[Element] = []

    def opened(self, element: Element) -> str:
        """The operator after which content belongs to ``element``, up to ``EMC``."""
        content = self._numbered(element)
        element.kids.append(content)
        return _opening(element, content)

    def parts(self, line: Line, tag: Element) -> list[Part]:
        """In the order in which they are drawn; the tree has them in the text's."""
        owned = [
            (owner, list(segments))
            for owner, segments in groupby(
                line.segments, lambda segment: tag.inner.get(segment.span, tag)
            )
        ]
        contents = [self._numbered(owner) for owner, _ in owned]
        place = {id(s): n for n, s in enumerate(in_order_of_text(line))}
        in_text = sorted(
            range(len(owned)), key=lambda n: min(place[id(s)] for s in owned[n][1])
        )
        for number in in_text:
            _adopt(tag, owned[number][0], contents[number])
        return [
            Part(_opening(owner, content), segments)
            for (owner, segments), content in zip(owned, contents, strict=True)
        ]

    def _numbered(self, element: Element) -> Content:
        self.owners.append(element)
        return Content(self._page, len(self.owners) - 1)


def _opening(element: Element, content: Content) -> str:
    return f"/{element.role} <</MCID {content.number}>> BDC"


def _adopt(tag: Element, owner: Element, content: Content) -> None:
    """A link or a word of another language becomes a kid where it is first drawn."""
    if owner is not tag and owner not in tag.kids:
        tag.kids.append(owner)
    owner.kids.append(content)


def in_order_of_text(line: Line) -> list[Segment]:
    """Segments in logical order: what rule L2 of UAX #9 turned is turned back."""
    segments = list(line.segments)
    highest = max((segment.level for segment in segments), default=0)
    for level in range(line.base + 1, highest + 1):
        segments = _turned(segments, level)
    return segments


def _turned(segments: list[Segment], level: int) -> list[Segment]:
    turned: list[Segment] = []
    for is_deeper, group in groupby(segments, lambda segment: segment.level >= level):
        stretch = list(group)
        turned += stretch[::-1] if is_deeper else stretch
    return turned
