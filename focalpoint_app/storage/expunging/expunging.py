"""A passage taken out of all that a review holds, by decision, in one transaction."""

from __future__ import annotations

import json
import uuid
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, Table, delete, select, update

from focalpoint_app.domain.act import Act, ActKind
from focalpoint_app.domain.canonical import sha256_hex
from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.expunging import Places
from focalpoint_app.domain.expunging_act import CLEARANCES, CONTRIBUTIONS
from focalpoint_app.storage.consultation import replies as received
from focalpoint_app.storage.consultation import uses as used
from focalpoint_app.storage.consultation import withdrawals
from focalpoint_app.storage.consultation.consultation_tables import (
    contributions,
    replies,
)
from focalpoint_app.storage.database import Database
from focalpoint_app.storage.errors import translated
from focalpoint_app.storage.expunging.editions import forget_editions, voided
from focalpoint_app.storage.expunging.expunged import (
    OURS,
    THEIRS,
    Scope,
    elsewhere,
    found,
)
from focalpoint_app.storage.guards import EXPUNGING
from focalpoint_app.storage.joining.earlier import renew_key
from focalpoint_app.storage.log.acts import add_act
from focalpoint_app.storage.people import read_meta, write_meta
from focalpoint_app.storage.schema import clearances, evidence, meta
from focalpoint_app.storage.search.reindexing import reindex
from focalpoint_app.storage.types import content_text

_SCRUB_DUE = "scrub_due"
"""The row of ``meta`` that says that freed pages may still hold what was taken out."""

_COUNTED = {
    "fields": "answers",
    "staged": "answers",
    "cards": "answers",
    "revisions": "revisions",
    "step_changes": "steps",
    "notes": "notes",
    "uses": "notes",
    "withdrawals": "notes",
}


@dataclass(frozen=True, slots=True)
class Decision:
    """``author`` is an author's id.  What contributors sent, and what was cleared, is
    touched only where that is decided too."""

    reason: str
    author: str
    time: datetime
    contributions: bool = False
    clearances: bool = False


def places(connection: Connection, scope: Scope) -> Places:
    """Where the passage stands now; nothing is changed."""
    counted = Counter(
        _COUNTED[table.name] for table in OURS for _ in found(connection, table, scope)
    )
    theirs = sum(1 for table in THEIRS for _ in found(connection, table, scope))
    cleared = (row.number for row, _ in found(connection, clearances, scope))
    return Places(
        **counted,
        contributions=theirs,
        clearances=tuple(sorted(cleared)),
        elsewhere=elsewhere(connection, scope.passage),
    )


def expunge(connection: Connection, scope: Scope, decision: Decision) -> Act:
    """Put the mark in the passage's place, and the act in the chain.

    Raises:
        AppError: ``expunge.not_found`` where nothing would be changed.
    """
    before = places(connection, scope)
    tables = [*OURS, *(THEIRS if decision.contributions else ())]
    tables += [clearances] if decision.clearances else []
    connection.exec_driver_sql("PRAGMA secure_delete = ON")
    void = [row for row, _ in found(connection, clearances, scope)]
    with unguarded(connection):
        left = dict(_taken_out(connection, scope, tables))
        restated = _forgotten(connection, scope, void if decision.clearances else [])
    if not left:
        raise AppError("expunge.not_found")
    renew_key(connection)
    act = _act(scope, decision, before, {k: v for k, v in left.items() if v})
    told = {
        "besides": sorted(k for k, v in left.items() if not v and "/" not in k),
        "restated": list(restated),
        "scans": _scans(connection, act),
    }
    act = replace(act, details={**act.details, **told})
    add_act(connection, act)
    write_meta(connection, _SCRUB_DUE, act.id)
    return act


def scrub(database: Database) -> bool:
    """Leave no freed page, index or log that holds it; False while another reads.

    Raises:
        AppError: ``disk.full`` and the like; it is tried again at the next opening.
    """
    reindex(database)
    with translated(database.path), closing(database.connect()) as raw:
        raw.execute("PRAGMA secure_delete = ON")
        raw.execute("VACUUM")
        if not _is_folded(raw):
            return False
        raw.execute("DELETE FROM meta WHERE name = ?", (_SCRUB_DUE,))
        return _is_folded(raw)


def scrub_if_due(database: Database) -> None:
    """What a killed program, a full disk or a reader left undone."""
    with database.reading() as connection:
        due = read_meta(connection, _SCRUB_DUE)
    if due is not None:
        scrub(database)


def _is_folded(raw: Any) -> bool:
    (busy, _, _) = raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    return not busy


def forget_joined(database: Database, review: str, *, marks: bool = False) -> None:
    """What another copy still knew of editions that were expunged here; where it
    brought ``marks``, those too."""
    with database.writing() as connection:
        if marks:
            renew_key(connection)
            write_meta(connection, _SCRUB_DUE, review)
        void = voided(connection, review)
        if not void:
            return
        with unguarded(connection):
            before = _changes(connection)
            forget_editions(connection, review, void, ())
            has_forgotten = _changes(connection) != before
        if has_forgotten:
            write_meta(connection, _SCRUB_DUE, review)


def _changes(connection: Connection) -> int:
    """Rows that this connection has changed or deleted so far."""
    return int(connection.exec_driver_sql("SELECT total_changes()").scalar_one())


def _scans(connection: Connection, act: Act) -> list[str]:
    """Of clearances that are void now: pictures, which nobody cleans."""
    query = select(evidence.c.name).where(evidence.c.clearance.in_(act.details["left"]))
    return sorted(connection.scalars(query))


def _forgotten(
    connection: Connection, scope: Scope, void: list[Row[Any]]
) -> tuple[str, ...]:
    """``void``: as the clearances were before."""
    unsalted = [row.id for row in void if _is_unsalted(row)]
    ids = [row.id for row in void]
    return forget_editions(connection, scope.review, ids, unsalted)


def _is_unsalted(cleared: Row[Any]) -> bool:
    """As earlier versions made them; one that was expunged before is done with."""
    is_whole = sha256_hex(cleared.content) == cleared.digest
    return is_whole and not json.loads(cleared.content).get("salt")


@contextmanager
def unguarded(connection: Connection) -> Iterator[None]:
    """For the rest of this transaction alone."""
    write_meta(connection, EXPUNGING, "")
    yield
    connection.execute(delete(meta).where(meta.c.name == EXPUNGING))


def _taken_out(
    connection: Connection, scope: Scope, tables: list[Table]
) -> Iterator[tuple[str, str]]:
    """What was changed: subjects of the chain with the digest of what they say now."""
    touched: set[str] = set()
    for table in tables:
        for row, new in found(connection, table, scope):
            mine = (column == row._mapping[column.name] for column in table.primary_key)
            connection.execute(update(table).where(*mine).values(new))
            touched.add(row.reply if table is contributions else _name(table, row))
            if table is contributions:
                _drop_file(connection, row.reply)
            yield _name(table, row), _digest_left(table, new)
    for room in (received, used, withdrawals):
        for subject, (_, real) in room.resealed(connection, scope.review):
            if subject in touched:
                yield subject, real


def _name(table: Table, row: Row[Any]) -> str:
    return "/".join(str(row._mapping[column.name]) for column in table.primary_key)


def _digest_left(table: Table, new: dict[str, Any]) -> str:
    if table.name == "revisions":
        return sha256_hex(content_text(new["content"]).encode())
    return sha256_hex(new["content"]) if table.name == "clearances" else ""


def _drop_file(connection: Connection, reply: str) -> None:
    """The file that brought it holds it too, in whatever form."""
    mine = update(replies).where(replies.c.id == reply)
    connection.execute(mine.values(content=None, salt=""))


def _act(scope: Scope, decision: Decision, before: Places, left: dict[str, str]) -> Act:
    return Act(
        id=str(uuid.uuid4()),
        review=scope.review,
        kind=ActKind.EXPUNGED,
        subject=scope.question or "",
        author=decision.author,
        time=decision.time,
        details={
            "reason": decision.reason,
            "decided": _decided(decision),
            "places": _counts(before, decision),
            "left": left,
        },
    )


def _decided(decision: Decision) -> list[str]:
    named = {CONTRIBUTIONS: decision.contributions, CLEARANCES: decision.clearances}
    return [name for name, is_decided in named.items() if is_decided]


def _counts(before: Places, decision: Decision) -> dict[str, Any]:
    """What was cleaned, and beside it what was left by decision; numbers as digits."""
    theirs, cleared = str(before.contributions), [*map(str, before.clearances)]
    return {
        "answers": str(before.answers),
        "revisions": str(before.revisions),
        "steps": str(before.steps),
        "notes": str(before.notes),
        "contributions": theirs if decision.contributions else "0",
        "contributions_kept": "0" if decision.contributions else theirs,
        "clearances": cleared if decision.clearances else [],
        "clearances_kept": [] if decision.clearances else cleared,
        "elsewhere": list(before.elsewhere),
    }
