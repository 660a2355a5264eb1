"""Outgoing numbers of a round's letters: one for all, parts of one, a run, or free."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum

_FIGURES = re.compile(r"\d+")
_YEAR = re.compile(r"(?:13|14|15|19|20|21)\d\d")
"""Years of the two calendars that stand beside numbers, as in 118/2026."""


class Numbering(StrEnum):
    """``SAME``: 118 on every letter; ``PARTS``: 118/1, 118/2; ``RUN``: 118, 119.

    ``OWN``: whatever the register's book has for each letter.
    """

    SAME = "same"
    PARTS = "parts"
    RUN = "run"
    OWN = "own"


def numbers(first: str, count: int, numbering: Numbering) -> tuple[str, ...]:
    """One a letter, in their order, as the office writes them; empty without one.

    A run counts up in the figures that are no year, in the figures' own script.  Of
    numbers of their own ``first`` is that of letters that were given none.
    """
    if not first or numbering in (Numbering.SAME, Numbering.OWN):
        return (first,) * count
    if numbering is Numbering.PARTS:
        return tuple(f"{first}/{_like(first, n)}" for n in range(1, count + 1))
    return tuple(_run(first, count))


def _run(first: str, count: int) -> Iterator[str]:
    runs = tuple(_FIGURES.finditer(first))
    counting = [each for each in runs if not _is_year(each.group())] or list(runs)
    if not counting:  # A number without a figure: nothing counts up in it.
        yield from numbers(first, count, Numbering.PARTS)
        return
    begin, end = counting[0].span()
    figures = counting[0].group()
    for _ in range(count):
        yield f"{first[:begin]}{figures}{first[end:]}"
        figures = _next(figures)


def _next(figures: str) -> str:
    """Counted on paper: Python reads 4,300 figures as a number, and no more."""
    zero, one, nine = (_like(figures, each) for each in (0, 1, 9))
    figures = "".join(chr(ord(zero) + int(each)) for each in figures)  # One script.
    kept = figures.rstrip(nine)
    full = len(figures) - len(kept)
    if not kept:
        return one + zero * full
    return f"{kept[:-1]}{_like(kept, int(kept[-1]) + 1)}{zero * full}"


def _is_year(figures: str) -> bool:
    return len(figures) == 4 and _YEAR.fullmatch(str(int(figures))) is not None


def _like(sample: str, number: int) -> str:
    """In the figures that the sample is written with; 0-9 where it has none."""
    found = _FIGURES.search(sample)
    zero = ord(found.group()[0]) - int(found.group()[0]) if found else ord("0")
    return "".join(chr(zero + int(each)) for each in str(number))
