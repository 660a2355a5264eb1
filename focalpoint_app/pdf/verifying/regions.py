"""Where on the pages each answer is to be found: behind its question's wording."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from focalpoint_app.pdf.verifying.expected import Expectation, ExpectedAnswer
from focalpoint_app.pdf.verifying.paper_trail import PaperTrail
from focalpoint_app.pdf.verifying.plain_text import plain

Place = tuple[int, int]
"""The first run of a text, and the one behind its last."""


@dataclass(frozen=True, slots=True)
class Region:
    """The runs where an answer is to be found.

    ``near`` is where it should stand though its question's wording does not; None
    where that is known.  ``is_firm``: what is not here is missing, rather than under
    another wording.  ``is_closed``: no other answer can stand here.
    """

    expected: ExpectedAnswer
    start: int
    end: int
    near: Place | None = None
    is_firm: bool = True
    is_closed: bool = True


def regions(trail: PaperTrail, expectation: Expectation) -> Iterator[Region]:
    """Main questions first: their wordings are said in order."""
    groups = list(_grouped(expectation.answers))
    mains = [plain(group[0].wording) if group[0].is_main else "" for group in groups]
    anchors = (_each_next if expectation.is_sure else _most_in_order)(trail, mains)
    reached = 0
    for number, group in enumerate(groups):
        later = (anchor[0] for anchor in anchors[number + 1 :] if anchor)
        anchor, end = anchors[number], next(later, len(trail))
        if expectation.is_sure:
            yield from _group_regions(trail, group, anchor, end)
            continue
        reached = anchor[1] if anchor else reached
        found = _group_regions(trail, group, anchor or (reached, reached), end)
        is_between = all(anchors[max(number - 1, 0) : number + 2])
        yield from _doubted(found, (reached, end), anchor is not None, is_between)


def _grouped(answers: Sequence[ExpectedAnswer]) -> Iterator[list[ExpectedAnswer]]:
    """A main question with its companions."""
    group: list[ExpectedAnswer] = []
    for answer in answers:
        if answer.is_main and group:
            yield group
            group = []
        group.append(answer)
    if group:
        yield group


def _each_next(trail: PaperTrail, wordings: Sequence[str]) -> list[Place | None]:
    found: list[Place | None] = []
    reached = 0
    for wording in wordings:
        place = trail.find(wording, reached, len(trail)) if wording else None
        reached = place[1] if place else reached
        found.append(place)
    return found


def _most_in_order(trail: PaperTrail, wordings: Sequence[str]) -> list[Place | None]:
    """As many as stand in this order, whatever the others have become.

    One that has moved, or is now worded as another was, makes none of its neighbours
    unknown (the longest common subsequence by Hunt and Szymanski).
    """
    lasts: list[int] = []
    chains: list[_Link] = []
    for number, wording in enumerate(wordings):
        for place in reversed(trail.everywhere(wording) if wording else []):
            length = bisect_left(lasts, place[0])
            before = chains[length - 1] if length else None
            lasts[length : length + 1] = [place[0]]
            chains[length : length + 1] = [_Link(number, place, before)]
    found: list[Place | None] = [None] * len(wordings)
    link = chains[-1] if chains else None
    while link is not None:
        found[link.number] = trail.find(wordings[link.number], *link.place)
        link = link.before
    return found


@dataclass(frozen=True, slots=True)
class _Link:
    """A wording's place, behind those of earlier ones."""

    number: int
    place: Place
    before: _Link | None


def _group_regions(
    trail: PaperTrail, group: list[ExpectedAnswer], main: Place | None, end: int
) -> list[Region]:
    """Each from its own wording to the next; anywhere where it has none here."""
    places = list(_places(trail, group, main, end))
    found = []
    for number, (answer, place) in enumerate(zip(group, places, strict=True)):
        if place is None:
            found.append(Region(answer, 0, len(trail)))
        else:
            later = (each[0] for each in places[number + 1 :] if each)
            found.append(Region(answer, place[1], next(later, end)))
    return found


def _places(
    trail: PaperTrail, group: list[ExpectedAnswer], main: Place | None, end: int
) -> Iterator[Place | None]:
    """Of the main question, which is known, then of its companions' wordings."""
    reached = main[1] if main else 0
    for answer in group:
        if answer is group[0] and main:
            yield main if main[0] < main[1] else None
            continue
        found = None
        if answer.wording and main:
            found = trail.find(plain(answer.wording), reached, end)
            reached = found[1] if found else reached
        yield found


def _doubted(
    group: Sequence[Region], near: Place, is_anchored: bool, is_between: bool
) -> Iterator[Region]:
    """What has no wording here stands behind the last that has, if anywhere.

    ``is_between``: the main questions before and behind have theirs, too.
    """
    is_closed = is_between and all(
        each.start or not each.expected.wording for each in group
    )
    start, end = near
    for each in group:
        start = max(start, each.start)
        lost = None if each.start else (start, end)
        yield replace(each, near=lost, is_firm=is_anchored, is_closed=is_closed)
