"""From version 9 to 10: what a submission was lies beside its act, under a salt.

An act that is already in the chain stays as it is, unless it is of a clearance that a
passage was expunged from: that one told whether a guess at the passage was right.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Any

from alembic.operations import Operations
from sqlalchemy import Column, Connection, ForeignKey, Text, bindparam, text

from focalpoint_app.domain.canonical import canonical_json, sha256_hex
from focalpoint_app.storage.guards import EXPUNGING, reguarded_chain
from focalpoint_app.storage.migrations.frozen import (
    act_digest,
    map_of,
    marks_of,
    restate,
)

_DUE = text("INSERT OR REPLACE INTO meta VALUES ('scrub_due', :review)")
_CLEARANCES = text("SELECT id, digest, content FROM clearances WHERE review = :review")
_ACTS = text(
    "SELECT a.id, a.kind, a.subject, a.author, a.time, a.details, a.digest FROM acts a"
    " WHERE a.review = :review AND a.kind = :kind"
)
_RETELL = text("UPDATE acts SET details = :details, digest = :digest WHERE id = :id")
_VOID = text("UPDATE clearances SET digest = :digest WHERE id = :id")
_SCANS = text("SELECT id, verdict FROM evidence WHERE clearance IN :void").bindparams(
    bindparam("void", expanding=True)
)
_VERDICT = text("UPDATE evidence SET verdict = :verdict WHERE id = :id")
_MARKS = text(
    "SELECT number, marks FROM earlier WHERE kind = 'evidence' AND subject = :id"
)
_MARK = text(
    "UPDATE earlier SET marks = :marks"
    " WHERE kind = 'evidence' AND subject = :id AND number = :number"
)
_DIGEST = re.compile(r"\b[0-9a-f]{64}\b")


def upgrade(op: Operations) -> None:
    op.create_table(
        "openings",
        Column("act", Text, ForeignKey("acts.id"), primary_key=True),
        Column("review", Text, ForeignKey("reviews.id"), nullable=False),
        *(Column(name, Text, nullable=False) for name in ("edition", "file", "salt")),
    )
    for statement in reguarded_chain():
        op.execute(statement)
    connection = op.get_bind()
    connection.execute(text(f"INSERT OR REPLACE INTO meta VALUES ('{EXPUNGING}', '')"))
    for (review,) in connection.execute(text("SELECT id FROM reviews")).all():
        _forget(connection, review)
    connection.execute(text(f"DELETE FROM meta WHERE name = '{EXPUNGING}'"))


def _forget(connection: Connection, review: str) -> None:
    void = _voided(connection, review)
    if not void:
        return
    for scan, verdict in connection.execute(_SCANS, {"void": sorted(void)}).all():
        _forget_verdict(connection, scan, verdict)
    restated = _restated_acts(connection, review, void)
    for each in void:  # Which of them had a salt is no longer to be seen.
        restated[each] = _nothing_of(each)
        connection.execute(_VOID, {"id": each, "digest": restated[each]})
    restate(connection, review, restated)
    connection.execute(_DUE, {"review": review})


def _voided(connection: Connection, review: str) -> frozenset[str]:
    """Clearances that a passage was taken out of, by decision."""
    named = {
        (str(subject), str(digest))
        for act in _acts(connection, review, "expunged")
        if isinstance(left := map_of(act["details"]).get("left"), Mapping)
        for subject, digest in left.items()
    }
    return frozenset(
        row.id
        for row in connection.execute(_CLEARANCES, {"review": review})
        if isinstance(row.content, bytes)
        and (real := sha256_hex(row.content)) != row.digest
        and (row.id, real) in named
    )


def _restated_acts(
    connection: Connection, review: str, void: Collection[str]
) -> dict[str, str]:
    """A tampered one stays, for ``doctor`` to show."""
    found: dict[str, str] = {}
    for act in _acts(connection, review, "submitted"):
        said = map_of(act["details"])
        is_whole = act["digest"] == act_digest(act, said)
        if act["subject"] not in void or "edition" not in said or not is_whole:
            continue
        details = {k: v for k, v in said.items() if k not in ("edition", "file")}
        details["sealed"] = _nothing_of(act["id"])
        found[act["id"]] = digest = act_digest(act, details)
        row = {"id": act["id"], "details": canonical_json(details).decode()}
        connection.execute(_RETELL, {**row, "digest": digest})
    return found


def _acts(connection: Connection, review: str, kind: str) -> list[Mapping[str, Any]]:
    rows = connection.execute(_ACTS, {"review": review, "kind": kind})
    return [dict(row) for row in rows.mappings()]


def _nothing_of(subject: str) -> str:
    """Stands where a digest stood; it says nothing of what that was of."""
    return sha256_hex(f"expunged {subject}".encode())


def _forget_verdict(connection: Connection, scan: str, verdict: str) -> None:
    """What matching found names the digest printed, and a mark of it may be kept."""
    forgotten = _DIGEST.sub("[…]", verdict)
    connection.execute(_VERDICT, {"id": scan, "verdict": forgotten})
    for number, marks in connection.execute(_MARKS, {"id": scan}).all():
        left = canonical_json({**marks_of(marks), "verdict": ""}).decode()
        connection.execute(_MARK, {"id": scan, "number": number, "marks": left})
