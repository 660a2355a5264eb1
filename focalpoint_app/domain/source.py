"""A source: what an answer rests on, kept once and cited by many."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class SourceKind(StrEnum):
    LAW = "law"
    REGULATION = "regulation"
    CASE = "case"
    STRATEGY = "strategy"
    STATISTIC = "statistic"
    TREATY = "treaty"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Source:
    """As real gazettes print it.

    ``number`` as written; ``date`` is ``YYYY[-MM[-DD]]`` while ``date_printed``
    keeps the gazette's own words (Hijri or Gregorian).  ``article_word`` is what
    the source calls its articles (المادة, الفصل).  ``territory``: federation
    or constituent unit.  ``sherloc`` and ``url`` are links, never fetched.
    """

    id: str
    kind: SourceKind
    title: Mapping[str, str]
    number: str = ""
    year: int | None = None
    date: str = ""
    date_printed: str = ""
    gazette_number: str = ""
    gazette_date: str = ""
    article_word: str = ""
    amendments: str = ""
    territory: str = ""
    url: str = ""
    sherloc: str = ""
