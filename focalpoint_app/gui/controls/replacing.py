"""The smallest single replacement that turns one text into another."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Replacement:
    """Characters ``start`` to ``end`` of the old text give way to ``text``."""

    start: int
    end: int
    text: str


def difference(old: str, new: str) -> Replacement | None:
    """None where they are equal."""
    if old == new:
        return None
    start = _shared(old, new)
    tail = _shared(old[start:][::-1], new[start:][::-1])
    return Replacement(start, len(old) - tail, new[start : len(new) - tail])


def _shared(one: str, other: str) -> int:
    """How many characters both begin with."""
    pairs = enumerate(zip(one, other, strict=False))
    unequal = (at for at, (here, there) in pairs if here != there)
    return next(unequal, min(len(one), len(other)))
