"""National markings (restricted, secret): a State's own words, in their order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Marking:
    """``text`` by language, as it is printed on pages."""

    id: str
    text: Mapping[str, str]

    @property
    def words(self) -> frozenset[str]:
        """By which it is known, whatever their capitals."""
        return frozenset(each.casefold() for each in (self.id, *self.text.values()))


@dataclass(frozen=True, slots=True)
class Markings:
    """From the lowest to the highest; no marking at all is below them."""

    known: tuple[Marking, ...]

    def rank(self, marking: str) -> int:
        """0 for none; words that are not known stand above all that are."""
        wanted = marking.strip().casefold()
        if not wanted:
            return 0
        for rank, each in enumerate(self.known, start=1):
            if wanted in each.words:
                return rank
        return len(self.known) + 1

    def permits(self, level: str, marking: str) -> bool:
        """Whether somebody may read what is so marked; a ``level`` that is not known
        opens its own words, and nothing else that is marked."""
        if self.rank(level) > len(self.known):
            return marking.strip().casefold() in ("", level.strip().casefold())
        return self.rank(marking) <= self.rank(level)

    def highest(self, markings: Iterable[str]) -> str:
        """Of several; of two that rank alike the first by its letters."""
        return max(sorted(markings), key=self.rank, default="")

    def printed(self, marking: str, language: str) -> str:
        """In this language, else in English or another; unknown words as they are."""
        rank = self.rank(marking)
        if not 0 < rank <= len(self.known):
            return marking.strip()
        text = self.known[rank - 1].text
        return (
            text.get(language) or text.get("en") or next(iter(text.values()), marking)
        )
