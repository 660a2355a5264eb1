"""Merging the content of one field, whatever its kind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from focalpoint_app.domain.canonical import canonical_json
from focalpoint_app.domain.content import Content
from focalpoint_app.domain.merge.three_way import merge


@dataclass(frozen=True, slots=True)
class MergedContent:
    """Where it ``is_conflict``, ``content`` is a proposal, None where there is none."""

    content: Content
    is_conflict: bool = False


def merge_content(base: Content, first: Content, second: Content) -> MergedContent:
    """The outcome does not depend on which side is the first.

    Texts merge by sentence, choices as sets, rows and citations by their cells.
    What one side cleared and the other changed is a conflict.
    """
    if first == second or second == base:
        return MergedContent(first)
    if first == base:
        return MergedContent(second)
    if all(map(_is_set, (base, first, second))):
        return MergedContent(_sets(base, first, second))
    match first, second:
        case (None, kept) | (kept, None):
            return MergedContent(kept, is_conflict=True)
        case Mapping(), Mapping() if "text" in first and "text" in second:
            return _texts(base, first, second)
        case Mapping(), Mapping():
            return _maps(base if isinstance(base, Mapping) else {}, first, second)
    return MergedContent(None, is_conflict=True)


def merge_sets(
    base: frozenset[str], first: frozenset[str], second: frozenset[str]
) -> frozenset[str]:
    """What either added is in, what either took out is out."""
    return (first & second) | (first - base) | (second - base)


def _is_set(content: Content) -> bool:
    """Choices; nothing chosen is None."""
    return not isinstance(content, str | Mapping)


def _sets(base: Content, first: Content, second: Content) -> Content:
    return sorted(merge_sets(_set(base), _set(first), _set(second))) or None


def _set(content: Content) -> frozenset[str]:
    return frozenset(map(str, content or ()))


def _texts(
    base: Content, first: Mapping[str, Content], second: Mapping[str, Content]
) -> MergedContent:
    origin = base["text"] if isinstance(base, Mapping) and "text" in base else ""
    merged = merge(str(origin), str(first["text"]), str(second["text"]))
    alike = [each for each in (first, second) if each["text"] == merged.text]
    content: Content = max(alike, key=canonical_json, default={"text": merged.text})
    return MergedContent(content, bool(merged.conflicts))


def _maps(
    base: Mapping[str, Content],
    first: Mapping[str, Content],
    second: Mapping[str, Content],
) -> MergedContent:
    found: dict[str, Content] = {}
    is_conflict = False
    for name in sorted({*first, *second}):
        sides = (base.get(name), first.get(name), second.get(name))
        part = _order(*sides) if name == "order" else merge_content(*sides)
        is_conflict |= part.is_conflict
        if part.content is not None:
            found[name] = part.content
    return MergedContent(found, is_conflict)


def _order(base: Content, first: Content, second: Content) -> MergedContent:
    """Where a row stands is no matter to settle: the earlier place."""
    if base in (first, second):
        return MergedContent(second if first == base else first)
    places = [each for each in (first, second) if isinstance(each, str)]
    return MergedContent(min(places, key=int, default=None))
