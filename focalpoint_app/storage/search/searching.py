"""Search over answers, sources, notes and the pinned questions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass

from sqlalchemy import Connection, and_, select

from focalpoint_app.domain.content import Field
from focalpoint_app.domain.hit import Hit, HitKind
from focalpoint_app.domain.search_text import (
    holds,
    is_beginning,
    searchable,
    snippet,
    words,
)
from focalpoint_app.storage.answers.keys import key_of
from focalpoint_app.storage.schema import fields, notes, search_entries, sources
from focalpoint_app.storage.search.indexing import Entry, entry_of, field_entry, kind_of

QuestionTexts = Mapping[tuple[str, str], str]
"""Question id and language to the question's text."""

Numbers = dict[HitKind, list[int]]

# One pass: a beginning's list of places is built anew for every query (6 ms).
_FOUND = """
    SELECT e.id, e.review FROM search_index
    JOIN search_entries e ON e.id = search_index.rowid
    WHERE search_index MATCH ? ORDER BY search_index.rowid
"""
_ANSWERS = (
    select(search_entries, fields.c.content)
    .join(
        fields,
        and_(
            fields.c.review == search_entries.c.review,
            fields.c.question == search_entries.c.subject,
            fields.c.field == search_entries.c.field,
            fields.c.language == search_entries.c.language,
            fields.c.item == search_entries.c.item,
        ),
    )
    .where(fields.c.is_indexed)
    .order_by(search_entries.c.id)
)
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
    numbers = _numbers(connection, wanted)
    found: dict[HitKind, list[Hit]] = {kind: [] for kind in HitKind}
    found[HitKind.ANSWER] += _fresh(connection, wanted)
    # A query costs a third of a millisecond, whatever it finds.
    if numbers[HitKind.QUESTION]:
        found[HitKind.QUESTION] = _questions(connection, wanted, numbers, questions)
    if numbers[HitKind.ANSWER]:
        found[HitKind.ANSWER] += _answers(connection, wanted, numbers)
    if numbers[HitKind.SOURCE]:
        found[HitKind.SOURCE] = _sources(connection, wanted, numbers)
    if numbers[HitKind.NOTE]:
        found[HitKind.NOTE] = _notes(connection, wanted, numbers)
    return shared(found, wanted.limit)


def shared(found: Mapping[HitKind, list[Hit]], limit: int) -> tuple[Hit, ...]:
    """A quarter of the limit each; what some leave goes to answers, then the rest."""
    taken = {kind: min(len(hits), limit // 4) for kind, hits in found.items()}
    order = sorted(found, key=lambda kind: kind is not HitKind.ANSWER)
    for kind in order:
        left = limit - sum(taken.values())
        taken[kind] = min(len(found[kind]), taken[kind] + left)
    return tuple(hit for kind in HitKind for hit in found[kind][: taken[kind]])


def _numbers(connection: Connection, wanted: Search) -> Numbers:
    """Entries that hold the words, each kind up to the limit."""
    found: Numbers = {kind: [] for kind in HitKind}
    with closing(connection.exec_driver_sql(_FOUND, (wanted.match,))) as rows:
        for number, review in rows:
            mine = found[kind_of(number)]
            if review in (wanted.review, "") and len(mine) < wanted.limit:
                mine.append(number)
            if len(found[HitKind.ANSWER]) == wanted.limit:
                break
    return found


def _fresh(connection: Connection, wanted: Search) -> Iterator[Hit]:
    """What was just typed is not indexed yet: it is read as it stands."""
    for row in connection.execute(_FRESH.where(fields.c.review == wanted.review)):
        said = searchable(Field(row.field), row.content)
        if holds(words(said), wanted.wanted):
            entry = field_entry(wanted.review, key_of(row))
            yield _hit(entry, said, wanted)


def _answers(connection: Connection, wanted: Search, numbers: Numbers) -> Iterator[Hit]:
    mine = search_entries.c.id.in_(numbers[HitKind.ANSWER])
    for row in connection.execute(_ANSWERS.where(mine)):
        said = searchable(Field(row.field), row.content)
        yield _hit(entry_of(row), said, wanted)


def _questions(
    connection: Connection, wanted: Search, numbers: Numbers, questions: QuestionTexts
) -> list[Hit]:
    entries = _entries(connection, numbers[HitKind.QUESTION])
    return [
        _hit(entry, questions.get((entry.subject, entry.language), ""), wanted)
        for entry in entries
    ]


def _sources(connection: Connection, wanted: Search, numbers: Numbers) -> list[Hit]:
    entries = _entries(connection, numbers[HitKind.SOURCE])
    named = {entry.subject for entry in entries}
    query = select(sources.c.id, sources.c.title).where(sources.c.id.in_(named))
    titles = {
        row.id: " · ".join(row.title.values()) for row in connection.execute(query)
    }
    return [_hit(entry, titles[entry.subject], wanted) for entry in entries]


def _notes(connection: Connection, wanted: Search, numbers: Numbers) -> list[Hit]:
    entries = _entries(connection, numbers[HitKind.NOTE])
    named = {entry.item for entry in entries}
    query = select(notes.c.id, notes.c.text).where(notes.c.id.in_(named))
    texts = {row.id: row.text for row in connection.execute(query)}
    return [_hit(entry, texts[entry.item], wanted) for entry in entries]


def _entries(connection: Connection, numbers: list[int]) -> list[Entry]:
    query = select(search_entries).where(search_entries.c.id.in_(numbers))
    rows = connection.execute(query.order_by(search_entries.c.id))
    return [entry_of(row) for row in rows]


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
