"""A source: what an answer rests on, kept once and cited by many."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import Any

from focalpoint_app.domain.text import clean_within

LONGEST_FIELD = 4_000
_LINK = re.compile(r"https?://[^\s<>\"]+")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)


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


def read_link(text: str) -> str | None:
    """A web address as it is kept, given its scheme; None for what is no address."""
    typed = text.strip()
    if typed and not _SCHEME.match(typed):
        typed = f"https://{typed}"
    return typed if not typed or _LINK.fullmatch(typed) else None


def cleaned_source(source: Source) -> Source:
    """Its texts as ``clean_within`` keeps them; raises as that does."""
    texts: dict[str, Any] = {
        each.name: clean_within(value, LONGEST_FIELD)
        for each in fields(source)
        if each.name not in ("id", "kind")
        and isinstance(value := getattr(source, each.name), str)
    }
    title = {
        tag: clean_within(text, LONGEST_FIELD) for tag, text in source.title.items()
    }
    return replace(source, title=title, **texts)
