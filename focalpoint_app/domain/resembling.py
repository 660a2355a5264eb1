"""Sentences that another one may have been made of, found without asking them all."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import takewhile
from typing import Generic, TypeVar

from focalpoint_app.domain.merge.sentences import key_of, words

ALIKE = 0.6
"""Share of words in common from which a sentence counts as the same one, edited;
of the shorter one's words, where one is a part of the other."""
_RUN = 8
"""Letters of words in a row, two at least, from which they count as a part: "of the"
says nothing."""
_NEAR = 24
"""Sentences asked of all that hold a word, the nearest; a word of fewer is rare."""
_ASKED = 48
_COMPARED = 12
"""Sentences whose words are counted, and those that are held against each other in
order: a draft of a thousand alike must not ask each of each."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Candidate(Generic[T]):
    """``count`` tells soon that a sentence was not made of it."""

    words: tuple[str, ...]
    count: Counter[str]
    meant: T


class Candidates(Generic[T]):
    """Sentences in their order, each with what is meant by it."""

    def __init__(self, known: Iterable[tuple[str, T]]) -> None:
        found = ((bare_words(piece), meant) for piece, meant in known)
        self._all = tuple(
            _Candidate(bare, Counter(bare), meant) for bare, meant in found
        )
        self._holding: dict[str, list[int]] = {}
        for place, each in enumerate(self._all):
            for word in each.count:
                self._holding.setdefault(word, []).append(place)

    def made_into(self, piece: str, at: float) -> list[T]:
        """What the piece was made of: that with most of its words, then those that
        what is left has whole.  ``at``: where among them, from 0 to 1, it stands.
        """
        left, found = bare_words(piece), list[T]()
        place = int(at * len(self._all))
        while nearest := self._nearest(left, place, whole=bool(found)):
            candidate, left = nearest
            found.append(candidate.meant)
        return found

    def _nearest(
        self, wanted: tuple[str, ...], place: int, *, whole: bool
    ) -> tuple[_Candidate[T], tuple[str, ...]] | None:
        """With the words that it leaves; ``whole``: a part of it will not do."""
        most, nearest = 0, None
        for common, each in self._likely(wanted, place, whole=whole):
            if common <= most:
                break
            shorter = _shorter(wanted, each.words, whole=whole)
            shared = _shared(wanted, each.words, shorter)
            if len(shared) > most:
                left = tuple(w for n, w in enumerate(wanted) if n not in shared)
                most, nearest = len(shared), (each, left)
        return nearest

    def _likely(
        self, wanted: tuple[str, ...], place: int, *, whole: bool
    ) -> Iterator[tuple[int, _Candidate[T]]]:
        """With the number of words in common, most first, then the nearest."""
        count, found = Counter(wanted), []
        for at in self._asked(count, place):
            each = self._all[at]
            common = (count & each.count).total()
            shorter = _shorter(wanted, each.words, whole=whole)
            if shorter and common >= ALIKE * shorter:
                found.append((-common, abs(at - place), at))
        for common, _, at in sorted(found)[:_COMPARED]:
            yield -common, self._all[at]

    def _asked(self, wanted: Iterable[str], place: int) -> Iterator[int]:
        """Those that hold most of the words, rare words and near sentences before."""
        votes: Counter[int] = Counter()
        for word in wanted:
            votes.update(_near(self._holding.get(word, ()), place))
        best = sorted(votes.items(), key=lambda vote: (-vote[1], abs(vote[0] - place)))
        return (at for at, _ in best[:_ASKED])


def bare_words(piece: str) -> tuple[str, ...]:
    """Words alone: a part that was split off has another stop and another capital."""
    keys = (key_of(word).casefold() for word in words(piece))
    return tuple(each for each in keys if any(map(str.isalnum, each)))


def _near(places: Sequence[int], wanted: int) -> Sequence[int]:
    if len(places) <= _NEAR:
        return places
    at = bisect_left(places, wanted) - _NEAR // 2
    start = min(max(at, 0), len(places) - _NEAR)
    return places[start : start + _NEAR]


def _shorter(wanted: tuple[str, ...], other: tuple[str, ...], *, whole: bool) -> int:
    return len(other) if whole else min(len(wanted), len(other))


def _shared(
    wanted: tuple[str, ...], other: tuple[str, ...], shorter: int
) -> frozenset[int]:
    """Places of the words in common; none where they are too few."""
    blocks = tuple(_blocks(wanted, other))
    size = sum(size for _, size in blocks)
    if 2 * size < ALIKE * (len(wanted) + len(other)):
        runs = (each for each in blocks if each[1] > 1)
        blocks = tuple(
            (at, size)
            for at, size in runs
            if len("".join(wanted[at : at + size])) >= _RUN
        )
    places = frozenset(n for at, size in blocks for n in range(at, at + size))
    return places if len(places) >= ALIKE * shorter else frozenset()


def _blocks(
    wanted: tuple[str, ...], other: tuple[str, ...]
) -> Iterator[tuple[int, int]]:
    """Places and lengths of runs of words in common, in order."""
    head = _same(zip(wanted, other, strict=False))
    one, two = wanted[head:], other[head:]
    tail = _same(zip(reversed(one), reversed(two), strict=False))
    if head:
        yield 0, head
    one, two = one[: len(one) - tail], two[: len(two) - tail]
    for block in SequenceMatcher(None, one, two, autojunk=False).get_matching_blocks():
        if block.size:
            yield head + block.a, block.size
    if tail:
        yield len(wanted) - tail, tail


def _same(pairs: Iterable[tuple[str, str]]) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
