"""Bands put onto pages: nothing alone that belongs together, headers repeated."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from focalpoint_app.pdf.layout.bands import Band, Bond, Mark, Modules, Placard, Words
from focalpoint_app.pdf.layout.look import BOTTOM, PAGE_HEIGHT, TOP

ROOM = PAGE_HEIGHT - TOP - BOTTOM


class Placed(NamedTuple):
    """``top`` in points below the upper edge of the text area."""

    band: Band
    top: float


@dataclass(slots=True)
class Page:
    bands: list[Placed]
    filled: float = 0.0


def paginated(
    bands: Sequence[Band], room: float = ROOM, filled: float = 0.0
) -> list[Page]:
    """At least one page; each band on one of them, in order.

    ``filled`` of the first page's height is taken already.
    """
    filling = _Filling(room, filled)
    start = 0
    while start < len(bands):
        end = filling.place(bands, start)
        start = end
    return filling.pages


class _Filling:
    """Pages filled from the top; the first may be ``filled`` by others already."""

    def __init__(self, room: float, filled: float = 0.0) -> None:
        self._room = room
        self.pages = [Page([], filled)]

    def place(self, bands: Sequence[Band], start: int) -> int:
        """Put the next bands that may not part on a page; the place after them."""
        if bands[start].new_page and self.pages[-1].bands:
            self.pages.append(Page([]))
        end = self._group_end(bands, start)
        group = bands[start:end]
        if not self._fits(group):
            self.pages.append(Page([]))
            self._repeat(bands[start])
        for band in group:
            self._put(band)
        return end

    def _group_end(self, bands: Sequence[Band], start: int) -> int:
        """The longest group that a page can hold, firm bonds outlasting soft ones."""
        repeated = sum(band.height for band in bands[start].repeated)
        for weakest in (Bond.TOGETHER, Bond.STUCK):
            end = start + 1
            height = self._least(bands[start]) + repeated
            while end < len(bands) and bands[end - 1].bond >= weakest:
                height += bands[end].before + self._least(bands[end])
                if height > self._room or bands[end].new_page:
                    break
                end += 1
            else:
                return end
            if bands[end].new_page:
                return end
        return start + 1

    def _least(self, band: Band) -> float:
        """What must be free for the band to begin on a page."""
        if not band.sides or band.bond is not Bond.FREE:
            return band.height
        return max(map(self._least_of_side, band.sides))

    def _least_of_side(self, side: Sequence[Band]) -> float:
        group = side[: self._group_end(side, 0)] if side else ()
        return sum(band.before + self._least(band) for band in group)

    def _fits(self, group: Sequence[Band]) -> bool:
        page = self.pages[-1]
        if not page.bands and not page.filled:
            return True
        height = sum(band.before + self._least(band) for band in group)
        return page.filled + height <= self._room + 0.01

    def _repeat(self, band: Band) -> None:
        for header in band.repeated:
            self._put(_repeated(header))

    def _put(self, band: Band) -> None:
        page = self.pages[-1]
        if page.bands:
            page.filled += band.before
        if band.sides:
            self._put_beside(band)
            return
        page.bands.append(Placed(band, page.filled))
        page.filled += band.height

    def _put_beside(self, row: Band) -> None:
        """Each side flows by itself; what follows goes on below the longer one."""
        top = self.pages[-1].filled
        flows = [self._flow(side, row, top) for side in row.sides]
        longest = max(map(len, flows))
        first = len(self.pages) - 1
        self.pages += [Page([]) for _ in range(longest - 1)]
        for flow in flows:
            for page, part in zip(self.pages[first:], flow, strict=False):
                page.bands += part.bands
                page.filled = max(page.filled, part.filled)

    def _flow(self, side: Sequence[Band], row: Band, filled: float) -> list[Page]:
        framed = [replace(band, frames=(*row.frames, *band.frames)) for band in side]
        return paginated(framed, self._room, filled)


def _repeated(header: Band) -> Band:
    """For the eye alone: a reader of the text has heard it."""
    marks = tuple(map(_untold, header.marks))
    return replace(header, marks=marks, anchors=(), bookmark=None, links=())


def _untold(mark: Mark) -> Mark:
    if isinstance(mark, Words):
        return mark._replace(tag=None)
    if isinstance(mark, Modules | Placard):
        return replace(mark, tag=None)
    return mark
