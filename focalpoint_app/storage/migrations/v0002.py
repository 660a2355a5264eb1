"""From version 1 to 2: a letterhead, and scans kept beside their clearance."""

from __future__ import annotations

from alembic.operations import Operations
from sqlalchemy import Column, ForeignKey, LargeBinary, Text


def upgrade(op: Operations) -> None:
    op.create_table(
        "letterhead",
        Column("state", Text, primary_key=True),
        Column("lines", Text, nullable=False),
        Column("picture", LargeBinary),
        Column("language", Text),
    )
    op.create_table(
        "evidence",
        Column("id", Text, primary_key=True),
        Column("clearance", Text, ForeignKey("clearances.id"), nullable=False),
        Column("name", Text, nullable=False),
        Column("media_type", Text, nullable=False),
        Column("content", LargeBinary, nullable=False),
        Column("time", Text, nullable=False),
        Column("author", Text, ForeignKey("authors.id"), nullable=False),
        Column("verdict", Text, nullable=False),
    )
    op.create_index("evidence_by_clearance", "evidence", ["clearance"])
