"""Runs of letters on a page: what each says, and where it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple
from unicodedata import bidirectional

from focalpoint_app.pdf.verifying.canvas import Area, Matrix, standing
from focalpoint_app.pdf.verifying.fonts import Decoder

# Blanks, and the marks that our own pages set for readers of Arabic.
_UNSEEN = re.compile("[\\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\u061c\ufeff]+")


class Shown(NamedTuple):
    """One run of one direction, in the order of its text, without blanks.

    ``y`` is that of its baseline, in points from below, ``x`` its left end;
    ``decoration`` is what the page itself calls no part of its text: head, foot,
    watermark.
    """

    text: str
    y: float
    decoration: bool
    x: float = 0.0


def squeezed(text: str) -> str:
    """Without blanks and the marks of direction, which pages set otherwise."""
    return _UNSEEN.sub("", text)


@dataclass(slots=True)
class Strings:
    """Those shown since the pen was placed; each is measured once, if at all."""

    strings: list[tuple[Decoder, bytes]] = field(default_factory=list)
    _ends: list[float] = field(default_factory=lambda: [0.0])

    def length(self, count: int) -> float:
        """Of the first so many, in ems."""
        ends = self._ends
        for decode, codes in self.strings[len(ends) - 1 : count]:
            ends.append(ends[-1] + decode.length(codes))
        return ends[count]


class Stand(NamedTuple):
    """Where a run begins and ends among the strings shown since ``matrix`` was set."""

    matrix: Matrix
    size: float
    strings: Strings
    first: int
    last: int

    def strings_shown(self) -> tuple[Decoder, list[bytes]]:
        """All are of one font: a run ends where the font changes."""
        shown = self.strings.strings[self.first : self.last]
        return shown[0][0], [codes for _, codes in shown]

    def area(self) -> Area:
        """Worked out for pages alone where something lies over something."""
        start = self.strings.length(self.first)
        length = self.strings.length(self.last) - start
        return standing(self.matrix, self.size, start, length)


class Run(NamedTuple):
    """``stand`` is None where nothing of it is seen; ``said`` keeps the blanks."""

    shown: Shown
    stand: Stand | None
    said: str


@dataclass(slots=True)
class Reading:
    """What is shown in one font: the runs as they are said, and strings of codes."""

    texts: set[str] = field(default_factory=set)
    strings: set[bytes] = field(default_factory=set)

    def add(self, said: str, strings: list[bytes]) -> None:
        self.texts.add(said)
        self.strings.update(strings)

    def codes(self, step: int) -> set[bytes]:
        return {
            string[at : at + step]
            for string in self.strings
            for at in range(0, len(string), step)
        }


class Letters(NamedTuple):
    """The state of text that is saved and restored, and handed to a form.

    ``odd``: spaced, raised or squeezed so that nobody knows what is seen.
    """

    decode: Decoder | None = None
    size: float = 0.0
    inks: bool = True
    odd: frozenset[str] = frozenset()


NO_LETTERS = Letters()


def in_order(parts: list[str]) -> str:
    """Arabic is drawn from its last letter to its first; marks of direction beside
    figures are no letters.
    """
    text = "".join(parts)
    if any(map(is_rtl, squeezed(text))):
        return "".join(parts[::-1])
    return text


@cache
def is_rtl(letter: str) -> bool:
    return bidirectional(letter) in ("R", "AL")
