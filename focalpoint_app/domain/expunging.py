"""Taking a passage out of everything that was said, with a mark in its place."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from focalpoint_app.domain.content import Field
from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.search_text import words
from focalpoint_app.domain.text import clean_text

MARK = "[…]"
"""What stands in the passage's place, in every language."""

_FEWEST = 3
"""Letters or digits: less would be found in the middle of words everywhere."""

_NAMES = frozenset({"id", "source", "directions", "kind", "language"})
_SPOKEN = frozenset({Field.VALUE, Field.ROW, Field.CITE, Field.SKIP})


@dataclass(frozen=True, slots=True)
class Passage:
    """Found whatever its case and however its words are set apart."""

    pattern: re.Pattern[str] = field(repr=False)

    def is_in(self, value: object) -> bool:
        """In a text, or in any text of lists and maps."""
        return bool(value != self.taken_out(value))

    def taken_out(self, value: Any) -> Any:
        """Lists and maps keep their shape; ids and languages are no text."""
        match value:
            case str():
                return self.pattern.sub(MARK, value)
            case Mapping():
                return {
                    name: said if name in _NAMES else self.taken_out(said)
                    for name, said in value.items()
                }
            case list() | tuple():
                return [self.taken_out(each) for each in value]
        return value

    def taken_out_of_field(self, kind: Field, content: Any) -> Any:
        """A chosen answer, a number or a date is no text of anybody's."""
        is_text = kind is Field.SKIP or isinstance(content, Mapping)
        return self.taken_out(content) if kind in _SPOKEN and is_text else content

    def taken_out_of_entry(self, entry: Any) -> Any:
        """Of an exchange entry, whose chosen value is a text or a list of such."""
        if not isinstance(entry, Mapping):
            return entry
        value = entry.get("value")
        is_chosen = isinstance(value, str) or (
            isinstance(value, list) and all(isinstance(each, str) for each in value)
        )
        redacted = self.taken_out(entry)
        return {**redacted, "value": value} if is_chosen else redacted


def passage_of(text: str) -> Passage:
    """
    Raises:
        AppError: ``expunge.too_short``.
    """
    said = clean_text(text).split()
    if sum(map(len, words(" ".join(said)))) < _FEWEST:
        raise AppError("expunge.too_short", letters=_FEWEST)
    return Passage(re.compile(r"\s+".join(map(re.escape, said)), re.IGNORECASE))


def refuse_repeating(reason: str, passage: str) -> None:
    """The reason is kept and shown: what was expunged must not stand in it.

    Raises:
        AppError: ``expunge.no_reason`` or ``expunge.reason_repeats``.
    """
    told = words(reason)
    if not told:
        raise AppError("expunge.no_reason")
    if " ".join(words(passage)) in " ".join(told):
        raise AppError("expunge.reason_repeats")


@dataclass(frozen=True, slots=True)
class Places:
    """How often a passage stands where; ``clearances`` by number, ``elsewhere`` the
    tables that are edited by hand (sources, stakeholders, …)."""

    answers: int = 0
    revisions: int = 0
    steps: int = 0
    notes: int = 0
    contributions: int = 0
    clearances: tuple[int, ...] = ()
    elsewhere: tuple[str, ...] = ()

    @property
    def is_anywhere(self) -> bool:
        counted = self.answers + self.revisions + self.steps + self.notes
        return bool(counted + self.contributions or self.clearances or self.elsewhere)
