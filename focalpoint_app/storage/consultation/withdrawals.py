"""Requests that were withdrawn: noted once, logged in the chain, undoable."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection, Row, select

from focalpoint_app.domain.canonical import canonical_json, sha256_hex
from focalpoint_app.domain.contribution import Withdrawal
from focalpoint_app.storage.consultation.consultation_tables import withdrawals
from focalpoint_app.storage.log import chain


def add_withdrawal(connection: Connection, written: Withdrawal) -> None:
    values = {**asdict(written), "salt": secrets.token_hex(16)}
    sealed = _digest(values)
    connection.execute(withdrawals.insert(), {**values, "sealed": sealed})
    log = [(written.id, sealed)]
    chain.append(connection, written.review, chain.Kind.WITHDRAWAL, log)


def read_withdrawals(connection: Connection, review: str) -> tuple[Withdrawal, ...]:
    """Oldest first; not those that were undone."""
    query = select(withdrawals).where(
        withdrawals.c.review == review, ~withdrawals.c.is_undone
    )
    ordered = query.order_by(withdrawals.c.time, withdrawals.c.id)
    return tuple(map(_withdrawal_of, connection.execute(ordered)))


def resealed(
    connection: Connection, review: str
) -> Iterator[tuple[str, tuple[str, str]]]:
    """Withdrawal id, with the digest it was sealed with and the one it has now."""
    query = select(withdrawals).where(withdrawals.c.review == review)
    for row in connection.execute(query):
        yield row.id, (row.sealed, _digest(row._mapping))


def _digest(values: Mapping[Any, Any]) -> str:
    names = ("salt", "id", "request", "reason", "author", "time")
    return sha256_hex(canonical_json([values[name] for name in names]))


def _withdrawal_of(row: Row[Any]) -> Withdrawal:
    sealing = ("salt", "sealed")
    return Withdrawal(**{k: v for k, v in row._mapping.items() if k not in sealing})
