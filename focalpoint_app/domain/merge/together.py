"""Two texts of one place put together: all that either says, what both say once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from focalpoint_app.domain.merge.differences import compared
from focalpoint_app.domain.merge.sentences import joined, key_of, sentences

Pieces = tuple[str, ...]


def together(one: str, other: str) -> str:
    """The two may change places.

    A sentence stands as often as the one has it that has it oftener, be it elsewhere;
    where they differ, both stand.
    """
    first, second = sorted((one, other))
    return joined(tuple(_together(sentences(first), sentences(second))))


def _together(first: Pieces, second: Pieces) -> Iterator[str]:
    found = compared(first, second)
    moved = _keys(p for e in found.edits for p in first[e.start : e.end])
    place = 0
    for edit in found.edits:
        yield from _shared(first, found.kept, range(place, edit.start))
        yield from first[edit.start : edit.end]
        for piece in edit.pieces:
            if moved[key_of(piece)]:
                moved[key_of(piece)] -= 1
            else:
                yield piece
        place = edit.end
    yield from _shared(first, found.kept, range(place, len(first)))


def _shared(first: Pieces, kept: Mapping[int, str], places: Sequence[int]) -> list[str]:
    """Of the same words; blanks and line ends as the one has them that has more."""
    return [max(first[place], kept[place]) for place in places]


def _keys(pieces: Iterable[str]) -> Counter[str]:
    return Counter(map(key_of, pieces))
