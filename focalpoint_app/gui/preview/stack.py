"""Where each page lies when all are stacked: sizes in points become pixels."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QRectF

if TYPE_CHECKING:
    from focalpoint_app.workflow.submitting.preview import Size

_PIXELS = 96 / 72  # to a point, at a zoom of 1


class Stack:
    """``zoom`` 1 is the size of the paper on a screen of 96 dots to the inch."""

    MARGIN: ClassVar[int] = 18

    def __init__(self, sizes: Sequence[Size], zoom: float) -> None:
        self.zoom = zoom
        self._sizes = [
            (self.pixels(size.width) * zoom, self.pixels(size.height) * zoom)
            for size in sizes
        ]
        steps = (height + self.MARGIN for _, height in self._sizes)
        self._tops = list(accumulate(steps, initial=float(self.MARGIN)))

    @staticmethod
    def pixels(points: float) -> float:
        return points * _PIXELS

    @property
    def width(self) -> float:
        return max(width for width, _ in self._sizes) + 2 * self.MARGIN

    @property
    def height(self) -> float:
        return self._tops[-1]

    def top(self, page: int) -> float:
        return self._tops[page]

    def at(self, y: float) -> int:
        """The page at this height; between two, the one above."""
        return max(0, min(bisect_right(self._tops, y) - 1, len(self._sizes) - 1))

    def between(self, top: float, bottom: float) -> range:
        return range(self.at(top), self.at(bottom) + 1)

    def page(self, page: int, width: float) -> QRectF:
        """Its box in the middle of a stack ``width`` pixels wide."""
        wide, high = self._sizes[page]
        return QRectF((width - wide) / 2, self._tops[page], wide, high)

    def box(
        self, page: int, box: tuple[float, float, float, float], width: float
    ) -> QRectF:
        """A box given in points from the page's top left corner."""
        left, top, right, bottom = (each * _PIXELS * self.zoom for each in box)
        corner = self.page(page, width).topLeft()
        return QRectF(corner.x() + left, corner.y() + top, right - left, bottom - top)
