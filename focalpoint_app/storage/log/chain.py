"""The review-wide log of what was sealed: each entry hashes the one before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Row, select

from focalpoint_app.domain.canonical import canonical_json, sha256_hex
from focalpoint_app.storage.schema import chain

START = ""
"""What the first entry names as the one before it."""

_NEWEST = "SELECT seq, hash FROM chain WHERE review = ? ORDER BY seq DESC LIMIT 1"
_INSERT = (
    "INSERT INTO chain (review, seq, kind, subject, digest, previous, hash)"
    " VALUES (?, ?, ?, ?, ?, ?, ?)"
)
"""Each save's seal and each reply's receipt goes this way: SQLAlchemy is slower."""

_RESTATE = (
    "UPDATE chain SET digest = ?, previous = ?, hash = ? WHERE review = ? AND seq = ?"
)


class Kind(StrEnum):
    REVISION = "revision"
    CLEARANCE = "clearance"
    RECEIPT = "receipt"
    USE = "use"
    ACT = "act"
    WITHDRAWAL = "withdrawal"


@dataclass(frozen=True, slots=True)
class Link:
    """``subject`` is the id of what was sealed, ``digest`` its own digest."""

    seq: int
    kind: str
    subject: str
    digest: str
    previous: str
    hash: str

    @property
    def expected_hash(self) -> str:
        said = [str(self.seq), self.kind, self.subject, self.digest, self.previous]
        return sha256_hex(canonical_json(said))


def append(
    connection: Connection, review: str, kind: Kind, sealed: Sequence[tuple[str, str]]
) -> None:
    """``sealed``: subjects with their digests, in order; at least one."""
    seq, previous = _last(connection, review)
    rows = []
    for subject, digest in sealed:
        link = Link(seq + 1, kind.value, subject, digest, previous, "")
        seq, previous = link.seq, link.expected_hash
        rows.append((review, seq, link.kind, subject, digest, link.previous, previous))
    connection.exec_driver_sql(_INSERT, rows)


def restate(connection: Connection, review: str, digests: Mapping[str, str]) -> None:
    """Entries of these subjects name these digests, and all behind them follow.

    What did not fit before does not fit after: nobody's tampering is smoothed over.
    Refused but while a passage is expunged (``guards``).
    """
    now: dict[str, str] = {}
    rows = []
    for link in links(connection, review):
        digest = digests.get(link.subject, link.digest)
        previous = now.get(link.previous, link.previous)
        said = replace(link, digest=digest, previous=previous)
        fits = link.hash == link.expected_hash
        now[link.hash] = said.expected_hash if fits else link.hash
        if (said, now[link.hash]) != (link, link.hash):
            rows.append((digest, previous, now[link.hash], review, link.seq))
    if rows:
        connection.exec_driver_sql(_RESTATE, rows)


def links(connection: Connection, review: str) -> Iterator[Link]:
    """In order, from the first."""
    query = select(chain).where(chain.c.review == review).order_by(chain.c.seq)
    for row in connection.execute(query):
        yield _link_of(row)


def _last(connection: Connection, review: str) -> tuple[int, str]:
    """Number and hash of the newest entry."""
    row = connection.exec_driver_sql(_NEWEST, (review,)).first()
    return (row[0], row[1]) if row else (0, START)


def _link_of(row: Row[Any]) -> Link:
    return Link(row.seq, row.kind, row.subject, row.digest, row.previous, row.hash)
