"""Two files of one review become one: the act as a whole, in short transactions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Table

from focalpoint_app.domain.content import Change
from focalpoint_app.domain.note import Note
from focalpoint_app.domain.reconciling import Card, entity_card
from focalpoint_app.storage import notes as beside
from focalpoint_app.storage import people, reconciling
from focalpoint_app.storage import sources as shelf
from focalpoint_app.storage.consultation_tables import (
    contributions,
    reminders,
    replies,
    requests,
    rounds,
    stakeholders,
    use_revisions,
    uses,
)
from focalpoint_app.storage.database import Database
from focalpoint_app.storage.keys import in_chunks
from focalpoint_app.storage.reconciling import Row
from focalpoint_app.storage.schema import authors, notes, sources

CHUNK = 25
"""Rows in one transaction; a reply with its file counts for as many."""

ROUND_KEYS = "packet.round."

_ENTITIES: Mapping[str, Table] = {
    "source": sources,
    "stakeholder": stakeholders,
    "round": rounds,
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """``taken`` counts what was new here, ``merged`` fields that both had changed.

    ``changes`` are what the working text went through, ``cards`` what is to settle.
    """

    taken: int
    merged: int
    changes: tuple[Change, ...]
    cards: tuple[Card, ...]


@dataclass
class _Tally:
    taken: int = 0
    merged: int = 0


def join(ours: Database, theirs: Database, review: str, at: datetime) -> Outcome:
    """Everything of theirs that is not here comes in; nothing here is lost.

    Cut anywhere, what was taken is whole, and the next run takes the rest.
    """
    tally = _Tally()
    _add_missing(ours, theirs, review, (authors,), tally)
    _add_round_keys(ours, theirs)
    for kind, table in _ENTITIES.items():
        _join_entities(ours, theirs, review, (kind, table, at), tally)
    asked = (requests, reminders, replies, contributions)
    _add_missing(ours, theirs, review, asked, tally)
    changes = _join_fields(ours, theirs, review, at, tally)
    _add_missing(ours, theirs, review, (uses,), tally)
    _add_links(ours, theirs, review)
    _add_notes(ours, theirs, review, tally)
    with ours.writing() as connection:  # Makes all of it durable.
        reconciling.settle_joined(connection, review)
        cards = reconciling.open_cards(connection, review)
    return Outcome(tally.taken, tally.merged, tuple(changes), cards)


def _add_missing(
    ours: Database,
    theirs: Database,
    review: str,
    tables: Sequence[Table],
    tally: _Tally,
) -> None:
    for table in tables:
        with theirs.reading() as connection:
            rows = reconciling.all_rows(connection, table, review)
        tally.taken += _add(ours, review, table, rows)


def _add(ours: Database, review: str, table: Table, rows: Iterable[Row]) -> int:
    with ours.reading() as connection:
        new = reconciling.missing(connection, table, rows)
    for some in in_chunks(new, 1 if table is replies else CHUNK):
        with ours.writing_briefly() as connection:
            reconciling.add_rows(connection, review, table, some)
    return len(new)


def _add_round_keys(ours: Database, theirs: Database) -> None:
    """Replies to what the other file asked can be opened here as well."""
    with theirs.reading() as connection:
        keys = people.read_metas(connection, ROUND_KEYS)
    with ours.reading() as connection:
        known = people.read_metas(connection, ROUND_KEYS)
    for name in keys.keys() - known.keys():
        with ours.writing_briefly() as connection:
            people.write_meta(connection, ROUND_KEYS + name, keys[name])


def _add_links(ours: Database, theirs: Database, review: str) -> None:
    with theirs.reading() as connection:
        rows = reconciling.links_of_uses(connection, review)
    _add(ours, review, use_revisions, rows)


def _add_notes(ours: Database, theirs: Database, review: str, tally: _Tally) -> None:
    with theirs.reading() as connection:
        rows = reconciling.all_rows(connection, notes, review)
    with ours.reading() as connection:
        new = reconciling.missing(connection, notes, rows)
    for row in new:
        said = {name: value for name, value in row.items() if name != "review"}
        with ours.writing_briefly() as connection:
            beside.add_note(connection, review, Note(**said))
    tally.taken += len(new)


def _join_fields(
    ours: Database, theirs: Database, review: str, at: datetime, tally: _Tally
) -> list[Change]:
    with theirs.reading() as connection:
        found = reconciling.their_fields(connection, review)
    changes: list[Change] = []
    for each in found:
        with ours.reading() as connection:
            if not reconciling.is_new(connection, each):
                continue
        with ours.writing_briefly() as connection:
            change, outcome = reconciling.take_field(connection, review, each, at)
        if outcome is not None:
            tally.taken += 1
            tally.merged += bool(outcome.made)
        changes.extend([change] if change else [])
    return changes


def _join_entities(
    ours: Database,
    theirs: Database,
    review: str,
    what: tuple[str, Table, datetime],
    tally: _Tally,
) -> None:
    kind, table, at = what
    with theirs.reading() as connection:
        rows = reconciling.all_rows(connection, table, review)
    with ours.reading() as connection:
        mine = reconciling.all_rows(connection, table, review)
    known = {row["id"]: row for row in mine}
    tally.taken += _add(ours, review, table, rows)
    for row in rows:
        before = known.get(row["id"])
        if before is not None and before != row:
            with ours.writing_briefly() as connection:
                _join_entity(connection, review, (kind, table, at), (before, row))
    if kind == "source":
        _index_sources(ours, [row["id"] for row in rows])


def _join_entity(
    connection: Connection,
    review: str,
    what: tuple[str, Table, datetime],
    sides: tuple[Row, Row],
) -> None:
    """What one side left empty is filled; what both filled otherwise is a card."""
    kind, table, at = what
    ours, theirs = sides
    filled, is_conflict = _filled(ours, theirs)
    if is_conflict:
        subject = str(ours["id"])
        card = entity_card(kind, subject, dict(ours), dict(theirs))
        reconciling.put_cards(connection, review, (card,), at)
    elif filled != ours:
        mine = table.update().where(table.c.id == ours["id"])
        connection.execute(mine.values(filled))


def _filled(ours: Row, theirs: Row) -> tuple[dict[str, Any], bool]:
    found: dict[str, Any] = {}
    is_conflict = False
    for name in [*ours, *(each for each in theirs if each not in ours)]:
        one, other = ours.get(name), theirs.get(name)
        if isinstance(one, Mapping) and isinstance(other, Mapping):
            found[name], differs = _filled(one, other)
        else:
            found[name] = other if one in ("", None) else one
            differs = other not in ("", None, found[name])
        is_conflict |= differs
    return found, is_conflict


def _index_sources(ours: Database, ids: Sequence[str]) -> None:
    with ours.writing_briefly() as connection:
        named = [each for each in shelf.read_sources(connection) if each.id in ids]
        shelf.write_sources(connection, named)
