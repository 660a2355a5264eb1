"""How long a passphrase holds against somebody who has the file; never flattering.

A word that people use counts as one of a list, whatever its length and whichever signs
stand for its letters, and a date as a date; so do walks over the keyboard, what is
written again, and sayings: programs that guess try those first.  What looks random may
be a name that this does not know, so the figure stays inside; only four spans of time
are told.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator
from enum import StrEnum
from itertools import pairwise

from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.guessed_first import (
    SAYINGS,
    USUAL_WORDS,
    is_like_a_word,
    spelled_out,
)
from focalpoint_app.domain.keyboards import SHORTEST, walked
from focalpoint_app.domain.passphrase import normalised
from focalpoint_app.domain.search_text import folded

GUESSES = 1_000_000
"""A second.  A graphics card manages some 5,000 (256,000 rounds of SHA-512 each)."""

_DAY = 86_400
_YEAR = 365 * _DAY
_RUN = re.compile(r"[^\W\d_]+|\d+|[\W_]")
_ENDED = re.compile(r"\d*([\W_]|$)")
_YEAR_RUN = re.compile(r"(19|20)\d\d|1[345]\d\d")
_NTH, _MONTH, _ANNO = r"(0?[1-9]|[12]\d|3[01])", r"(0?[1-9]|1[0-2])", _YEAR_RUN.pattern
_DATES = tuple(
    re.compile(rf"{first}(?P<by>[-/._]?){second}(?P=by){third}(?!\d)")
    for first, second, third in (
        (_NTH, _MONTH, rf"({_ANNO}|\d\d)"),
        (_MONTH, _NTH, rf"({_ANNO}|\d\d)"),
        (f"({_ANNO})", _MONTH, _NTH),
    )
)
_COMMON, _LISTED, _LETTER, _DIGIT = 6.0, 15.0, 4.7, math.log2(10)
_SIGN, _BLANK, _AGAIN, _SEQUENCE, _WRITTEN_YEAR = 4.0, 1.0, 1.0, 3.0, 7.0
_WALK, _STEP, _DISGUISE, _SAYING = 6.0, 1.0, 1.0, 10.0
_DAY_WRITTEN = 17.0
"""Bits: 36,525 days of a century, and a few ways to write each."""
_LONGEST_WORD, _JUDGED = 40, 200
"""Signs; what follows these may only add to what they hold."""


class Holds(StrEnum):
    """Against ``GUESSES`` a second: found within a day, a year, a life, or not."""

    DAY = "day"
    YEAR = "year"
    LIFE = "life"
    LONGER = "longer"


def holds(passphrase: str) -> Holds:
    """How long until it is found, at best for whoever guesses."""
    seconds = 2.0 ** (min(_bits(passphrase), 200.0) - 1) / GUESSES
    if seconds < _DAY:
        return Holds.DAY
    if seconds < _YEAR:
        return Holds.YEAR
    return Holds.LIFE if seconds < 80 * _YEAR else Holds.LONGER


_TOLD = {
    Holds.DAY: "passphrase.found_within_a_day",
    Holds.YEAR: "passphrase.found_within_a_year",
}


def weakness(passphrase: str) -> AppError | None:
    """To be told, and no reason to refuse it; None also for no passphrase at all."""
    code = _TOLD.get(holds(passphrase)) if passphrase else None
    return AppError(code) if code else None


def proposal(below: Callable[[int], int]) -> str:
    """Twenty random digits, which every keyboard has: 66 bits.

    ``below``: a random number below another, as ``secrets.randbelow``.
    """
    return " ".join(f"{below(10_000):04}" for _ in range(5))


def _bits(passphrase: str) -> float:
    said = normalised(passphrase)[:_JUDGED]
    least = sum(_costs(said))
    for saying in SAYINGS:
        before, found, after = folded(said).partition(saying)
        if found:
            least = min(least, _SAYING + sum(_costs(before)) + sum(_costs(after)))
    return least


def _costs(said: str) -> Iterator[float]:
    """Of each chunk between blanks, and of each blank."""
    seen: set[str] = set()
    for chunk in re.findall(r"\s|\S+", said):
        yield _BLANK if chunk.isspace() else _chunk_cost(chunk, seen)


def _chunk_cost(chunk: str, seen: set[str]) -> float:
    unit = _repeated(chunk)
    cost = _split_cost(unit, seen) + (_AGAIN if unit != chunk else 0.0)
    seen.update(folded(run) for run in _RUN.findall(chunk))
    return cost


def _repeated(chunk: str) -> str:
    """``1234`` of ``123412341234``, its last turn whole or cut; else all of it."""
    for size in range(1, len(chunk) // 2 + 1):
        if all(one == chunk[at % size] for at, one in enumerate(chunk)):
            return chunk[:size]
    return chunk


def _split_cost(chunk: str, seen: set[str]) -> float:
    """The least that the pieces of any division of it cost together."""
    least = [0.0] + [math.inf] * len(chunk)
    runs = {each.start(): each[0] for each in _RUN.finditer(chunk)}
    for start in range(len(chunk)):
        for size, cost in _pieces(chunk, start, runs.get(start), seen):
            least[start + size] = min(least[start + size], least[start] + cost)
        if start in runs:
            seen = seen | {folded(runs[start])}
    return least[-1]


def _pieces(
    chunk: str, start: int, run: str | None, seen: set[str]
) -> Iterator[tuple[int, float]]:
    """What may begin at ``start``: how many signs, and their cost."""
    if run is not None:
        known = folded(run)
        again = known in seen and len(run) > 1
        yield len(run), _AGAIN if again else _cost(run, known)
    keys = walked(chunk, start)
    for size in range(SHORTEST, keys + 1):
        yield size, _WALK + (size - 1) * _STEP
    yield from _disguised(chunk, start)
    for each in _DATES:
        if written := each.match(chunk, start):
            yield len(written[0]), _DAY_WRITTEN


def _disguised(chunk: str, start: int) -> Iterator[tuple[int, float]]:
    """Words some of whose letters are written as figures or signs."""
    for size in range(4, min(len(chunk) - start, _LONGEST_WORD) + 1):
        said = chunk[start : start + size]
        letters, exchanged = spelled_out(said)
        if not exchanged or not letters.isalpha():
            continue
        extra = exchanged * _DISGUISE + _capitals(letters)
        if letters in USUAL_WORDS:
            yield size, _COMMON + extra
        elif _stands_alone(chunk, start, start + size) and is_like_a_word(
            said, letters
        ):
            yield size, _LISTED + extra


def _stands_alone(chunk: str, start: int, end: int) -> bool:
    """Nothing but signs around it, and figures after it."""
    is_first = start == 0 or not chunk[start - 1].isalnum()
    return is_first and _ENDED.match(chunk, end) is not None


def _cost(run: str, known: str) -> float:
    if _is_sequence(run):
        return _SEQUENCE
    if run.isdigit():
        return _WRITTEN_YEAR if _YEAR_RUN.fullmatch(run) else len(run) * _DIGIT
    if not run[0].isalpha():
        return _SIGN
    if known in USUAL_WORDS:
        return _COMMON
    return min(len(run) * _LETTER, _LISTED) + _capitals(run)


def _capitals(run: str) -> int:
    """The first one and all of them are what everybody does."""
    return 0 if run.isupper() else min(4, sum(each.isupper() for each in run[1:]))


def _is_sequence(run: str) -> bool:
    """``1234567890``, ``aaaa``, ``7654``: one step throughout."""
    around = 10 if run.isdigit() else 0x110000
    steps = {(ord(after) - ord(before)) % around for before, after in pairwise(run)}
    return len(run) > 2 and len(steps) == 1 and steps <= {around - 1, 0, 1}
