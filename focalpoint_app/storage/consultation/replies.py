"""Replies as they were received, with one contribution for each question."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import Connection, Row, select, update

from focalpoint_app.domain.canonical import canonical_json, sha256_hex
from focalpoint_app.domain.consultation import Carrier, Standing
from focalpoint_app.domain.consultation_data import (
    flaw_from_data,
    register_from_data,
    respondent_from_data,
)
from focalpoint_app.domain.contribution import Contribution, Receipt
from focalpoint_app.domain.errors import AppError
from focalpoint_app.storage.consultation.consultation_tables import (
    contributions,
    replies,
)
from focalpoint_app.storage.joining.earlier import remembered
from focalpoint_app.storage.joining.entities import REPLY
from focalpoint_app.storage.log import chain
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
    sealed = sealed_digest(salt, receipt.id, receipt.digest, _said(rows))
    row = {**described, "content": content, "salt": salt, "sealed": sealed}
    return PreparedReply(row, rows)


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


def bring_back(connection: Connection, reply_id: str, step: str) -> None:
    """A reply that was withdrawn counts again, by this undoable act."""
    mine = update(replies).where(replies.c.id == reply_id)
    with remembered(connection, REPLY, [reply_id]):
        connection.execute(mine.values(is_withdrawn=False, step=step))


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


def sealed_digest(
    salt: str, reply: str, file_digest: str, said: Iterable[tuple[str, str]]
) -> str:
    """SHA-256, in hex, over what a reply said; ``said``: questions with words."""
    content = [salt, reply, file_digest, *(each for pair in said for each in pair)]
    return sha256_hex(canonical_json(content))


def resealed(
    connection: Connection, review: str
) -> Iterator[tuple[str, tuple[str, str]]]:
    """Reply id, with the digest it was sealed with and the one it has now."""
    said: dict[str, list[tuple[str, str]]] = {}
    query = select(contributions).where(contributions.c.review == review)
    for row in connection.execute(query):
        said.setdefault(row.reply, []).append((row.question, _words(row)))
    columns = (replies.c.id, replies.c.salt, replies.c.sealed, replies.c.digest)
    for row in connection.execute(select(*columns).where(replies.c.review == review)):
        words = sorted(said.get(row.id, ()))
        yield row.id, (row.sealed, sealed_digest(row.salt, row.id, row.digest, words))


def _said(rows: Iterable[ContributionRow]) -> list[tuple[str, str]]:
    return sorted((row[3], f"{row[4] or ''}{row[5]}") for row in rows)


def _words(row: Row[Any]) -> str:
    return f"{row.entry or ''}{row.traces}"


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
