"""Finding a text among the runs of pages, line by line, wherever it was broken."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple
from unicodedata import normalize

from focalpoint_app.pdf.verifying.shown import Shown, squeezed

_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹٫٬", "01234567890123456789.,")
_BULLET = re.compile(r"\A\s*[-–•*●▪]\s+")
_MARKED = "•"
_MOST_WAYS = 20_000
_LONGEST_GAP = 200
"""Runs that may stand within a paragraph: those of the column beside it."""


@lru_cache(maxsize=65_536)
def plain(text: str) -> str:
    """As texts are compared: no blanks or marks of direction, one set of digits."""
    return squeezed(normalize("NFC", text)).translate(_DIGITS)


def plain_paragraph(text: str) -> str:
    """A list's mark is the page's own."""
    return plain(_BULLET.sub("", text, count=1))


class _Way(NamedTuple):
    """So much of a text followed up to a place; ``gap`` runs passed over last."""

    position: int
    place: int
    gap: int
    taken: tuple[int, ...]

    def passing(self) -> _Way:
        return self._replace(place=self.place + 1, gap=self.gap + 1)

    def taking(self, reached: int, length: int) -> _Way:
        taken = (*self.taken, *range(self.place, reached))
        return _Way(self.position + length, reached, 0, taken)


class PaperTrail:
    """Every run of all pages in drawing order, each used for one text at most."""

    def __init__(self, pages: Iterable[Sequence[Shown]]) -> None:
        self.runs: list[str] = []
        self._line_ends: list[int] = []
        for page in pages:
            self._add([run for run in page if not run.decoration])
        self._used = bytearray(len(self.runs))
        self._unused = bytearray(len(self.runs))

    def __len__(self) -> int:
        return len(self.runs)

    def _add(self, page: list[Shown]) -> None:
        kept = [run for run in page if run.text != _MARKED]
        for place, run in enumerate(kept):
            self.runs.append(plain(run.text))
            follows = place + 1 < len(kept) and kept[place + 1].y == run.y
            self._line_ends.append(0 if follows else len(self.runs))
        end = len(self.runs)
        for place in range(len(self.runs) - 1, len(self.runs) - len(kept) - 1, -1):
            end = self._line_ends[place] or end
            self._line_ends[place] = end

    def find(self, text: str, start: int, end: int) -> tuple[int, int] | None:
        """The first place of ``text`` between two runs, marked as used."""
        if not text:
            return start, start
        taken = self._place(text, start, end)
        for place in taken:
            self._used[place] = 1
        return (taken[0], taken[-1] + 1) if taken else None

    def holds(self, text: str, start: int, end: int) -> bool:
        """Whether the lines of a cell are there, those of its neighbours between.

        Cells that begin alike take each other's lines, so that none is used up.
        """
        used, self._used = self._used, self._unused
        taken = self._place(text, start, end) if text else []
        self._used = used
        for place in taken:
            used[place] = 1
        return bool(taken) or not text

    def says(self, words: str) -> bool:
        """Whether some run has these words, or goes on with them."""
        wanted = plain(words)
        return any(wanted in run for run in self.runs)

    def unused(self, start: int, end: int) -> list[str]:
        return [self.runs[n] for n in range(start, end) if not self._used[n]]

    def _place(self, text: str, start: int, end: int) -> list[int]:
        beginnings = (
            self._followed(text, first, end)
            for first in range(start, end)
            if text.startswith(self.runs[first]) or self._may_begin(text, first)
        )
        return next(filter(None, beginnings), [])

    def _may_begin(self, text: str, place: int) -> bool:
        """A line of several runs may begin with any of them."""
        return self._line_ends[place] > place + 1 and self.runs[place] in text

    def _followed(self, text: str, first: int, end: int) -> list[int]:
        """Places of the runs that make up ``text``, beginning at ``first``.

        A run may be the next of the text by chance; then the way is tried without.
        """
        ways = [_Way(0, first, 0, ())]
        tried: set[tuple[int, int]] = set()
        while ways and len(tried) < _MOST_WAYS:
            way = ways.pop()
            if way.position == len(text):
                return list(way.taken)
            if (way.position, way.place) in tried or way.place >= end:
                continue
            tried.add((way.position, way.place))
            if way.taken and way.gap < _LONGEST_GAP:
                ways.append(way.passing())
            reached = self._line(text, way.position, way.place, end)
            if reached > way.place:
                length = sum(map(len, self.runs[way.place : reached]))
                ways.append(way.taking(reached, length))
        return []

    def _line(self, text: str, position: int, place: int, end: int) -> int:
        """How far the line's runs go on with ``text``; ``place`` where they do not."""
        if place >= end or self.runs[place] not in text[position : position + 2000]:
            return place
        for reached in range(min(self._line_ends[place], end), place, -1):
            pieces = self.runs[place:reached]
            length = sum(map(len, pieces))
            if any(self._used[place:reached]):
                continue
            if _tile(pieces, text[position : position + length]):
                return reached
        return place


def _tile(pieces: list[str], text: str) -> bool:
    """Whether the pieces are all of ``text``, in whatever order a line has them.

    A line of two directions is drawn by its runs' places, not by their order.
    """
    if "".join(pieces) == text:
        return True
    if len(pieces) == 1 or sorted("".join(pieces)) != sorted(text):
        return False
    left = text
    for piece in sorted(pieces, key=len, reverse=True):
        at = left.find(piece)
        if at < 0:
            at = left.find(piece[::-1]) if not any(map(str.isalnum, piece)) else -1
        if at < 0:
            return False
        left = left[:at] + "\0" * len(piece) + left[at + len(piece) :]
    return True
