"""How long a passphrase holds against somebody who has the file; never flattering.

A word that people use counts as one of a list, whatever its length, and a date as a
date: programs that guess try those first.  What looks random may be a name that this
does not know, so the figure stays inside; only four spans of time are told.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator
from enum import StrEnum
from itertools import pairwise

from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.passphrase import normalised
from focalpoint_app.domain.search_text import folded

GUESSES = 1_000_000
"""A second.  A graphics card manages some 5,000 (256,000 rounds of SHA-512 each)."""

_DAY = 86_400
_YEAR = 365 * _DAY
_RUN = re.compile(r"[^\W\d_]+|\d+|[\W_]")
_YEAR_RUN = re.compile(r"(19|20)\d\d|1[345]\d\d")
_COMMON, _LISTED, _LETTER, _DIGIT = 6.0, 15.0, 4.7, math.log2(10)
_SIGN, _BLANK, _AGAIN, _SEQUENCE, _WRITTEN_YEAR = 4.0, 1.0, 1.0, 3.0, 7.0
_USUAL_WORDS = (
    "password passwort pass admin administrator welcome letmein login user root test"
    " qwerty qwertyuiop asdf asdfgh zxcvbn azerty abc abcd iloveyou monkey dragon love"
    " secret untoc unodc office ministry justice government focal point focalpoint"
    " محمد احمد علي حسن حسين عمر خالد فاطمه عبد الله عبدالله مريم نور سلام السلام بسم"
    " الرحمن الرحيم مرحبا حبيبي كلمه السر المرور سري مصر السعوديه العراق الاردن لبنان"
    " المغرب تونس الجزائر قطر الكويت وزاره العدل الداخليه الاتفاقيه"
)
_USUAL = frozenset(_USUAL_WORDS.split())


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
    return sum(_costs(normalised(passphrase)))


def _costs(said: str) -> Iterator[float]:
    seen: set[str] = set()
    for run in _RUN.findall(said):
        known = folded(run)
        yield _AGAIN if known in seen and len(run) > 1 else _cost(run, known)
        seen.add(known)


def _cost(run: str, known: str) -> float:
    if run.isspace():
        return _BLANK
    if _is_sequence(run):
        return _SEQUENCE
    if run.isdigit():
        return _WRITTEN_YEAR if _YEAR_RUN.fullmatch(run) else len(run) * _DIGIT
    if not run[0].isalpha():
        return _SIGN
    if known in _USUAL:
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
