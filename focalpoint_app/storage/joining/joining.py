"""Two files of one review become one: the act as a whole, in short transactions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Column, Connection, Table, select

from focalpoint_app.domain.content import Change
from focalpoint_app.domain.contribution import Contribution
from focalpoint_app.domain.reconciling import Card
from focalpoint_app.storage import people, sources
from focalpoint_app.storage.answers.keys import in_chunks
from focalpoint_app.storage.consultation.consultation_tables import (
    contributions,
    replies,
    requests,
    signers,
    use_revisions,
    uses,
    withdrawals,
)
from focalpoint_app.storage.database import Database
from focalpoint_app.storage.expunging.expunging import forget_joined
from focalpoint_app.storage.joining import reconciling
from focalpoint_app.storage.joining.earlier import read_key, remembered
from focalpoint_app.storage.joining.entities import (
    CONTRIBUTION,
    EVIDENCE,
    LETTERHEAD,
    NOTE,
    PAPER,
    PROFILE,
    REMINDER,
    REPLY,
    ROUND,
    SETTING,
    SOURCE,
    STAKEHOLDER,
    SUGGESTED,
    USE,
    WITHDRAWAL,
    Entity,
    Row,
    put_row,
    read_rows,
)
from focalpoint_app.storage.joining.expunged_here import (
    decided_here,
    expunge_again,
    without,
)
from focalpoint_app.storage.joining.joining_entities import Meeting, join_entities
from focalpoint_app.storage.schema import acts, authors, clearances, evidence, openings

CHUNK = 25
"""Rows in one transaction; a reply with its file counts for as many."""

ROUND_KEYS = "packet.round."
_WEIGHTY = (replies, clearances)
_ALONG: Mapping[Table, tuple[tuple[Column[str], str], ...]] = {
    acts: ((openings.c.act, "id"), (evidence.c.id, "subject")),
    replies: ((signers.c.reply, "id"), (contributions.c.reply, "id")),
    uses: ((use_revisions.c.use, "id"),),
}
"""What comes in the same transaction, by which column of its owner's: without it, what
it belongs to is not whole."""

_UNCOUNTED = (openings, use_revisions)


@dataclass(frozen=True, slots=True)
class Outcome:
    """``taken`` counts what was new here, ``merged`` fields that both had changed.

    ``changes`` are what the working text went through, ``cards`` what is to settle,
    ``expunged`` counts passages that were expunged here and stand there still.
    ``marked``: contributions that the two had marked unlike, as either did and as they
    are now.
    """

    taken: int
    merged: int
    changes: tuple[Change, ...]
    cards: tuple[Card, ...]
    expunged: int = 0
    marked: tuple[tuple[Contribution, Contribution], ...] = ()


@dataclass
class _Tally:
    taken: int = 0
    merged: int = 0


def join(ours: Database, theirs: Database, review: str, at: datetime) -> Outcome:
    """Everything of theirs that is not here comes in; nothing here is lost.

    Undo steps stay with whoever took them.  Each copy expunges for itself, but the
    other's decisions come along: they account for revisions that come without a text.
    What was expunged here and comes in again is expunged again.
    Cut anywhere, what was taken is whole, and the next run takes the rest.
    """
    decided = decided_here(ours, theirs, review)
    tally, meeting = _Tally(), Meeting(ours, theirs, review, at, _keys(ours, theirs))
    _add_missing(meeting, (authors,), tally)
    _add_round_keys(ours, theirs)
    tally.taken += join_entities(meeting, (STAKEHOLDER, ROUND), deleting=False)
    tally.taken += _bring_back_asked(meeting)
    _add_missing(meeting, (requests, replies, signers, contributions), tally)
    changes = _join_fields(meeting, tally)
    _add_missing(meeting, (uses, withdrawals, use_revisions, clearances, acts), tally)
    tally.taken += join_entities(
        meeting, (REPLY, CONTRIBUTION, USE, WITHDRAWAL, REMINDER)
    )
    tally.taken += _bring_back_cited(meeting)
    tally.taken += join_entities(meeting, (PROFILE, LETTERHEAD, SETTING, SOURCE))
    tally.taken += join_entities(meeting, (NOTE, EVIDENCE, PAPER, STAKEHOLDER))
    # It goes with its institution only, which stays while it is asked here.
    tally.taken += join_entities(meeting, (SUGGESTED,), deleting=False)
    expunge_again(ours, decided, at)
    # With no key of its own it brought marks of what went here, under ours.
    forget_joined(ours, review, marks=bool(decided) and meeting.foreign is None)
    with ours.writing() as connection:  # Makes all of it durable.
        reconciling.settle_joined(connection, review)
        cards = reconciling.open_cards(connection, review)
    said = tuple(without(changes, decided))
    passages = len({each.words for each in decided})
    return Outcome(tally.taken, tally.merged, said, cards, passages)


def _keys(ours: Database, theirs: Database) -> tuple[str, str]:
    with ours.reading() as here, theirs.reading() as there:
        return read_key(here), read_key(there)


def _bring_back_asked(meeting: Meeting) -> int:
    """Institutions that were taken out here and asked, or heard, there."""
    with meeting.theirs.reading() as connection:
        asked = _asked(connection, meeting.review)
        there = read_rows(connection, STAKEHOLDER, asked)
        linked = read_rows(connection, SUGGESTED, asked)
    with meeting.ours.reading() as connection:
        gone = there.keys() - read_rows(connection, STAKEHOLDER, asked).keys()
    if gone:
        with meeting.ours.writing_briefly() as connection:
            for entity, rows in ((STAKEHOLDER, there), (SUGGESTED, linked)):
                _put_back(connection, entity, [rows[e] for e in gone & rows.keys()])
    return len(gone)


def _bring_back_cited(meeting: Meeting) -> int:
    """Sources that were taken out here, and that an answer which came in cites."""
    with meeting.ours.reading() as connection:
        here = {each.id for each in sources.read_sources(connection)}
        gone = sources.citations(connection).keys() - here
    with meeting.theirs.reading() as connection:
        there = sources.read_sources(connection)
    found = [each for each in there if each.id in gone]
    if found:
        with meeting.ours.writing_briefly() as connection:
            sources.write_sources(connection, found)
    return len(found)


def _asked(connection: Connection, review: str) -> list[str]:
    queries = (
        select(table.c.stakeholder).where(table.c.review == review).distinct()
        for table in (requests, replies)
    )
    return [each for query in queries for each in connection.scalars(query)]


def _put_back(connection: Connection, entity: Entity, rows: Sequence[Row]) -> None:
    with remembered(connection, entity, [str(row[entity.key]) for row in rows]):
        for row in rows:
            put_row(connection, entity, row)


def _add_missing(meeting: Meeting, tables: Sequence[Table], tally: _Tally) -> None:
    """Keys first: a file of replies is not read for those that are known."""
    for table in tables:
        with meeting.theirs.reading() as connection:
            keys = reconciling.keys_of(connection, table, meeting.review)
        with meeting.ours.reading() as connection:
            new = reconciling.missing(connection, table, keys)
        for some in in_chunks(new, 1 if table in _WEIGHTY else CHUNK):
            tally.taken += _add(meeting, table, some)


def _add(meeting: Meeting, table: Table, keys: Sequence[reconciling.Key]) -> int:
    """How many rows came, with what comes along."""
    with meeting.theirs.reading() as connection:
        owners = reconciling.rows_of(connection, table, keys)
        found = {table: owners}
        for column, name in _ALONG.get(table, ()):
            named = [owner[name] for owner in owners]
            found[column.table] = reconciling.rows_with(connection, column, named)
    with meeting.ours.writing_briefly() as connection:
        for each, rows in found.items():
            found[each] = reconciling.unknown(connection, each, rows)
            reconciling.add_rows(connection, meeting.review, each, found[each])
    return sum(len(rows) for each, rows in found.items() if each not in _UNCOUNTED)


def _add_round_keys(ours: Database, theirs: Database) -> None:
    """Replies to what the other file asked can be opened here as well."""
    with theirs.reading() as connection:
        keys = people.read_metas(connection, ROUND_KEYS)
    with ours.reading() as connection:
        known = people.read_metas(connection, ROUND_KEYS)
    for name in keys.keys() - known.keys():
        with ours.writing_briefly() as connection:
            people.write_meta(connection, ROUND_KEYS + name, keys[name])


def _join_fields(meeting: Meeting, tally: _Tally) -> list[Change]:
    with meeting.theirs.reading() as connection:
        found = reconciling.their_fields(connection, meeting.review)
    changes: list[Change] = []
    for each in found:
        with meeting.ours.reading() as connection:
            if not reconciling.is_new(connection, each):
                continue
        with meeting.ours.writing_briefly() as connection:
            change, outcome = reconciling.take_field(
                connection, meeting.review, each, meeting.at
            )
        if outcome is not None:
            tally.taken += 1
            tally.merged += bool(outcome.made)
        changes.extend([change] if change else [])
    return changes
