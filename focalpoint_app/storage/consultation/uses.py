"""What was done with contributions: noted once, logged in the chain, undoable."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, Row, select

from focalpoint_app.domain.canonical import sha256_hex, utc_text
from focalpoint_app.domain.consultation import Standing
from focalpoint_app.domain.contribution import Use, UseKind
from focalpoint_app.storage.consultation.consultation_tables import (
    contributions,
    replies,
    use_revisions,
    uses,
)
from focalpoint_app.storage.expunging.raw_rows import listed, rows
from focalpoint_app.storage.log import chain
from focalpoint_app.storage.log.seals import fuller, is_fuller

_SEALED = ("salt", "id", "contribution", "kind", "reason", "author", "time")
_ROWS = f"SELECT sealed, {', '.join(_SEALED)} FROM uses WHERE review = ?"
_ENTERED = (
    "SELECT r.use, r.revision FROM use_revisions r JOIN uses u ON u.id = r.use"
    " WHERE u.review = ?"
)


def add_use(connection: Connection, use: Use) -> None:
    salt = secrets.token_hex(16)
    values = {
        "id": use.id,
        "review": use.review,
        "contribution": use.contribution,
        "kind": use.kind.value,
        "reason": use.reason,
        "author": use.author,
        "time": use.time,
        "salt": salt,
        "step": use.step,
        "is_withdrawn": False,
    }
    stored = {**values, "time": utc_text(use.time)}
    sealed = fuller(_digest(stored, use.revisions))
    connection.execute(uses.insert(), {**values, "sealed": sealed})
    links = [{"use": use.id, "revision": each} for each in use.revisions]
    if links:
        connection.execute(use_revisions.insert(), links)
    chain.append(connection, use.review, chain.Kind.USE, [(use.id, sealed)])


def read_uses(
    connection: Connection,
    review: str,
    question: str | None = None,
    *,
    withdrawn: bool = False,
) -> tuple[Use, ...]:
    """Oldest first, of one question or of all; what was undone, or all else."""
    wanted = uses.c.is_withdrawn if withdrawn else ~uses.c.is_withdrawn
    query = select(uses).where(uses.c.review == review, wanted)
    if question is not None:
        mine = contributions.c.id == uses.c.contribution
        query = query.join(contributions, mine)
        query = query.where(contributions.c.question == question)
    revisions = _revisions(connection, review)
    rows = connection.execute(query.order_by(uses.c.time, uses.c.id))
    return tuple(_use_of(row, revisions.get(row.id, ())) for row in rows)


def revision_sources(connection: Connection, review: str) -> Mapping[str, list[str]]:
    """Revision id to the contributions that went into it.

    Undone ones too, whose words went away with the step; but not where words that
    were copied by hand stayed, as their author's own.
    """
    query = select(use_revisions.c.revision, uses.c.contribution).join(
        uses, uses.c.id == use_revisions.c.use
    )
    found: dict[str, list[str]] = {}
    disowned = uses.c.is_withdrawn & (uses.c.kind == UseKind.COPIED.value)
    for row in connection.execute(query.where(uses.c.review == review, ~disowned)):
        found.setdefault(row.revision, []).append(row.contribution)
    return found


def used_standings(
    connection: Connection, review: str
) -> Mapping[str, Mapping[str, Standing]]:
    """Question id to the contributions that entered its answer, and how binding each
    is."""
    query = (
        select(contributions.c.id, contributions.c.question, replies.c.standing)
        .join(uses, uses.c.contribution == contributions.c.id)
        .join(replies, replies.c.id == contributions.c.reply)
        .where(uses.c.review == review, ~uses.c.is_withdrawn)
        .where(uses.c.kind.in_([each for each in UseKind if each.enters_answer]))
    )
    found: dict[str, dict[str, Standing]] = {}
    for row in connection.execute(query):
        found.setdefault(row.question, {})[row.id] = Standing(row.standing)
    return found


def resealed(
    connection: Connection, review: str
) -> Iterator[tuple[str, tuple[str, str]]]:
    """Use id, with the digest it was sealed with and the one it has now."""
    entered: dict[str, list[str]] = {}
    for use, revision in rows(connection, _ENTERED, review):
        entered.setdefault(use, []).append(revision)
    for sealed, *values in rows(connection, _ROWS, review):
        said = dict(zip(_SEALED, values, strict=True))
        is_whole = is_fuller(sealed)
        real = _digest(said, entered.get(said["id"], []) if is_whole else [])
        yield said["id"], (sealed, fuller(real) if is_whole else real)


def _digest(values: Mapping[str, Any], entered: Iterable[str]) -> str:
    """``entered``: the revisions; earlier versions sealed none."""
    said = [*(values[name] for name in _SEALED), *sorted(entered)]
    return sha256_hex(listed(said).encode())


def _revisions(connection: Connection, review: str) -> Mapping[str, tuple[str, ...]]:
    query = select(use_revisions).join(uses, uses.c.id == use_revisions.c.use)
    found: dict[str, tuple[str, ...]] = {}
    rows = connection.execute(query.where(uses.c.review == review))
    for row in sorted(rows, key=lambda row: str(row.revision)):
        found[row.use] = (*found.get(row.use, ()), row.revision)
    return found


def _use_of(row: Row[Any], revisions: tuple[str, ...]) -> Use:
    return Use(
        id=row.id,
        review=row.review,
        contribution=row.contribution,
        kind=UseKind(row.kind),
        time=row.time,
        author=row.author,
        reason=row.reason,
        revisions=revisions,
        step=row.step,
        is_withdrawn=row.is_withdrawn,
    )
