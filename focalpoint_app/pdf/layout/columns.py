"""How wide the columns of a table are: by their shares, but no word is cut."""

from __future__ import annotations

from collections.abc import Sequence

_MOST = 0.5  # of the table for one word; what is longer is no word and may be cut


def column_widths(
    shares: Sequence[float], words: Sequence[float], width: float
) -> list[float]:
    """``shares`` of ``width`` points, each at least as wide as its longest word.

    Where all ``words`` together are too wide, only the longest are cut.
    """
    least = _least(words, width)
    if sum(least) > width:
        return _level(least, width)
    held: set[int] = set()
    while True:
        found = _shared(shares, least, width, held)
        short = {n for n, each in enumerate(found) if each < least[n]} - held
        if not short:
            return found
        held |= short


def is_crowded(words: Sequence[float], width: float) -> bool:
    """Whether words that are no longer than words are have to be cut."""
    return sum(_least(words, width)) > width


def _least(words: Sequence[float], width: float) -> list[float]:
    return [min(word, width * _MOST) for word in words]


def _shared(
    shares: Sequence[float], least: Sequence[float], width: float, held: set[int]
) -> list[float]:
    """``held`` columns have their least, the others share what is left."""
    left = width - sum(least[n] for n in held)
    unit = left / (sum(each for n, each in enumerate(shares) if n not in held) or 1.0)
    return [least[n] if n in held else each * unit for n, each in enumerate(shares)]


def _level(wanted: Sequence[float], width: float) -> list[float]:
    """As wide as wanted, the widest ones evenly wide."""
    found, left = [0.0] * len(wanted), width
    shortest_first = sorted(range(len(wanted)), key=wanted.__getitem__)
    for done, n in enumerate(shortest_first):
        found[n] = min(wanted[n], left / (len(wanted) - done))
        left -= found[n]
    return found
