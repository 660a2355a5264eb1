"""Search over answers, sources, notes and the pinned questions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, select, text

from focalpoint_app.domain.content import Field
from focalpoint_app.domain.hit import Hit, HitKind
from focalpoint_app.domain.search_text import (
    holds,
    is_beginning,
    searchable,
    snippet,
    words,
)
from focalpoint_app.storage.indexing import Entry, field_entry, span_of
from focalpoint_app.storage.keys import key_of
from focalpoint_app.storage.schema import fields, notes, sources
from focalpoint_app.storage.types import JsonText

QuestionTexts = Mapping[tuple[str, str], str]
"""Question id and language to the question's text."""

_FOUND = """
    SELECT e.review, e.kind, e.subject, e.field, e.language, e.item{columns}
    FROM search_index JOIN search_entries e ON e.id = search_index.rowid {joined}
    WHERE search_index MATCH :match AND search_index.rowid BETWEEN :first AND :last
    AND (e.review = :review OR e.review = '') {condition} LIMIT :limit
"""
_ANSWERS = text(
    _FOUND.format(
        columns=", f.content AS content",
        joined="JOIN fields f ON f.review = e.review AND f.question = e.subject"
        " AND f.field = e.field AND f.language = e.language AND f.item = e.item",
        condition="AND f.is_indexed",
    )
).columns(content=JsonText)
_OTHERS = text(_FOUND.format(columns="", joined="", condition=""))
_FRESH = select(fields).where(~fields.c.is_indexed)


@dataclass(frozen=True, slots=True)
class Search:
    """``wanted``: folded words; the last may be a word's beginning."""

    review: str
    wanted: tuple[str, ...]
    limit: int

    @classmethod
    def of(cls, review: str, query: str, limit: int) -> Search:
        return cls(review, words(query), limit)

    @property
    def match(self) -> str:
        quoted = " ".join(f'"{word}"' for word in self.wanted)
        return f"{quoted}*" if is_beginning(self.wanted[-1]) else quoted


def search(
    connection: Connection, wanted: Search, questions: QuestionTexts
) -> tuple[Hit, ...]:
    """By kind, each with its share of the limit; no ranking, which is slow."""
    if not wanted.wanted:
        return ()
    found = {
        HitKind.QUESTION: list(_questions(connection, wanted, questions)),
        HitKind.ANSWER: list(_answers(connection, wanted)),
        HitKind.SOURCE: list(_sources(connection, wanted)),
        HitKind.NOTE: list(_notes(connection, wanted)),
    }
    return shared(found, wanted.limit)


def shared(found: Mapping[HitKind, list[Hit]], limit: int) -> tuple[Hit, ...]:
    """A quarter of the limit each; what some leave goes to answers, then the rest."""
    taken = {kind: min(len(hits), limit // 4) for kind, hits in found.items()}
    order = sorted(found, key=lambda kind: kind is not HitKind.ANSWER)
    for kind in order:
        left = limit - sum(taken.values())
        taken[kind] = min(len(found[kind]), taken[kind] + left)
    return tuple(hit for kind in HitKind for hit in found[kind][: taken[kind]])


def _answers(connection: Connection, wanted: Search) -> Iterator[Hit]:
    """What was just typed is not indexed yet: it is read as it stands."""
    for row in connection.execute(_FRESH.where(fields.c.review == wanted.review)):
        said = searchable(Field(row.field), row.content)
        if holds(words(said), wanted.wanted):
            entry = field_entry(wanted.review, key_of(row))
            yield _hit(entry, said, wanted)
    for row in connection.execute(_ANSWERS, _values(wanted, HitKind.ANSWER)):
        said = searchable(Field(row.field), row.content)
        yield _hit(_entry(row), said, wanted)


def _questions(
    connection: Connection, wanted: Search, questions: QuestionTexts
) -> Iterator[Hit]:
    for row in connection.execute(_OTHERS, _values(wanted, HitKind.QUESTION)):
        said = questions.get((row.subject, row.language), "")
        yield _hit(_entry(row), said, wanted)


def _sources(connection: Connection, wanted: Search) -> Iterator[Hit]:
    rows = connection.execute(_OTHERS, _values(wanted, HitKind.SOURCE)).all()
    named = {row.subject for row in rows}
    query = select(sources.c.id, sources.c.title).where(sources.c.id.in_(named))
    titles = {
        row.id: " · ".join(row.title.values()) for row in connection.execute(query)
    }
    for row in rows:
        yield _hit(_entry(row), titles[row.subject], wanted)


def _notes(connection: Connection, wanted: Search) -> Iterator[Hit]:
    rows = connection.execute(_OTHERS, _values(wanted, HitKind.NOTE)).all()
    named = {row.item for row in rows}
    query = select(notes.c.id, notes.c.text).where(notes.c.id.in_(named))
    texts = {row.id: row.text for row in connection.execute(query)}
    for row in rows:
        yield _hit(_entry(row), texts[row.item], wanted)


def _values(wanted: Search, kind: HitKind) -> dict[str, Any]:
    first, last = span_of(kind)
    return {
        "match": wanted.match,
        "first": first,
        "last": last,
        "review": wanted.review,
        "limit": wanted.limit,
    }


def _entry(row: Row[Any]) -> Entry:
    return Entry(
        row.review, HitKind(row.kind), row.subject, row.field, row.language, row.item
    )


def _hit(entry: Entry, said: str, wanted: Search) -> Hit:
    passage, start, end = snippet(said, wanted.wanted)
    return Hit(
        kind=entry.kind,
        subject=entry.subject,
        snippet=passage,
        language=entry.language,
        field=entry.field,
        item=entry.item,
        start=start,
        end=end,
    )
