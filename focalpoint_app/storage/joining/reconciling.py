"""Taking in what another file of the same review holds, field after field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Table,
    and_,
    func,
    or_,
    select,
    update,
)
from sqlcipher3 import dbapi2

from focalpoint_app.domain.content import Change, Content, Field, FieldKey
from focalpoint_app.domain.reconciling import (
    Card,
    Joined,
    joined,
    unsealed_revision,
)
from focalpoint_app.domain.revision import Revision
from focalpoint_app.storage.answers import history, working
from focalpoint_app.storage.answers.keys import in_chunks, key_of, key_values
from focalpoint_app.storage.answers.sealing import insert_revisions, seal
from focalpoint_app.storage.consultation.consultation_tables import (
    cards,
    replies,
    signers,
    use_revisions,
    uses,
)
from focalpoint_app.storage.errors import MALFORMED
from focalpoint_app.storage.log import chain
from focalpoint_app.storage.schema import clearances, fields, revisions
from focalpoint_app.storage.search.indexing import field_entry, field_text, index

Row = Mapping[str, Any]

Key = tuple[Any, ...]

_LOGGED = {
    "replies": (chain.Kind.RECEIPT, "sealed"),
    "uses": (chain.Kind.USE, "sealed"),
    "withdrawals": (chain.Kind.WITHDRAWAL, "sealed"),
    "clearances": (chain.Kind.CLEARANCE, "digest"),
    "acts": (chain.Kind.ACT, "digest"),
}
"""The chain's kind, and the column with what it logs."""


@dataclass(frozen=True, slots=True)
class TheirField:
    """All revisions that the other file has of one field."""

    key: FieldKey
    revisions: tuple[Revision, ...]


def their_fields(connection: Connection, review: str) -> tuple[TheirField, ...]:
    """Of the other file; what is not sealed there counts as a revision too."""
    found: dict[FieldKey, list[Revision]] = {}
    for each in history.all_of(connection, review):
        found.setdefault(each.key, []).append(each)
    for revision in _unsealed(connection, review, found):
        found.setdefault(revision.key, []).append(revision)
    return tuple(
        TheirField(key, history.in_parent_order(each)) for key, each in found.items()
    )


def is_new(connection: Connection, theirs: TheirField) -> bool:
    """Whether the other file has any revision of this field that is not here."""
    ids = [each.id for each in theirs.revisions]
    for some in in_chunks(ids, 500):
        query = select(func.count()).where(revisions.c.id.in_(some))
        if connection.scalar(query) != len(some):
            return True
    return False


def take_field(
    connection: Connection, review: str, theirs: TheirField, at: datetime
) -> tuple[Change | None, Joined | None]:
    """One field joined: its history, its text, its cards.  Nothing new: None twice."""
    ours = {e.id: e for e in history.of_field(connection, review, theirs.key)}
    new = [each for each in theirs.revisions if each.id not in ours]
    if not new:
        return None, None
    outcome = joined(theirs.key, {**ours, **{each.id: each for each in new}})
    insert_revisions(connection, review, [*new, *outcome.made])
    put_cards(connection, review, outcome.cards, at)
    if outcome.cards and ours:  # What stands here stays until they are settled.
        return None, outcome
    return _put(connection, review, outcome.head), outcome


def keys_of(connection: Connection, table: Table, review: str) -> list[Key]:
    """Primary keys, of this review where the table has one."""
    query = select(*table.primary_key.columns)
    if "review" in table.c:
        query = query.where(table.c.review == review)
    elif table is use_revisions:
        query = query.join(uses, uses.c.id == use_revisions.c.use)
        query = query.where(uses.c.review == review)
    elif table is signers:
        query = query.join(replies, replies.c.id == signers.c.reply)
        query = query.where(replies.c.review == review)
    ordered = query.order_by(table.c.number) if table is clearances else query
    return [tuple(row) for row in connection.execute(ordered)]


def missing(connection: Connection, table: Table, keys: Sequence[Key]) -> list[Key]:
    """Those that are not here yet."""
    rows = connection.execute(select(*table.primary_key.columns))
    known = {tuple(row) for row in rows}
    return [key for key in keys if key not in known]


def rows_of(connection: Connection, table: Table, keys: Sequence[Key]) -> list[Row]:
    columns = list(table.primary_key.columns)
    mine = [and_(*(c == v for c, v in zip(columns, key, strict=True))) for key in keys]
    query = select(table).where(or_(*mine))
    return [dict(row._mapping) for row in connection.execute(query)]


def rows_with(
    connection: Connection, column: Column[str], values: Sequence[str]
) -> list[Row]:
    query = select(column.table).where(column.in_(values))
    return [dict(row._mapping) for row in connection.execute(query)]


def unknown(connection: Connection, table: Table, found: Sequence[Row]) -> list[Row]:
    """Those whose keys are not here."""
    columns = list(table.primary_key.columns)
    first, names = columns[0], [column.name for column in columns]
    mine = first.in_({row[first.name] for row in found})
    known = {tuple(row) for row in connection.execute(select(*columns).where(mine))}
    return [row for row in found if tuple(row[name] for name in names) not in known]


def add_rows(
    connection: Connection, review: str, table: Table, rows: Sequence[Row]
) -> None:
    """A few at a time; what is logged enters the chain here as well."""
    if not rows:
        return
    if table is clearances:  # Each file counts its own.
        mine = select(func.max(clearances.c.number))
        last = connection.scalar(mine.where(clearances.c.review == review)) or 0
        rows = [{**row, "number": last + n} for n, row in enumerate(rows, 1)]
    connection.execute(table.insert(), [dict(row) for row in rows])
    if table.name in _LOGGED:
        kind, digest = _LOGGED[table.name]
        sealed = [(str(row["id"]), str(row[digest])) for row in rows]
        chain.append(connection, review, kind, sealed)


def open_cards(connection: Connection, review: str) -> tuple[Card, ...]:
    """Conflicts that nobody has settled, in the order they were found."""
    query = select(cards).where(cards.c.review == review, ~cards.c.is_settled)
    rows = connection.execute(query.order_by(cards.c.time, cards.c.id))
    return tuple(
        Card(
            row.id,
            row.kind,
            _subject(row.kind, row.subject),
            row.base,
            row.first,
            row.second,
            row.merged,
        )
        for row in rows
    )


def _subject(kind: str, said: Sequence[str]) -> tuple[str, ...]:
    """A field's is a key of ours, whoever wrote the file."""
    try:
        if kind == "field":
            key_of_subject(said)
    except ValueError as exc:
        raise dbapi2.DatabaseError(MALFORMED) from exc
    return tuple(said)


def put_cards(
    connection: Connection, review: str, found: Sequence[Card], at: datetime
) -> None:
    """Those that are new; a known one stays as it is, settled or not."""
    known = frozenset(connection.scalars(select(cards.c.id)))
    rows = [_card_row(review, card, at) for card in found if card.id not in known]
    if rows:
        connection.execute(cards.insert(), rows)


def settle_card(connection: Connection, card: str) -> None:
    mine = update(cards).where(cards.c.id == card)
    connection.execute(mine.values(is_settled=True))


def settle_cards_of(connection: Connection, kind: str, subject: str) -> None:
    """Both sides agree on it: whoever settled it did so elsewhere."""
    open_ones = cards.c.kind == kind, ~cards.c.is_settled
    mine = update(cards).where(*open_ones, cards.c.subject == [subject])
    connection.execute(mine.values(is_settled=True))


def settle_joined(connection: Connection, review: str) -> None:
    """Cards of fields that have one head again were settled on the other side."""
    for card in open_cards(connection, review):
        if card.kind == "field":
            key = key_of_subject(card.subject)
            heads = history.heads_of(connection, review, (key,)).get(key, [])
            if len(heads) < 2:
                settle_card(connection, card.id)


def join_heads(
    connection: Connection, review: str, key: FieldKey, by: tuple[str, datetime]
) -> None:
    """What stands now follows every head of the field; ``by``: author and time."""
    author, at = by
    mine = update(fields).where(fields.c.review == review, _is(key))
    connection.execute(mine.values(is_sealed=False, author=author, time=at))
    seal(connection, review, (key,), at)


def key_of_subject(subject: Sequence[str]) -> FieldKey:
    """The field that a card of kind ``field`` is about."""
    question, field, language, item = subject
    return FieldKey(question, Field(field), language, item)


def _card_row(review: str, card: Card, at: datetime) -> dict[str, Any]:
    return {
        "id": card.id,
        "review": review,
        "kind": card.kind,
        "subject": list(card.subject),
        "base": card.base,
        "first": card.first,
        "second": card.second,
        "merged": card.merged,
        "time": at,
        "is_settled": False,
    }


def _put(connection: Connection, review: str, head: Revision) -> Change | None:
    """The head becomes the working text, sealed as it is."""
    key = head.key
    known = working.standing(connection, review, (key,)).get(key)
    before = known.content if known else None
    written = working.Written(review, head.author, head.time, is_indexed=True)
    working.save(connection, written, {key: head.content})
    mine = update(fields).where(fields.c.review == review, _is(key))
    connection.execute(mine.values(is_sealed=True, base=head.id))
    index(connection, {field_entry(review, key): field_text(key, head.content)})
    return None if before == head.content else Change(key, before, head.content)


def _is(key: FieldKey) -> ColumnElement[bool]:
    return and_(*(fields.c[name] == said for name, said in key_values(key).items()))


def _unsealed(
    connection: Connection, review: str, sealed: Mapping[FieldKey, list[Revision]]
) -> Iterator[Revision]:
    rows = connection.execute(select(fields).where(fields.c.review == review))
    for row in rows:
        known = sealed.get(key_of(row), [])
        followed = {parent for each in known for parent in each.parents}
        heads = [each for each in known if each.id not in followed]
        if row.is_sealed or _is_said(row.content, heads):
            continue
        said = (row.author, row.time, row.content)
        yield unsealed_revision(key_of(row), heads, said)


def _is_said(content: Content, heads: Sequence[Revision]) -> bool:
    return content == heads[0].content if len(heads) == 1 else content is None
