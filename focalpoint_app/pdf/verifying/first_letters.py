"""Runs told by their first letters, so that not each is asked for every text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

_LETTERS = 3


class FirstLetters:
    """``runs`` are the letters of each."""

    def __init__(self, runs: Sequence[str]) -> None:
        self._places: defaultdict[str, list[int]] = defaultdict(list)
        for place, run in enumerate(runs):
            self._places[run[:_LETTERS]].append(place)
            if not any(map(str.isalnum, run)):  # It may stand the other way round.
                self._places[run[::-1][:_LETTERS]].append(place)

    def within(self, text: str, start: int, end: int) -> list[int]:
        """Places of all runs that ``text`` may have somewhere, in order."""
        beginnings = {
            text[at : at + length]
            for length in range(_LETTERS + 1)
            for at in range(len(text))
        }
        found = {
            place
            for letters in beginnings & self._places.keys()
            for place in self._places[letters]
            if start <= place < end
        }
        return sorted(found)
