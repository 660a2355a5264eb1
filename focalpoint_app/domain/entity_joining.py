"""Two files' states of what has no revisions: a source, the profile, a note.

A file remembers of every earlier state only marks, a short digest for each column:
enough to tell which of two states follows the other, and nothing to read.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from focalpoint_app.domain.canonical import canonical_json, sha256_hex
from focalpoint_app.domain.left_out import is_left_of

Row = Mapping[str, Any]
"""Column to value: JSON, bytes or a time."""

Marks = Mapping[str, str]
"""Column to a digest of what it said."""

_DIGITS = 16
_EMPTY: tuple[object, ...] = (None, "", [], {}, ())
_NO_MARKS: Marks = {}


@dataclass(frozen=True, slots=True)
class Known:
    """What one file has of one thing: its state, None where it is gone, and the
    marks of all its earlier states."""

    row: Row | None
    past: tuple[Marks, ...] = ()

    @property
    def all_marks(self) -> tuple[Marks, ...]:
        """Oldest first; none of what this file never had."""
        if self.row is None and not self.past:
            return ()
        return (*self.past, _marks(self.row))

    @property
    def states(self) -> Counter[str]:
        return Counter(map(_name, self.all_marks))


@dataclass(frozen=True, slots=True)
class JoinedEntity:
    """``row`` is what stands; what is in conflict stands as it does here.

    ``past`` is what to remember besides it.  Where it ``is_conflict`` that waits
    until somebody has settled it.
    """

    row: Row | None
    past: tuple[Marks, ...]
    is_conflict: bool = False


def joined_entity(ours: Known, theirs: Known) -> JoinedEntity:
    """Unchanged and one-sided edits pass; edits of different columns come together.

    What one side took out and the other changed stays; a passage that one side
    expunged goes from both.
    """
    past = joined_past(ours.all_marks, theirs.all_marks)
    if _marks(ours.row) == _marks(theirs.row) or _follows(ours, theirs):
        return JoinedEntity(ours.row, _without(past, ours.row))
    if _follows(theirs, ours):
        return JoinedEntity(theirs.row, _without(past, theirs.row))
    for left, whole in ((ours.row, theirs.row), (theirs.row, ours.row)):
        if is_left_of(left, whole):  # No mark stays of what was expunged.
            return JoinedEntity(left, _without(_without(past, whole), left))
    if ours.row is None or theirs.row is None:
        row = theirs.row if ours.row is None else ours.row
        return JoinedEntity(row, _without(past, row))
    merged, is_conflict = _merged(_base(ours, theirs), ours.row, theirs.row)
    if is_conflict:
        return JoinedEntity(ours.row, ours.past, is_conflict=True)
    return JoinedEntity(merged, _without(past, merged))


def joined_past(
    ours: tuple[Marks, ...], theirs: tuple[Marks, ...]
) -> tuple[Marks, ...]:
    """All states of both sides, ours first; none more often than a side had it."""
    missing = Counter(map(_name, theirs)) - Counter(map(_name, ours))
    found = list(ours)
    for each in theirs:
        name = _name(each)
        if missing[name]:
            missing[name] -= 1
            found.append(each)
    return tuple(found)


def marks_of(row: Row) -> Marks:
    """Of every column a digest that is the same on every machine."""
    return {name: _mark(value) for name, value in row.items()}


def _marks(row: Row | None) -> Marks:
    return {} if row is None else marks_of(row)


def _mark(value: Any) -> str:
    return sha256_hex(canonical_json(_canonical(value)))[:_DIGITS]


def _canonical(value: Any) -> Any:
    match value:
        case bytes():
            return sha256_hex(value)
        case datetime():
            return value.isoformat()
        case bool() | int():
            return str(value)
    return value


def _name(marks: Marks) -> str:
    return canonical_json(dict(marks)).decode()


def _without(past: tuple[Marks, ...], row: Row | None) -> tuple[Marks, ...]:
    """The past without the state that stands, which is no past yet."""
    names = [_name(each) for each in past]
    standing = _name(_marks(row))
    if standing not in names:
        return past
    last = len(names) - 1 - names[::-1].index(standing)
    return (*past[:last], *past[last + 1 :])


def _follows(one: Known, other: Known) -> bool:
    return one.states > other.states


def _base(ours: Known, theirs: Known) -> Marks:
    """The latest state that both had, the n-th time; no marks where there is none."""
    left, found = theirs.states, _NO_MARKS
    for each in ours.all_marks:
        name = _name(each)
        if left[name]:
            left[name] -= 1
            found = each or found
    return found


def _merged(base: Marks, ours: Row, theirs: Row) -> tuple[dict[str, Any], bool]:
    """By columns; without a common state, empty ones are filled."""
    found: dict[str, Any] = {}
    is_conflict = False
    for name, one in ours.items():
        other = theirs[name]
        known = base.get(name)
        first, second = _mark(one), _mark(other)
        if first == second or second == known:
            found[name] = one
        elif first == known:
            found[name] = other
        elif known is None and (one in _EMPTY or other in _EMPTY):
            found[name] = other if one in _EMPTY else one
        else:
            inner = _inner(one, other) if known is None else None
            found[name] = one if inner is None else inner
            is_conflict |= inner is None
    return found, is_conflict


def _inner(one: Any, other: Any) -> dict[str, Any] | None:
    """Two maps that fill each other's gaps, as titles in languages do."""
    if not (isinstance(one, Mapping) and isinstance(other, Mapping)):
        return None
    found = {**other, **{k: v for k, v in one.items() if v not in _EMPTY}}
    differs = any(v not in _EMPTY and found[k] != v for k, v in other.items())
    return None if differs else found
