"""Finding a text among the runs of pages, line by line, wherever it was broken."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import groupby, pairwise, starmap
from typing import NamedTuple

from focalpoint_app.pdf.layout.look import BOTTOM, PAGE_HEIGHT, TOP
from focalpoint_app.pdf.verifying.along import Part, Spoken, stand_in_order
from focalpoint_app.pdf.verifying.first_letters import FirstLetters
from focalpoint_app.pdf.verifying.marks import Marked, marked, same_marks
from focalpoint_app.pdf.verifying.plain_text import plain
from focalpoint_app.pdf.verifying.runs import Shown
from focalpoint_app.pdf.verifying.tiles import is_in, tile

_MARKED = "•"
_LEVEL = 0.5  # points
_LONGEST_LINE = 2_000  # letters
_WIDEST_LINE = 400  # letters of the narrowest on a page's first line
_MOST_WAYS = 20_000
_MANY = 1_000
"""Runs that are not asked one by one: what stands behind one question has fewer."""
_LONGEST_GAP = 200
"""Runs that may stand within a paragraph: those of the column beside it."""


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
    """Every run of all pages in drawing order, each used for one text at most.

    ``pages`` are the places where each page begins.
    """

    def __init__(self, pages: Iterable[Sequence[Shown]]) -> None:
        self.runs: list[str] = []
        self._marked: list[Marked] = []
        self.strays: list[tuple[int, str]] = []
        self._line_ends: list[int] = []
        self.pages: list[int] = []
        self._depths: list[tuple[int, float]] = []
        self._xs: list[float] = []
        self._found: dict[int, list[int]] = {}
        for page in pages:
            self.pages.append(len(self.runs))
            self._add([run for run in page if not run.decoration])
            here = len(self.runs)
            self.strays += [(here, plain(run.text)) for run in page if _strays(run)]
        self._used = bytearray(len(self.runs))
        self._unused = bytearray(len(self.runs))

    def __len__(self) -> int:
        return len(self.runs)

    def _add(self, page: list[Shown]) -> None:
        kept = [run for run in page if run.text != _MARKED]
        sheet = len(self.pages)
        self._depths += ((sheet, -run.y) for run in kept)
        self._xs += (run.x for run in kept)
        for place, run in enumerate(kept):
            self.runs.append(plain(run.text))
            self._marked.append(marked(self.runs[-1]))
            follows = place + 1 < len(kept) and kept[place + 1].y == run.y
            self._line_ends.append(0 if follows else len(self.runs))
        end = len(self.runs)
        for place in range(len(self.runs) - 1, len(self.runs) - len(kept) - 1, -1):
            end = self._line_ends[place] or end
            self._line_ends[place] = end

    def find(
        self, text: str, start: int, end: int, spoken: Spoken | None = None
    ) -> tuple[int, int] | None:
        """The first place of ``text`` between two runs, marked as used; where it is
        said of what, one where its parts stand in their order along each line.
        """
        if not text:
            return start, start
        taken = self._place(text, start, end, spoken)
        for place in taken:
            self._used[place] = 1
        if not taken:
            return None
        self._found[taken[-1] + 1] = taken
        return taken[0], taken[-1] + 1

    def stands(self, spoken: Spoken, end: int) -> bool:
        """Whether what was found to end there stands in its order along its lines."""
        return self._is_along(self._found.get(end, []), spoken)

    def _is_along(self, taken: Sequence[int], spoken: Spoken | None) -> bool:
        lines = [list(line) for _, line in groupby(taken, self._depths.__getitem__)]
        if spoken is None or len(lines) == len(taken):
            return True
        parts = [
            [Part(self._marked[place].letters, self._xs[place]) for place in line]
            for line in lines
        ]
        return stand_in_order(parts, spoken)

    def everywhere(self, text: str) -> list[tuple[int, int]]:
        """Each place where the text stands whole, else one where it stands in parts;
        none is marked as used.
        """
        wanted, end = marked(text), len(self)
        wholes = (
            self._followed(wanted, first, end, 0)
            for first in self._beginnings(wanted.letters[:_WIDEST_LINE], 0, end)
        )
        found = [each for each in wholes if each and self._descends(each)]
        found = found or [self._place(text, 0, end)]
        return [(taken[0], taken[-1] + 1) for taken in found if taken]

    def holds(self, spoken: Spoken, start: int, end: int) -> bool:
        """Whether the lines of a cell are there, those of its neighbours between.

        Cells that begin alike take each other's lines, so that none is used up.
        """
        used, self._used = self._used, self._unused
        text = plain(spoken.text)
        taken = self._place(text, start, end, spoken) if text else []
        self._used = used
        for place in taken:
            used[place] = 1
        return bool(taken) or not text

    def says(self, words: str) -> bool:
        """Whether some run has these words, or goes on with them."""
        wanted = plain(words)
        return any(wanted in run for run in self.runs)

    def is_above(self, place: int, other: int) -> bool:
        """Whether the eye, which reads from above, meets ``place`` first, or both on
        one line.
        """
        (sheet, depth), (later, lower) = self._depths[place], self._depths[other]
        return sheet < later or (sheet == later and depth <= lower + _LEVEL)

    def _descends(self, taken: Sequence[int]) -> bool:
        """In whatever order lines were drawn, a text's own stand one below another."""
        return all(starmap(self.is_above, pairwise(taken)))

    def from_above(self, start: int, end: int) -> list[str]:
        places = sorted(range(start, end), key=self._depths.__getitem__)
        return [self.runs[place] for place in places]

    def is_used(self, place: int) -> bool:
        """Whether some text was found there."""
        return bool(self._used[place])

    def page_start(self, place: int) -> int:
        """The first run on the page of the given one."""
        return self.pages[bisect_right(self.pages, place) - 1]

    def first_page_with(self, run: str, after: int) -> int:
        """Where the next page begins that has this very run; else the end of all."""
        for start, end in pairwise([*self.pages, len(self)]):
            if start > after and run in self.runs[start:end]:
                return start
        return len(self)

    def unused(self, start: int, end: int) -> list[str]:
        return [self.runs[n] for n in range(start, end) if not self._used[n]]

    def _place(
        self, text: str, start: int, end: int, spoken: Spoken | None = None
    ) -> list[int]:
        wanted = marked(text)
        if not wanted.letters:  # Marks without a letter are no text.
            return [start] if start < end else []
        beginnings = []
        for first in self._beginnings(wanted.letters[:_WIDEST_LINE], start, end):
            # Whole at one place rather than in parts: answers may begin alike.
            whole = self._followed(wanted, first, end, 0)
            if whole and self._descends(whole) and self._is_along(whole, spoken):
                return whole
            beginnings.append(first)
        return self._in_parts(wanted, beginnings, end, spoken)

    def _in_parts(
        self, wanted: Marked, beginnings: Sequence[int], end: int, spoken: Spoken | None
    ) -> list[int]:
        """Lines with those of other cells between them; where none stand in their
        order, some that may have been taken for a neighbour's.
        """
        doubted: list[int] = []
        for first in beginnings:
            taken = self._followed(wanted, first, end, _LONGEST_GAP)
            if not taken or not self._descends(taken):
                continue
            if self._is_along(taken, spoken):
                return taken
            if not doubted and self._is_doubted(taken):
                doubted = taken
        return doubted

    def _is_doubted(self, taken: Sequence[int]) -> bool:
        """A run that was passed over says what one of these says: which of the two
        belongs here is not known.
        """
        said = {self._marked[place].letters for place in taken}
        passed = set(range(taken[0], taken[-1])).difference(taken)
        return any(self._marked[place].letters in said for place in passed)

    def _beginnings(self, text: str, start: int, end: int) -> Iterator[int]:
        """Where a run may be the first of ``text``."""
        used = self._used
        places: Iterable[int] = range(start, end)
        if end - start > _MANY:
            places = self._first_letters.within(text, start, end)
        for place in places:
            if not used[place] and self._may_begin(text, place):
                yield place

    @cached_property
    def _first_letters(self) -> FirstLetters:
        return FirstLetters([run.letters for run in self._marked])

    def _may_begin(self, text: str, place: int) -> bool:
        """A line of several runs may begin with any of them."""
        run = self._marked[place].letters
        if self._line_ends[place] > place + 1:
            return is_in(run, text)
        return text.startswith(run)

    def _followed(self, text: Marked, first: int, end: int, gap: int) -> list[int]:
        """Places of the runs that make up ``text``, beginning at ``first``.

        A run may be the next of the text by chance; then the way is tried without.
        """
        ways = [_Way(0, first, 0, ())]
        tried: set[tuple[int, int]] = set()
        while ways and len(tried) < _MOST_WAYS:
            way = ways.pop()
            if way.position == len(text.letters):
                return list(way.taken)
            if (way.position, way.place) in tried or way.place >= end:
                continue
            tried.add((way.position, way.place))
            if way.taken and way.gap < gap:
                ways.append(way.passing())
            reached = self._line(text, way.position, way.place, end)
            if reached > way.place:
                line = self._marked[way.place : reached]
                ways.append(way.taking(reached, _length(line)))
        return []

    def _line(self, text: Marked, position: int, place: int, end: int) -> int:
        """How far the line's runs go on with ``text``; ``place`` where they do not."""
        if place >= end:
            return place
        ahead = text.letters[position : position + _LONGEST_LINE]
        for reached in range(self._farthest(ahead, place, end), place, -1):
            line = self._marked[place:reached]
            length = _length(line)
            if tile([run.letters for run in line], ahead[:length]) and same_marks(
                line, text, position, position + length
            ):
                return reached
        return place

    def _farthest(self, ahead: str, place: int, end: int) -> int:
        """Behind the last run of the line that may be of what is ahead: most lines of
        a file are told by their first.
        """
        end = min(self._line_ends[place], end)
        while place < end and not self._used[place]:
            if not is_in(self._marked[place].letters, ahead):
                break
            place += 1
        return place


def _length(line: Sequence[Marked]) -> int:
    return sum([len(run.letters) for run in line])


def _strays(run: Shown) -> bool:
    """What calls itself decoration, and stands where a page's text does."""
    return run.decoration and BOTTOM < run.y < PAGE_HEIGHT - TOP
