"""Two texts without a common origin, as places that somebody may choose between."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from focalpoint_app.domain.merge.differences import (
    Mark,
    Passage,
    alike,
    compared,
    differences,
)
from focalpoint_app.domain.merge.sentences import joined, key_of, sentences

Pieces = tuple[str, ...]
_MOST_TWINS = 2_500
"""Pairs of sentences that are held against each other."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One place of the texts; ``merged`` stands there unless somebody chooses.

    Where nobody changed anything all four are the same.
    """

    base: str
    first: str
    second: str
    merged: str
    is_conflict: bool = False

    @property
    def is_untouched(self) -> bool:
        return self.base == self.first == self.second == self.merged


def abreast(first: Pieces, second: Pieces) -> Iterator[Piece]:
    """What only the first says stays: the second was never shown it."""
    place = 0
    for edit in compared(first, second).edits:
        yield from same(first[place : edit.start])
        yield from _met(first[edit.start : edit.end], edit.pieces)
        place = edit.end
    yield from same(first[place:])


def held_against(now: str, came: str) -> Iterator[Passage]:
    """What came, with what of it is new; of what is now only what it speaks of."""
    theirs = sentences(came)
    shared = {key_of(each) for each in theirs}
    skipped = False
    for piece in abreast(sentences(now), theirs):
        if piece.is_untouched and key_of(piece.first) not in shared:
            skipped = True
            continue
        if skipped:
            yield Passage(Mark.SAME, "… ")
        skipped = False
        yield from differences(piece.first, piece.second)


def _met(ours: Pieces, theirs: Pieces) -> Iterator[Piece]:
    """Sentences that say nearly the same stand against each other."""
    here, there = 0, 0
    for at, twin in (*_twins(ours, theirs), (len(ours), len(theirs))):
        yield from same(ours[here:at])
        yield from (Piece("", "", each, each) for each in theirs[there:twin])
        if at < len(ours):
            both = joined((ours[at], theirs[twin]))
            yield Piece("", ours[at], theirs[twin], both, is_conflict=True)
        here, there = at + 1, twin + 1


def _twins(ours: Pieces, theirs: Pieces) -> Iterator[tuple[int, int]]:
    """Places of sentences that are alike, in both orders; none in very long texts."""
    if len(ours) * len(theirs) > _MOST_TWINS:
        return
    place = 0
    for twin, each in enumerate(theirs):
        found = (at for at in range(place, len(ours)) if alike(ours[at], each))
        at = next(found, None)
        if at is not None:
            yield at, twin
            place = at + 1


def same(texts: Sequence[str]) -> Iterator[Piece]:
    """Places where nobody changed anything."""
    return (Piece(each, each, each, each) for each in texts)
