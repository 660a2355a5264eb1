"""Paragraph embedding levels and the visual order of a line (UAX #9).

Held against Unicode's BidiCharacterTest.  Levels are found once for a whole
paragraph; L1, L2 and mirroring belong to each line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from focalpoint_app.pdf.levels.classes import classes_of
from focalpoint_app.pdf.levels.explicit import (
    explicit_levels,
    first_strong_level,
    isolating_runs,
)
from focalpoint_app.pdf.levels.resolving import resolved_levels

_NEEDS_RULES = re.compile("[RANb1-5lrfp]")
_ALL_ARABIC = re.compile("[AMRWO,+$\ue000-\uf8ff]*")
# Neutrals and marks between two strong characters of one kind take that kind,
# whatever stands around them: such a stretch counts as one character.
_UNITS = re.compile(
    r"A[AMWObR,+$]*A|R[RMWOb,+$]*R|L[LMWOb,+$]*L|A+|R+|L+|M+|W+|O+|b+|E+|N+|\$+|."
)
_LONGEST_KEPT = 400


class LevelRun(NamedTuple):
    """Characters ``start`` to ``end`` (exclusive) of one embedding level."""

    start: int
    end: int
    level: int


class Levels(NamedTuple):
    base: int
    runs: tuple[LevelRun, ...]


def first_strong(text: str) -> int | None:
    """0 or 1 by rules P2-P3; None without a strong character."""
    return first_strong_level(classes_of(text))


def paragraph_levels(text: str, base: int | None = None) -> Levels:
    """Level runs of one paragraph; ``base`` None decides by first strong character.

    Characters that rule X9 removes take the level of what precedes them.
    """
    classes = classes_of(text)
    if base is None:
        base = first_strong_level(classes) or 0
    if base == 0 and not _NEEDS_RULES.search(classes):
        return Levels(0, (LevelRun(0, len(text), 0),))
    if base == 1 and _ALL_ARABIC.fullmatch(classes):
        return Levels(1, (LevelRun(0, len(text), 1),))
    return Levels(base, _level_runs(classes, base))


def _level_runs(classes: str, base: int) -> tuple[LevelRun, ...]:
    ends: list[int] = []
    letters: list[str] = []
    for unit in _UNITS.finditer(classes):
        ends.append(unit.end())
        letters.append(classes[ends[-1] - 1])
    skeleton = "".join(letters)
    found = _kept if len(skeleton) <= _LONGEST_KEPT else _skeleton_levels
    return tuple(_merged(found(skeleton, base), ends))


def _merged(levels: Sequence[int], ends: list[int]) -> list[LevelRun]:
    runs: list[LevelRun] = []
    start = begun = 0
    for place, level in enumerate(levels):
        if place and level != levels[place - 1]:
            runs.append(LevelRun(begun, start, levels[place - 1]))
            begun = start
        start = ends[place]
    if levels:
        runs.append(LevelRun(begun, start, levels[-1]))
    return runs


def _skeleton_levels(skeleton: str, base: int) -> tuple[int, ...]:
    explicit = explicit_levels(skeleton, base)
    levels = list(explicit.levels)
    for run in isolating_runs(skeleton, explicit, base):
        found = resolved_levels(run, explicit.classes)
        for place, level in zip(run.places, found, strict=True):
            levels[place] = level
    return _separators_at_base(skeleton, _filled(levels, base), base)


@lru_cache(maxsize=4096)
def _kept(skeleton: str, base: int) -> tuple[int, ...]:
    return _skeleton_levels(skeleton, base)


def _filled(levels: list[int | None], base: int) -> list[int]:
    """Places removed by X9 follow their predecessor."""
    filled: list[int] = []
    last = base
    for level in levels:
        last = last if level is None else level
        filled.append(last)
    return filled


def _separators_at_base(skeleton: str, levels: list[int], base: int) -> tuple[int, ...]:
    """L1 for separators and the blanks before them."""
    reset = False
    for place in range(len(levels) - 1, -1, -1):
        letter = skeleton[place]
        reset = letter in "SB" or (reset and letter in "Wlrfpb12345")
        if reset:
            levels[place] = base
    return tuple(levels)


def visual_order(levels: Sequence[int]) -> Sequence[int]:
    """Logical places from left to right (L2)."""
    if len(levels) < 2:
        return range(len(levels))
    return _visual_order(tuple(levels))


@lru_cache(maxsize=4096)
def _visual_order(levels: tuple[int, ...]) -> tuple[int, ...]:
    order = list(range(len(levels)))
    odd = [level for level in levels if level % 2]
    for level in range(max(levels), min(odd, default=max(levels) + 1) - 1, -1):
        _reverse_stretches(order, levels, level)
    return tuple(order)


def _reverse_stretches(order: list[int], levels: Sequence[int], at_least: int) -> None:
    place, size = 0, len(order)
    while place < size:
        end = place
        while end < size and levels[order[end]] >= at_least:
            end += 1
        order[place:end] = order[place:end][::-1]
        place = max(end, place + 1)
