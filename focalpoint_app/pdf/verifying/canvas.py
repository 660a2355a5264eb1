"""Where on a page something is drawn, and what lies over it: seen or hidden."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import NamedTuple, Protocol

from pyhanko.pdf_utils.misc import PdfError

Pattern = tuple[tuple[float, float], ...]
"""A path of very many points that was filled, as a code's modules are."""
Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
UNIT = ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0))
"""What a picture is drawn into."""
_PALE = 0.88  # of white, in every colour: paper to the eye; a watermark is 0.94
_TINY = 3.0  # points
_BREADTH = 3.0  # points: a stroke that hides what it crosses
_TOUCHING = 1.5  # points: accents and brackets lean over their neighbours
_OF_LETTER = 0.45  # of its size, how tall a small letter stands
_DEEPEST = 64  # saved states; ours are two deep
_LEAST_PATTERN, _MOST_PATTERN = 400, 40_000  # points; a code of ours has some 1,500
_MOST_COMPARED = 1_000_000  # runs times covers of one page; ours have 20,000


class Area(NamedTuple):
    """In points from the page's lower left corner."""

    left: float
    low: float
    right: float
    high: float

    def grown(self, by: float) -> Area:
        return Area(self.left - by, self.low - by, self.right + by, self.high + by)

    def hides(self, other: Area) -> bool:
        """Whether it lies over a part of ``other`` that the eye would miss."""
        across = min(self.right, other.right) - max(self.left, other.left)
        tall = min(self.high, other.high) - max(self.low, other.low)
        whole = other.right - other.left
        return tall > 0.3 * (other.high - other.low) and across > min(_TOUCHING, whole)

    def holds(self, x: float, y: float) -> bool:
        return self.left <= x <= self.right and self.low <= y <= self.high


def standing(matrix: Matrix, size: float, start: float, length: float) -> Area:
    """Of letters without their tails; ``start`` and ``length`` in ems."""
    left, right, high = start * size, (start + length) * size, size * _OF_LETTER
    return moved(((left, 0), (right, 0), (left, high), (right, high)), matrix)


def times(first: Matrix, then: Matrix) -> Matrix:
    """``first`` done before ``then`` (ISO 32000-1, 8.3.4)."""
    if then == IDENTITY:
        return first
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return (
        a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s,
        e * p + f * r + t, e * q + f * s + u,
    )  # fmt: skip


def moved(points: Sequence[tuple[float, float]], by: Matrix) -> Area:
    """What encloses the points once they are transformed."""
    a, b, c, d, e, f = by
    across = [a * x + c * y + e for x, y in points]
    up = [b * x + d * y + f for x, y in points]
    return Area(min(across), min(up), max(across), max(up))


def corners(area: Area) -> list[tuple[float, float]]:
    left, low, right, high = area
    return [(left, low), (right, low), (right, high), (left, high)]


class Stands(Protocol):
    """What has a place on the page."""

    def area(self) -> Area: ...


@dataclass(frozen=True, slots=True)
class _Ink:
    """What a saved state restores."""

    matrix: Matrix = IDENTITY
    pale: bool = False
    clipped: bool = False
    strange: bool = False
    breadth: float = 1.0


@dataclass(slots=True)
class Canvas:
    """One page while it is drawn.  ``covers`` are (runs drawn before, area),
    ``patterns`` what may be a code.
    """

    page: Area
    matrix: Matrix = IDENTITY
    covers: list[tuple[int, Area]] = field(default_factory=list)
    patterns: list[Pattern] = field(default_factory=list)
    runs: int = 0
    _ink: _Ink = field(default_factory=_Ink)
    _saved: list[_Ink] = field(default_factory=list)
    _path: list[tuple[float, float]] = field(default_factory=list)
    _clips: bool = False

    def __post_init__(self) -> None:
        self._ink = _Ink(self.matrix)

    def save(self) -> None:
        """Raises PdfError where it is saved deeper than a reader would follow."""
        if len(self._saved) >= _DEEPEST:
            raise PdfError("graphics states saved too deep")
        self._saved.append(self._ink)

    def restore(self) -> None:
        if self._saved:
            self._ink = self._saved.pop()

    @contextmanager
    def apart(self) -> Iterator[None]:
        """A form saves and restores its own states alone (ISO 32000-1, 8.10.1)."""
        around = self._ink, self._saved, self._path, self._clips
        self._saved, self._path, self._clips = [], [], False
        yield
        self._ink, self._saved, self._path, self._clips = around

    def transform(self, by: Matrix) -> None:
        self._ink = replace(self._ink, matrix=times(by, self._ink.matrix))

    def colour(self, numbers: Sequence[float]) -> None:
        """Of what is filled; four numbers are printing inks, of which none is paper."""
        if len(numbers) == 4:
            pale = all(1 - number > _PALE for number in numbers)
        else:
            pale = all(number > _PALE for number in numbers)
        if pale is not self._ink.pale:
            self._ink = replace(self._ink, pale=pale)

    def estrange(self) -> None:
        """Transparency and other means that no page of ours has: nothing is sure."""
        self._ink = replace(self._ink, strange=True)

    def breadth(self, points: float) -> None:
        self._ink = replace(self._ink, breadth=points)

    def point(self, *numbers: float) -> None:
        self._path += zip(numbers[::2], numbers[1::2], strict=True)

    def rectangle(self, x: float, y: float, width: float, height: float) -> None:
        self._path += ((x, y), (x + width, y + height))
        if self._ink.matrix[1:3] != (0.0, 0.0):  # turned: all corners count
            self._path += ((x + width, y), (x, y + height))

    def clip(self) -> None:
        self._clips = True

    def fill(self) -> None:
        if _LEAST_PATTERN <= len(self._path) <= _MOST_PATTERN and not self._ink.pale:
            self.patterns.append(tuple(self._path))
        self._cover(0.0)
        self.finish()

    def stroke(self) -> None:
        if self._ink.breadth >= _BREADTH:
            self._cover(self._ink.breadth / 2)
        self.finish()

    def finish(self) -> None:
        """The path is done; what is drawn later keeps within it where it clips."""
        if self._clips:
            self._ink = replace(self._ink, clipped=True)
            self._clips = False
        self._path.clear()

    def lay(self, points: Sequence[tuple[float, float]]) -> None:
        """A picture or a form over what is there, around the given points."""
        self.covers.append((self.runs, moved(points, self._ink.matrix)))

    def _cover(self, by: float) -> None:
        if self._path and self.runs:
            area = moved(self._path, self._ink.matrix).grown(by)
            self.covers.append((self.runs, area))

    def shows(self, matrix: Matrix, size: float) -> bool:
        """Whether there is ink that the eye can see where a run begins."""
        ink = self._ink
        if ink.pale or ink.clipped or ink.strange:
            return False
        return self.page.holds(*matrix[4:]) and _is_legible(size, matrix)

    def seen(self, stands: Sequence[Stands | None]) -> list[bool]:
        """Of each run in turn: whether it is seen, and nothing drawn later hides it.

        Raises PdfError where that would take minutes.
        """
        if len(stands) * len(self.covers) > _MOST_COMPARED:
            raise PdfError("too much lies over a page")
        covered = max((before for before, _ in self.covers), default=0)
        return [
            stand is not None and not (place < covered and self._hides(place, stand))
            for place, stand in enumerate(stands)
        ]

    def _hides(self, run: int, stands: Stands) -> bool:
        area = stands.area()
        return any(before > run and cover.hides(area) for before, cover in self.covers)

    @property
    def here(self) -> Matrix:
        return self._ink.matrix


def _is_legible(size: float, matrix: Matrix) -> bool:
    a, b, c, d, _, _ = matrix
    return abs(size) * min(abs(a) + abs(b), abs(c) + abs(d)) >= _TINY
