"""Whose keys signed the replies of packets: of one institution mostly the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, select

from focalpoint_app.storage.consultation.consultation_tables import replies, signers


def read_signers(connection: Connection, review: str) -> Mapping[str, frozenset[str]]:
    """Stakeholder id to the public keys, in hex, of the replies that stand."""
    query = (
        select(replies.c.stakeholder, signers.c.signer)
        .join(replies, replies.c.id == signers.c.reply)
        .where(replies.c.review == review, ~replies.c.is_withdrawn)
    )
    found: dict[str, set[str]] = {}
    for stakeholder, signer in connection.execute(query):
        found.setdefault(stakeholder, set()).add(signer)
    return {each: frozenset(keys) for each, keys in found.items()}


def add_signers(connection: Connection, signed: Iterable[tuple[str, str]]) -> None:
    """Reply ids with the key of each; one that is known already stays."""
    wanted = dict(signed)
    known = set(connection.scalars(select(signers.c.reply)))
    rows = [
        {"reply": reply, "signer": signer}
        for reply, signer in wanted.items()
        if reply not in known
    ]
    if rows:
        connection.execute(signers.insert(), rows)
