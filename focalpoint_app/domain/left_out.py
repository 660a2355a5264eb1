"""What an expunging left, beside what stood there before: which passage it was."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.expunging import MARK, Passage, passage_of

_UNREAD = object()


def is_left_of(left: object, whole: object) -> bool:
    """Whether ``left`` is ``whole`` with a mark, or several, in a passage's place."""
    passages = passages_between(left, whole)
    return bool(passages) and _without(whole, passages) == left


def passages_between(left: object, whole: object) -> tuple[Passage, ...]:
    """Those that were taken out of ``whole``'s texts and gave ``left``'s.

    Both have one shape: texts, lists, maps.  Empty where they differ otherwise, and
    where a passage is too short to be looked for.
    """
    found: dict[str, Passage] = {}
    for one, other in _texts(left, whole):
        for said in _said_between(one, other):
            try:
                found.setdefault(" ".join(said.casefold().split()), passage_of(said))
            except AppError:  # Too short, or a mark that was written by hand.
                continue
    return tuple(found.values())


def _without(whole: object, passages: tuple[Passage, ...]) -> Any:
    said: Any = whole
    for each in passages:
        said = each.taken_out(said)
    return said


def _texts(left: object, whole: object) -> Iterator[tuple[str, str]]:
    """Texts of both that differ, by twos; of other shapes nothing."""
    match left, whole:
        case str(), str():
            if left != whole and MARK in left:
                yield left, whole
        case Mapping(), Mapping():
            for name, inner in left.items():
                yield from _texts(inner, whole.get(name, _UNREAD))
        case (list() | tuple(), list() | tuple()):
            if len(left) == len(whole):
                for one, other in zip(left, whole, strict=True):
                    yield from _texts(one, other)


def _said_between(left: str, whole: str) -> tuple[str, ...]:
    """One passage wherever a mark stands, or several; empty where neither fits."""
    first, *others = left.split(MARK)
    if not whole.startswith(first) or not others:
        return ()
    taken = len(whole) - len(first) - sum(map(len, others))
    length, rest = divmod(taken, len(others))
    evenly = _cut(whole[len(first) :], others, length) if length and not rest else ()
    return evenly or _cut(whole[len(first) :], others, None)


def _cut(whole: str, others: list[str], length: int | None) -> tuple[str, ...]:
    """What stands before each of ``others``; ``length`` None takes the nearest."""
    said: list[str] = []
    at = 0
    for number, each in enumerate(others, start=1):
        if number == len(others):
            end = len(whole) - len(each)
        else:
            end = whole.find(each, at + 1) if length is None else at + length
        if end <= at or whole[end : end + len(each)] != each:
            return ()
        said.append(whole[at:end])
        at = end + len(each)
    return tuple(said)
