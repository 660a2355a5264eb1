"""Letters and the vowel signs upon them, compared apart."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import chain
from typing import NamedTuple
from unicodedata import combining, normalize

_MOST_MARKS = 4  # that a word keeps together where it is cut


class Marked(NamedTuple):
    """Letters, and upon each of them its marks in no order of their own."""

    letters: str
    marks: tuple[str, ...]


@lru_cache(maxsize=65_536)
def marked(text: str) -> Marked:
    """Marks of another script than their letter's are left out: no font sets them."""
    if text.isascii():
        return Marked(text, ("",) * len(text))
    parted = normalize("NFD", text)
    if not any(map(combining, parted)):
        return Marked(parted, ("",) * len(parted))
    letters: list[str] = []
    upon: list[list[str]] = []
    for each in parted:
        if not combining(each):
            letters.append(each)
            upon.append([])
        elif letters and _is_arabic(each) == _is_arabic(letters[-1]):
            upon[-1].append(each)
    return Marked("".join(letters), tuple("".join(sorted(each)) for each in upon))


def _is_arabic(char: str) -> bool:
    return "\u0600" <= char <= "\u08ff"


def same_marks(line: Sequence[Marked], text: Marked, start: int, end: int) -> bool:
    """A vowel put in, left out or exchanged makes another word.

    Where runs stand in another order than the text, each letter is asked for its
    marks wherever it stands.  Of very many marks upon one letter a line's end takes
    some away.
    """
    wanted = text.marks[start:end]
    if any(len(each) > _MOST_MARKS for each in wanted):
        return True
    found = tuple(chain.from_iterable(run.marks for run in line))
    letters = "".join(run.letters for run in line)
    if letters == text.letters[start:end]:
        return found == wanted
    pairs = zip(text.letters[start:end], wanted, strict=True)
    return sorted(zip(letters, found, strict=True)) == sorted(pairs)
