"""Replies as they were received, with one contribution for each question."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, select, update

from focalpoint_app.domain.canonical import sha256_hex, utc_text
from focalpoint_app.domain.consultation import Carrier, Standing
from focalpoint_app.domain.consultation_data import (
    flaw_from_data,
    register_from_data,
    respondent_from_data,
)
from focalpoint_app.domain.contribution import Contribution, Receipt
from focalpoint_app.domain.errors import AppError
from focalpoint_app.storage.consultation.consultation_tables import (
    replies,
)
from focalpoint_app.storage.expunging.raw_rows import listed, rows
from focalpoint_app.storage.joining.earlier import remembered
from focalpoint_app.storage.joining.entities import REPLY
from focalpoint_app.storage.log import chain
from focalpoint_app.storage.log.seals import content_digest, fuller, is_fuller
from focalpoint_app.storage.schema import steps
from focalpoint_app.storage.types import refuse_unstorable_content, storable_json

_DESCRIBED = [each for each in replies.c if each.name != "content"]
_JUDGED = (
    "standing",
    "register",
    "respondent",
    "seal_seen",
    "transcribed_by",
    "checked_by",
)


ContributionRow = tuple[str, str, str, str, str | None, str, str, str]
"""id, review, reply, question, entry, traces, audience, marking"""

_INSERT = (
    "INSERT INTO contributions"
    " (id, review, reply, question, entry, traces, audience, marking)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
)
"""Five times cheaper than by way of SQLAlchemy, which has 150 rows to convert."""


@dataclass(frozen=True, slots=True)
class PreparedReply:
    """A reply ready to be written: whatever takes time is done before the lock."""

    receipt: dict[str, Any]
    contributions: tuple[ContributionRow, ...]

    @property
    def id(self) -> str:
        return str(self.receipt["id"])


def prepared(
    receipt: Receipt, given: Sequence[Contribution], content: bytes | None
) -> PreparedReply:
    """Refuses what cannot be stored, as ``PlainText`` does."""
    rows = tuple(_contribution_row(receipt.review, each) for each in given)
    salt = secrets.token_hex(16)
    described = _receipt_row(receipt)
    refuse_unstorable_content({**described, "content": None, "time": ""})
    row = {**described, "content": content, "salt": salt}
    stored = {**row, "time": utc_text(receipt.time)}
    sealed = fuller(_Sealed(*(stored[name] for name in _SEALED)).whole(_said(rows)))
    return PreparedReply({**row, "sealed": sealed}, rows)


def add_reply(connection: Connection, reply: PreparedReply) -> None:
    """One reply with all it brings, and its receipt in the chain."""
    connection.execute(replies.insert(), reply.receipt)
    if reply.contributions:
        connection.exec_driver_sql(_INSERT, list(reply.contributions))
    sealed = [(reply.id, str(reply.receipt["sealed"]))]
    chain.append(connection, reply.receipt["review"], chain.Kind.RECEIPT, sealed)


def settle(connection: Connection, step: str) -> None:
    """What came after its step was undone goes with it; this takes all to the disk."""
    undone = select(steps.c.id).where(steps.c.id == step, ~steps.c.is_done).exists()
    mine = update(replies).where(replies.c.step == step)
    connection.execute(mine.values(is_withdrawn=undone))


def judge(connection: Connection, receipt: Receipt) -> None:
    """Write down anew how binding it is and by which letter; its words stay.

    Raises:
        AppError: ``reply.unknown``.
    """
    row = _receipt_row(receipt)
    mine = update(replies).where(replies.c.id == receipt.id)
    written = mine.values({name: row[name] for name in _JUDGED})
    with remembered(connection, REPLY, [receipt.id]):
        if connection.execute(written).rowcount == 0:
            raise AppError("reply.unknown")


def known_replies(connection: Connection, review: str) -> Mapping[str, bool]:
    """Reply id to whether it was withdrawn."""
    query = select(replies.c.id, replies.c.is_withdrawn)
    rows = connection.execute(query.where(replies.c.review == review))
    return {row.id: row.is_withdrawn for row in rows}


def read_receipts(
    connection: Connection, review: str, *, withdrawn: bool = False
) -> tuple[Receipt, ...]:
    """Oldest first; those that were undone only where they are asked for."""
    query = select(*_DESCRIBED).where(replies.c.review == review)
    if not withdrawn:
        query = query.where(~replies.c.is_withdrawn)
    rows = connection.execute(query.order_by(replies.c.time, replies.c.id))
    return tuple(_receipt_of(row) for row in rows)


def read_content(connection: Connection, reply: str) -> bytes:
    """The source file byte for byte; ``reply.no_file`` where none was kept."""
    query = select(replies.c.content).where(replies.c.id == reply)
    content: bytes | None = connection.scalar(query)
    if content is None:
        raise AppError("reply.no_file")
    return content


class _Sealed(NamedTuple):
    """What never changes of a reply, its values as they are stored."""

    id: str
    salt: str
    digest: str
    stakeholder: str
    request: str
    carrier: str
    author: str
    time: str
    content: bytes | None

    def whole(self, said: Iterable[tuple[str, str]]) -> str:
        """Whose it was, how and when it came, its file and its words."""
        kept = "" if self.content is None else content_digest(self.content) or "?"
        return sha256_hex(
            listed(
                [*self[:-1], kept, *(each for pair in said for each in pair)]
            ).encode()
        )

    def words_alone(self, said: Iterable[tuple[str, str]]) -> str:
        """As earlier versions of the program sealed it."""
        words = [
            self.salt,
            self.id,
            self.digest,
            *(each for pair in said for each in pair),
        ]
        return sha256_hex(listed(words).encode())


_SEALED = _Sealed._fields
_ROWS = f"SELECT sealed, {', '.join(_SEALED)} FROM replies WHERE review = ?"
_WORDS = "SELECT reply, question, entry, traces FROM contributions WHERE review = ?"


def resealed(
    connection: Connection, review: str
) -> Iterator[tuple[str, tuple[str, str]]]:
    """Reply id, with the digest it was sealed with and the one it has now."""
    said: dict[str, list[tuple[str, str]]] = {}
    for reply, question, entry, traces in rows(connection, _WORDS, review):
        said.setdefault(reply, []).append((question, f"{entry or ''}{traces}"))
    for sealed, *values in rows(connection, _ROWS, review):
        row = _Sealed._make(values)
        words = sorted(said.get(row.id, ()))
        is_whole = is_fuller(sealed)
        real = fuller(row.whole(words)) if is_whole else row.words_alone(words)
        yield row.id, (sealed, real)


def _said(rows: Iterable[ContributionRow]) -> list[tuple[str, str]]:
    return sorted((row[3], f"{row[4] or ''}{row[5]}") for row in rows)


def _receipt_row(receipt: Receipt) -> dict[str, Any]:
    row = asdict(receipt)
    row["carrier"], row["standing"] = receipt.carrier.value, receipt.standing.value
    return row


def _contribution_row(review: str, given: Contribution) -> ContributionRow:
    return (
        given.id,
        review,
        given.reply,
        given.question,
        None if given.entry is None else storable_json(given.entry),
        storable_json([asdict(e) for e in given.traces]) if given.traces else "[]",
        given.audience.value,
        given.marking,
    )


def _receipt_of(row: Row[Any]) -> Receipt:
    values = {
        name: value
        for name, value in row._mapping.items()
        if name not in ("salt", "sealed")
    }
    return Receipt(
        **{
            **values,
            "carrier": Carrier(row.carrier),
            "standing": Standing(row.standing),
            "respondent": respondent_from_data(row.respondent),
            "register": register_from_data(row.register),
            "unassigned": tuple(row.unassigned),
            "flaws": tuple(map(flaw_from_data, row.flaws)),
        }
    )
