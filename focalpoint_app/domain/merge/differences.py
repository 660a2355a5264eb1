"""What was changed from one text to another, by sentence and then by word."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from focalpoint_app.domain.merge.sentences import key_of, sentences, words

MOST_COMPARED = 4_000_000
"""Pairs of pieces; beyond, what lies between common ends counts as rewritten."""

ALIKE = 0.5
"""Share of the shorter text from which on sentences are shown by their words."""
_TWIN = 0.6


@dataclass(frozen=True, slots=True)
class Edit:
    """``base[start:end]`` became ``pieces``."""

    start: int
    end: int
    pieces: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """``kept`` maps places in the base to the other text's piece that is the same."""

    edits: tuple[Edit, ...]
    kept: Mapping[int, str]


class Mark(StrEnum):
    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of text and what happened to it."""

    mark: Mark
    text: str


def compared(base: Sequence[str], other: Sequence[str]) -> Comparison:
    """Pieces are the same where their words are."""
    old, new = [key_of(each) for each in base], [key_of(each) for each in other]
    edits: list[Edit] = []
    kept: dict[int, str] = {}
    for tag, i, j, start, end in _opcodes(old, new):
        if tag == "equal":
            kept.update(zip(range(i, j), other[start:end], strict=True))
        else:
            edits.append(Edit(i, j, tuple(other[start:end])))
    return Comparison(tuple(edits), kept)


def alike(one: str, other: str) -> bool:
    """Two sentences of which one may be the other, edited."""
    ours, theirs = ([key_of(each) for each in words(text)] for text in (one, other))
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    return bool(matcher.quick_ratio() >= _TWIN and matcher.ratio() >= _TWIN)


def differences(before: str, after: str) -> tuple[Passage, ...]:
    """Sentences that differ are shown by their words."""
    return tuple(_passages(before, after, sentences, _by_words))


def _by_words(before: str, after: str) -> Iterator[Passage]:
    """Sentences with little in common are told apart whole: words would be a salad."""
    found = tuple(_passages(before, after, words, _whole))
    same = sum(len(each.text) for each in found if each.mark is Mark.SAME)
    if same < ALIKE * min(len(before), len(after)):
        return _whole(before, after)
    return iter(found)


def _whole(before: str, after: str) -> Iterator[Passage]:
    if before:
        yield Passage(Mark.REMOVED, before)
    if after:
        yield Passage(Mark.ADDED, after)


def _passages(
    before: str,
    after: str,
    split: Callable[[str], tuple[str, ...]],
    finer: Callable[[str, str], Iterator[Passage]],
) -> Iterator[Passage]:
    old, new = split(before), split(after)
    keys = [key_of(each) for each in old], [key_of(each) for each in new]
    for tag, i, j, start, end in _opcodes(*keys):
        removed, added = "".join(old[i:j]), "".join(new[start:end])
        if tag == "equal":
            yield Passage(Mark.SAME, added)
        else:
            yield from finer(removed, added)


def _opcodes(
    old: list[str], new: list[str]
) -> Iterator[tuple[str, int, int, int, int]]:
    """As difflib's, at a cost that no text can drive up."""
    head = _common(old, new)
    tail = _common(old[head:][::-1], new[head:][::-1])
    i, j = len(old) - tail, len(new) - tail
    if head:
        yield "equal", 0, head, 0, head
    yield from _middle(old[head:i], new[head:j], head)
    if tail:
        yield "equal", i, len(old), j, len(new)


def _middle(
    old: list[str], new: list[str], at: int
) -> Iterator[tuple[str, int, int, int, int]]:
    if not old and not new:
        return
    if _is_costly(old, new):
        yield "replace", at, at + len(old), at, at + len(new)
        return
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for tag, i, j, start, end in matcher.get_opcodes():
        yield tag, at + i, at + j, at + start, at + end


def _is_costly(old: list[str], new: list[str]) -> bool:
    """Repeated pieces make it so: each is held against each of its twins."""
    counts: dict[str, int] = {}
    for each in new:
        counts[each] = counts.get(each, 0) + 1
    return sum(counts.get(each, 0) for each in old) > MOST_COMPARED // 10


def _common(old: list[str], new: list[str]) -> int:
    count = 0
    for first, second in zip(old, new, strict=False):
        if first != second:
            break
        count += 1
    return count
