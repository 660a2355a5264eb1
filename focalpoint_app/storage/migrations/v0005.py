"""From version 4 to 5: letters and meetings at work, and who signed replies."""

from __future__ import annotations

from alembic.operations import Operations
from sqlalchemy import Column, ForeignKey, LargeBinary, Text


def upgrade(op: Operations) -> None:
    op.create_table(
        "papers",
        Column("id", Text, primary_key=True),
        Column("review", Text, ForeignKey("reviews.id"), nullable=False),
        Column("kind", Text, nullable=False),
        Column("name", Text, nullable=False),
        Column("body", Text, nullable=False),
        Column("content", LargeBinary),
        Column("author", Text, ForeignKey("authors.id"), nullable=False),
        Column("time", Text, nullable=False),
    )
    op.create_index("papers_by_review", "papers", ["review"])
    op.create_table(
        "signers",
        Column("reply", Text, ForeignKey("replies.id"), primary_key=True),
        Column("signer", Text, nullable=False),
    )
