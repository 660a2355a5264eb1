"""The rules of UAX #14 on class letters: where a line may end.

Numbers hold together as in its section 8.2, example 7.  A quotation mark beside an
ideograph opens or closes as it does in Chinese (as LB19a of later versions has it).
Held against Unicode's LineBreakTest.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from focalpoint_app.pdf.lines.break_classes import ALPHABETIC

_UNIT = re.compile("[^Sz][mj]*|.")  # LB9: marks belong to what they follow
# What follows a number may precede the next one.
_NUMBER = re.compile("[$%]?[oO-]?0[0ys]*[cp]?(?=([$%]?))")
# To the end of blanks after which a line may end whatever stands around them.
_CHUNK = re.compile(
    "[aih0m]+S+(?![cpxsywzS])"
    "|(?:[^S]*(?:(?<![aih0])(?<![aih0]m)(?<![aih0]mm)S+|S+(?=[cpxsywz])))*[^S]*S*"
)
_LONGEST_KEPT = 40
_LETTER, _NUMERIC, _OPENS, _CLOSES = "ah", "0", "oO", "cp"


def break_places(classes: str) -> list[int]:
    """Places of ``classes`` before which a line may end, its own end included."""
    found: list[int] = []
    start = 0
    for chunk in _CHUNK.findall(classes):
        inner = _kept(chunk) if len(chunk) <= _LONGEST_KEPT else _places(chunk)
        if inner:
            found += [start + place for place in inner]
        start += len(chunk)
        found.append(start)
    return found[:-1]  # the last chunk is empty


@lru_cache(maxsize=8192)
def _kept(chunk: str) -> tuple[int, ...]:
    return _places(chunk)


def _places(classes: str) -> tuple[int, ...]:
    units = _UNIT.findall(classes)
    letters = "".join([unit[0] for unit in units]).translate(_LONE_MARKS)  # LB10
    held = _within_numbers(letters)
    found: list[int] = []
    place, before = 0, "S"
    spaced = True
    for index, unit in enumerate(units):
        letter = letters[index]
        if index and index not in held and _may_part(before, letter, spaced):
            found.append(place)
        place += len(unit)
        spaced = letter == "S"
        before = before if spaced else _after(unit, letter, before)
    return tuple(found)


_QUOTES = str.maketrans("uv", "qq")
_LONE_MARKS = str.maketrans("mj", ALPHABETIC * 2)


def _after(unit: str, letter: str, before: str) -> str:
    """What the next unit meets: LB8a's joiner, LB21a's Hebrew hyphen."""
    if unit[-1] == "j":
        return "w"
    return "H" if before == "h" and letter in "-b" else letter


def _within_numbers(letters: str) -> frozenset[int]:
    if "0" not in letters:
        return frozenset()
    return frozenset(
        place
        for number in _NUMBER.finditer(letters)
        for place in range(number.start() + 1, number.end(1))
    )


@cache
def _may_part(before: str, after: str, spaced: bool) -> bool:
    if (before in "ick" and after == "u") or (before == "v" and after in "iO"):
        return True
    before, after = before.translate(_QUOTES), after.translate(_QUOTES)
    if after in "Sz":  # LB7
        return False
    if before == "z":  # LB8
        return True
    if after in "wcpxsy":  # LB11, LB13
        return False
    if spaced:
        return not _held_across_blanks(before, after)
    return not (_held_by_signs(before, after) or _held_by_letters(before, after))


def _held_across_blanks(before: str, after: str) -> bool:
    """LB14 to LB17."""
    return (
        before in _OPENS
        or (before == "q" and after in _OPENS)
        or (before in _CLOSES and after == "k")
        or before == after == "="
    )


def _held_by_signs(before: str, after: str) -> bool:
    """LB11, LB12, LB19, LB21, LB22."""
    return (
        before in "wgqBH"
        or _held_across_blanks(before, after)
        or (after == "g" and before not in "b-")
        or after in "qb-kn"
        or (before == "y" and after == "h")
    )


def _held_by_letters(before: str, after: str) -> bool:
    """LB23 to LB30."""
    if before in _LETTER or before == _NUMERIC:
        follows = _LETTER + "0o" + ("$%" if before in _LETTER else "")
        return after in follows
    if before == "$":
        return after in "iah"
    if before == "i":
        return after == "%"
    return (after in _LETTER and before in "%sp") or (before == "p" and after == "0")
