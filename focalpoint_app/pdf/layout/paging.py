"""Bands put onto pages: nothing alone that belongs together, headers repeated."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from focalpoint_app.pdf.layout.bands import Band, Bond
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


def paginated(bands: Sequence[Band], room: float = ROOM) -> list[Page]:
    """At least one page; each band on one of them, in order."""
    filling = _Filling(room)
    start = 0
    while start < len(bands):
        end = filling.place(bands, start)
        start = end
    return filling.pages


class _Filling:
    def __init__(self, room: float) -> None:
        self._room = room
        self.pages = [Page([])]

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
            height = bands[start].height + repeated
            while end < len(bands) and bands[end - 1].bond >= weakest:
                height += bands[end].before + bands[end].height
                if height > self._room or bands[end].new_page:
                    break
                end += 1
            else:
                return end
            if bands[end].new_page:
                return end
        return start + 1

    def _fits(self, group: Sequence[Band]) -> bool:
        page = self.pages[-1]
        if not page.bands:
            return True
        height = sum(band.before + band.height for band in group)
        return page.filled + height <= self._room + 0.01

    def _repeat(self, band: Band) -> None:
        for header in band.repeated:
            self._put(replace(header, anchors=(), bookmark=None))

    def _put(self, band: Band) -> None:
        page = self.pages[-1]
        if page.bands:
            page.filled += band.before
        page.bands.append(Placed(band, page.filled))
        page.filled += band.height
