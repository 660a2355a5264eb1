"""The search index: folded words by entry, entries by what they were taken from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, delete, func, select

from focalpoint_app.domain.content import Content, FieldKey
from focalpoint_app.domain.hit import HitKind
from focalpoint_app.domain.search_text import searchable, words
from focalpoint_app.domain.source import Source
from focalpoint_app.storage.schema import search_entries

SPAN = 1 << 29
"""Each kind has its own span of ids, so that the index is read kind after kind."""

_SPANS = (HitKind.QUESTION, HitKind.SOURCE, HitKind.NOTE, HitKind.ANSWER)
"""Answers last: they are many, and reading stops when enough of them are found."""

_FORGET = "DELETE FROM search_index WHERE rowid = ?"
_MERGE = "INSERT INTO search_index (search_index, rank) VALUES ('merge', 16)"
_LEARN = "INSERT INTO search_index (rowid, words) VALUES (?, ?)"


@dataclass(frozen=True, slots=True)
class Entry:
    """Where a text stands; ``review`` is empty for sources, which are shared."""

    review: str
    kind: HitKind
    subject: str
    field: str = ""
    language: str = ""
    item: str = ""


Texts = Mapping[Entry, str]
"""What each entry says, folded; empty where it says nothing any more."""


def span_of(kind: HitKind) -> tuple[int, int]:
    """First and last id."""
    first = _SPANS.index(kind) * SPAN
    return first, first + SPAN - 1


def kind_of(number: int) -> HitKind:
    return _SPANS[number // SPAN]


def folded_words(text: str) -> str:
    return " ".join(words(text))


def field_entry(review: str, key: FieldKey) -> Entry:
    return Entry(
        review,
        HitKind.ANSWER,
        key.question,
        key.field.value,
        key.language,
        key.item,
    )


def field_text(key: FieldKey, content: Content) -> str:
    return folded_words(searchable(key.field, content))


def source_text(source: Source) -> str:
    said = (
        *source.title.values(),
        source.number,
        str(source.year or ""),
        source.gazette_number,
        source.amendments,
    )
    return folded_words(" ".join(said))


def index(connection: Connection, texts: Texts) -> None:
    """Put these texts in place of what their entries said before; one kind a call."""
    if not texts:
        return
    known = _known(connection, texts)
    _run(connection, _FORGET, [(number,) for number in known.values()])
    ids = {**known, **_added(connection, texts, known)}
    said: list[tuple[Any, ...]] = [
        (ids[entry], text) for entry, text in texts.items() if text
    ]
    _run(connection, _LEARN, said)


def forget(connection: Connection, kind: HitKind, subject: str, item: str = "") -> None:
    """Take out what was deleted."""
    query = select(search_entries.c.id).where(
        search_entries.c.kind == kind.value,
        search_entries.c.subject == subject,
        search_entries.c.item == item,
    )
    for number in connection.scalars(query).all():
        connection.exec_driver_sql(_FORGET, (number,))
        connection.execute(delete(search_entries).where(search_entries.c.id == number))


def merge(connection: Connection) -> None:
    """A few pages of FTS5's own tidying, which it else does in one go: 40 ms."""
    connection.exec_driver_sql(_MERGE)


def entry_of(row: Row[Any]) -> Entry:
    return Entry(
        row.review, HitKind(row.kind), row.subject, row.field, row.language, row.item
    )


def _run(connection: Connection, sql: str, rows: list[tuple[Any, ...]]) -> None:
    if rows:  # An empty list would run the statement once, without values.
        connection.exec_driver_sql(sql, rows)


def _known(connection: Connection, texts: Texts) -> dict[Entry, int]:
    some = next(iter(texts))
    subjects = sorted({entry.subject for entry in texts})
    query = select(search_entries).where(
        search_entries.c.review == some.review,
        search_entries.c.kind == some.kind.value,
        search_entries.c.subject.in_(subjects),
    )
    found = {entry_of(row): row.id for row in connection.execute(query)}
    return {entry: found[entry] for entry in texts if entry in found}


def _added(
    connection: Connection, texts: Texts, known: Mapping[Entry, int]
) -> dict[Entry, int]:
    new = [entry for entry, text in texts.items() if text and entry not in known]
    if not new:
        return {}
    start = _next_id(connection, new[0].kind)
    added = {entry: start + place for place, entry in enumerate(new)}
    rows = [_entry_values(entry, number) for entry, number in added.items()]
    connection.execute(search_entries.insert(), rows)
    return added


def _next_id(connection: Connection, kind: HitKind) -> int:
    first, last = span_of(kind)
    newest = select(func.max(search_entries.c.id)).where(
        search_entries.c.id.between(first, last)
    )
    number = connection.scalar(newest)
    return first if number is None else number + 1


def _entry_values(entry: Entry, number: int) -> dict[str, Any]:
    return {
        "id": number,
        "review": entry.review,
        "kind": entry.kind.value,
        "subject": entry.subject,
        "field": entry.field,
        "language": entry.language,
        "item": entry.item,
    }
