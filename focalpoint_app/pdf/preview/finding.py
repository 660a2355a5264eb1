"""Words found on pages whatever their harakat, hamza, digits or line ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from focalpoint_app.domain.search_text import folded
from focalpoint_app.pdf.preview.page_letters import Box, Letters

_NEAR = 2.5  # points between letters of one line; more begins a new box
_SAME_LINE = 0.5  # of the height
_EITHER_WAY = str.maketrans(")]}»›>", "([{«‹<")
"""PDFium says the mirrored bracket in right-to-left text, whatever the file says."""


class Found(NamedTuple):
    """One place: boxes in points, one to each line it reaches."""

    page: int
    boxes: tuple[Box, ...]


class Searchable:
    """A page's letters folded once; every letter knows where it stood."""

    def __init__(self, page: int, letters: Letters) -> None:
        self._page = page
        self._boxes = letters.boxes
        text: list[str] = []
        self._places: list[int] = []
        for place, letter in enumerate(letters.text):
            for plain in _plain(letter):
                if plain == " " and text[-1:] == [" "]:
                    continue  # the blank before a line's end
                text.append(plain)
                self._places.append(place)
        self._text = "".join(text)

    def find(self, wanted: str) -> Iterator[Found]:
        """Every place that says ``wanted``; nothing is found of blanks alone."""
        plain = " ".join("".join(map(_plain, wanted)).split())
        start = self._text.find(plain) if plain else -1
        while start >= 0:
            end = start + len(plain)
            boxes = [self._boxes[self._places[each]] for each in range(start, end)]
            yield Found(self._page, tuple(_joined(boxes)))
            start = self._text.find(plain, end)


def _plain(letter: str) -> str:
    return " " if letter.isspace() else folded(letter).translate(_EITHER_WAY)


def _joined(boxes: Sequence[Box]) -> Iterator[Box]:
    """Boxes that touch along a line as one."""
    current: Box | None = None
    for box in boxes:
        if box[2] - box[0] <= 0 or box[3] - box[1] <= 0:
            continue  # empty glyphs and what PDFium adds at a line's end
        if current is not None and _touch(current, box):
            current = (
                min(current[0], box[0]), min(current[1], box[1]),
                max(current[2], box[2]), max(current[3], box[3]),
            )  # fmt: skip
        else:
            if current is not None:
                yield current
            current = box
    if current is not None:
        yield current


def _touch(one: Box, other: Box) -> bool:
    middle = (other[1] + other[3]) / 2
    room = (one[3] - one[1]) * _SAME_LINE
    if not one[1] - room <= middle <= one[3] + room:
        return False
    return other[0] <= one[2] + _NEAR and other[2] >= one[0] - _NEAR
