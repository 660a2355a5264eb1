"""From version 6 to 7: marks of earlier states, so that two files can be joined."""

from __future__ import annotations

from alembic.operations import Operations
from sqlalchemy import Column, Integer, PrimaryKeyConstraint, Text


def upgrade(op: Operations) -> None:
    op.create_table(
        "earlier",
        *(Column(name, Text, nullable=False) for name in ("kind", "subject")),
        Column("number", Integer, nullable=False),
        Column("marks", Text, nullable=False),
        PrimaryKeyConstraint("kind", "subject", "number"),
    )
