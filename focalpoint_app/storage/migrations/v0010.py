"""From version 9 to 10: what a submission was lies beside its act, under a salt.

An act that is already in the chain stays as it is, unless it is of a clearance that a
passage was expunged from: that one told whether a guess at the passage was right.
"""

from __future__ import annotations

from alembic.operations import Operations
from sqlalchemy import Column, Connection, ForeignKey, Text, text

from focalpoint_app.storage.expunging.editions import forget_editions, voided
from focalpoint_app.storage.guards import EXPUNGING, reguarded_chain

_DUE = text("INSERT OR REPLACE INTO meta VALUES ('scrub_due', :review)")


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
    void = voided(connection, review)
    if void:  # Which of them had a salt is no longer to be seen.
        forget_editions(connection, review, void, void)
        connection.execute(_DUE, {"review": review})
