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

    ``y`` is that of its baseline, in points from below; ``decoration`` is what the
    page itself calls no part of its text: head, foot, watermark.
    """

    text: str
    y: float
    decoration: bool


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

    def area(self) -> Area:
        """Worked out for pages alone where something lies over something."""
        start = self.strings.length(self.first)
        length = self.strings.length(self.last) - start
        return standing(self.matrix, self.size, start, length)


class Run(NamedTuple):
    """``stand`` is None where nothing of it is to be seen."""

    shown: Shown
    stand: Stand | None


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
    text = squeezed("".join(parts))
    if any(map(_is_rtl, text)):
        return squeezed("".join(parts[::-1]))
    return text


@cache
def _is_rtl(letter: str) -> bool:
    return bidirectional(letter) in ("R", "AL")
