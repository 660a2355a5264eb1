"""What the acts account for: texts that were expunged, scans that should be there."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from sqlalchemy import Connection, select

from focalpoint_app.domain.act import ActKind, Opening
from focalpoint_app.domain.canonical import sha256_hex
from focalpoint_app.domain.expunging_act import expunging_of
from focalpoint_app.storage.expunging.raw_rows import quoted, rows
from focalpoint_app.storage.schema import openings

_ACTS = (
    "SELECT a.id, a.kind, a.subject, a.author, a.time, a.details, a.digest FROM acts a"
    " LEFT JOIN chain c ON c.review = a.review AND c.subject = a.id"
    " WHERE a.review = ? ORDER BY c.seq"
)
_SCANS = (
    "SELECT e.id, e.content FROM evidence e JOIN clearances c ON c.id = e.clearance"
    " WHERE c.review = ?"
)
_KINDS = frozenset(map(str, ActKind))
CLEARANCES = "SELECT id, digest, content FROM clearances WHERE review = ?"


class LoggedAct(NamedTuple):
    """An act's row, its values as they are stored."""

    id: str
    kind: str
    subject: str
    author: str
    time: str
    details: str
    digest: str

    @property
    def real_digest(self) -> str:
        """As ``domain.act.Act.digest`` has it."""
        said = ",".join(map(quoted, (self.id, self.kind, *self[2:5])))
        return sha256_hex(f"[{said},{self.details}]".encode())

    @property
    def said(self) -> Any:
        """None where the row was tampered with, which its digest tells."""
        try:
            return json.loads(self.details)
        except (ValueError, TypeError, RecursionError):
            return None

    def detail(self, name: str) -> Any:
        said = self.said
        return said.get(name) if isinstance(said, Mapping) else None


def logged_acts(connection: Connection, review: str) -> tuple[LoggedAct, ...]:
    """In the order of the chain."""
    return tuple(map(LoggedAct._make, rows(connection, _ACTS, review)))


def unreadable(acts: tuple[LoggedAct, ...]) -> Iterator[str]:
    """Ids of acts that nobody wrote down like this, whatever their digests say."""
    for each in acts:
        is_known = each.kind in _KINDS
        is_expunged = each.kind == ActKind.EXPUNGED
        if not is_known or (is_expunged and expunging_of(each.said) is None):
            yield each.id


def left(acts: tuple[LoggedAct, ...]) -> frozenset[tuple[str, str]]:
    """Subjects, each with a digest of what may stand where something was expunged.

    Several for one subject where two copies of a review expunged for themselves.
    """
    return frozenset(
        (str(subject), str(digest))
        for each in acts
        if each.kind == ActKind.EXPUNGED
        and isinstance(subjects := each.detail("left"), Mapping)
        for subject, digest in subjects.items()
    )


def opening_problems(
    connection: Connection, acts: tuple[LoggedAct, ...]
) -> Iterator[tuple[str, str]]:
    """Code with the act's id: act.changed, where what it sealed is another, or gone
    though nothing was expunged from its clearance."""
    void = {subject for subject, _ in left(acts)}
    opened = {
        row.act: Opening(str(row.edition), str(row.file), str(row.salt)).digest
        for row in connection.execute(select(openings))
    }
    for each in acts:
        sealed = each.detail("sealed")
        if sealed is None or (each.id not in opened and each.subject in void):
            continue
        if opened.get(each.id) != sealed:
            yield "act.changed", each.id


def scan_problems(
    connection: Connection, review: str, acts: tuple[LoggedAct, ...]
) -> Iterator[tuple[str, str]]:
    """Code with the scan's id: scan.changed, scan.missing, scan.unlogged."""
    expected = _expected(acts)
    found = {
        scan: sha256_hex(content) for scan, content in rows(connection, _SCANS, review)
    }
    for scan in sorted(expected.keys() | found.keys()):
        if scan not in found:
            yield "scan.missing", scan
        elif scan not in expected:
            yield "scan.unlogged", scan
        elif expected[scan] != found[scan]:
            yield "scan.changed", scan


def _expected(acts: tuple[LoggedAct, ...]) -> dict[str, str]:
    """Scans that were kept and not removed, with their digests."""
    kept: dict[str, str] = {}
    for each in acts:
        if each.kind == ActKind.SCAN_KEPT:
            kept[each.subject] = str(each.detail("content"))
        elif each.kind == ActKind.SCAN_REMOVED:
            kept.pop(each.subject, None)
    return kept
