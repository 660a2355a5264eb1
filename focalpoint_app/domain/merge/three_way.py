"""Three-way merging of a text: what was sent, what came back, what is now.

The two sides may change places: the outcome is the same.  Every sentence of both
is in the outcome, in a conflict, or named among those that the other side took out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from focalpoint_app.domain.merge.abreast import Piece, abreast, same
from focalpoint_app.domain.merge.differences import Comparison, Edit, compared
from focalpoint_app.domain.merge.sentences import joined, key_of, sentences, words
from focalpoint_app.domain.merge.together import together

Pieces = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Both sides changed the same place; ``merged`` is a proposal that has both."""

    base: str
    first: str
    second: str
    merged: str


@dataclass(frozen=True, slots=True)
class Merged:
    """``replaced``: sentences that one side changed or took out, the other had left."""

    segments: tuple[str | Conflict, ...]
    replaced: Pieces = ()

    @property
    def text(self) -> str:
        """With the proposals in the places of conflicts."""
        return joined(
            tuple(
                each.merged if isinstance(each, Conflict) else each
                for each in self.segments
            )
        )

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        return tuple(each for each in self.segments if isinstance(each, Conflict))


@dataclass(frozen=True, slots=True)
class _Sides:
    base: Pieces
    first: Comparison
    second: Comparison


@dataclass(frozen=True, slots=True)
class _Region:
    """Edits of either side that meet; ``start`` and ``end`` in the base."""

    start: int
    end: int
    first: tuple[Edit, ...]
    second: tuple[Edit, ...]


def merge(base: str, first: str, second: str) -> Merged:
    """By sentences; where both changed one sentence, words make the proposal."""
    return _merged(base, (first, second), sentences, _proposal)


def pieces(base: str, first: str, second: str) -> tuple[Piece, ...]:
    """Place by place, in order; what they propose, joined, is what ``merge`` makes.

    Without a base the two are held against each other, and both are proposed.
    """
    if not base.strip():
        return tuple(abreast(sentences(first), sentences(second)))
    sides = _sides(base, (first, second), sentences)
    found: list[Piece] = []
    place = 0
    for region in _regions(sides.first.edits, sides.second.edits):
        found += same(_untouched(sides, place, region.start))
        found.append(_piece(sides, region))
        place = region.end
    return (*found, *same(_untouched(sides, place, len(sides.base))))


def _piece(sides: _Sides, region: _Region) -> Piece:
    one, two, three = ("".join(each) for each in _versions(sides, region))
    settled = _settled(sides, region)
    if settled is not None:
        return Piece(one, two, three, joined(settled))
    return Piece(one, two, three, _proposal(one, two, three), is_conflict=True)


def united(now: str, said: str) -> str:
    """Without a common origin: what is now, then what it does not say yet.

    What is new begins a paragraph of its own.
    """
    known = {"", *map(key_of, sentences(now))}
    new = [each for each in sentences(said) if key_of(each) not in known]
    if not now or not new:
        return now or said
    return f"{now}{'' if now.endswith(chr(10)) else chr(10)}{joined(tuple(new))}"


def _merged(
    base: str,
    others: tuple[str, str],
    split: Callable[[str], Pieces],
    propose: Callable[[str, str, str], str],
) -> Merged:
    sides = _sides(base, others, split)
    segments: list[str | Conflict] = []
    replaced: list[str] = []
    place = 0
    for region in _regions(sides.first.edits, sides.second.edits):
        segments += _untouched(sides, place, region.start)
        outcome = _settled(sides, region)
        if outcome is None:
            one, two, three = ("".join(each) for each in _versions(sides, region))
            segments.append(Conflict(one, two, three, propose(one, two, three)))
        else:
            segments += outcome
            replaced += sides.base[region.start : region.end]
        place = region.end
    segments += _untouched(sides, place, len(sides.base))
    return Merged(tuple(segments), tuple(replaced))


def _sides(
    base: str, others: tuple[str, str], split: Callable[[str], Pieces]
) -> _Sides:
    origin = split(base)
    first, second = (compared(origin, split(each)) for each in others)
    return _Sides(origin, first, second)


def _regions(first: Sequence[Edit], second: Sequence[Edit]) -> Iterator[_Region]:
    """In the base's order; edits that meet share a region."""
    waiting = sorted(
        [(each.start, each.end, 0, each) for each in first]
        + [(each.start, each.end, 1, each) for each in second],
        key=lambda each: each[:3],
    )
    group: list[tuple[int, int, int, Edit]] = []
    for each in waiting:
        if group and not _meets(group, each):
            yield _region(group)
            group = []
        group.append(each)
    if group:
        yield _region(group)


def _meets(
    group: list[tuple[int, int, int, Edit]], edit: tuple[int, int, int, Edit]
) -> bool:
    """Overlaps; an insertion also meets what ends or begins where it stands."""
    start, end = edit[:2]
    reach = max(to for _, to, _, _ in group)
    if start != reach:
        return start < reach
    return start == end or any(at == to == reach for at, to, _, _ in group)


def _region(group: list[tuple[int, int, int, Edit]]) -> _Region:
    return _Region(
        start=min(start for start, _, _, _ in group),
        end=max(end for _, end, _, _ in group),
        first=tuple(edit for _, _, side, edit in group if side == 0),
        second=tuple(edit for _, _, side, edit in group if side == 1),
    )


def _settled(sides: _Sides, region: _Region) -> Pieces | None:
    """The region's pieces, or None where the sides disagree."""
    _, first, second = _versions(sides, region)
    if not region.second:
        return first
    if not region.first:
        return second
    if _keys(first) == _keys(second):
        return max(first, second)
    return None


def _versions(sides: _Sides, region: _Region) -> tuple[Pieces, Pieces, Pieces]:
    base = sides.base[region.start : region.end]
    return (
        base,
        _applied(sides.first, region, region.first),
        _applied(sides.second, region, region.second),
    )


def _applied(side: Comparison, region: _Region, edits: tuple[Edit, ...]) -> Pieces:
    found: list[str] = []
    place = region.start
    for edit in edits:
        found += [side.kept[each] for each in range(place, edit.start)]
        found += edit.pieces
        place = edit.end
    found += [side.kept[each] for each in range(place, region.end)]
    return tuple(found)


def _untouched(sides: _Sides, start: int, end: int) -> list[str]:
    """Of the same words; blanks and line ends as whoever changed them has them."""
    found = []
    for place in range(start, end):
        base = sides.base[place]
        first, second = sides.first.kept[place], sides.second.kept[place]
        if first == base:
            found.append(second)
        elif second in (base, first):
            found.append(first)
        else:
            found.append(max(first, second))
    return found


def _keys(pieces: Pieces) -> list[str]:
    return [key_of(each) for each in pieces]


def _proposal(base: str, first: str, second: str) -> str:
    """Word by word where the sides changed different words, else all that both say."""
    if base and first and second:
        finer = _merged(base, (first, second), words, _one_after_other)
        if not finer.conflicts:
            return "".join(str(each) for each in finer.segments)
    return together(first, second)


def _one_after_other(_base: str, first: str, second: str) -> str:
    return first + second
