"""From version 5 to 6: the letters that follow a request."""

from __future__ import annotations

from alembic.operations import Operations
from sqlalchemy import Column, ForeignKey, Text


def upgrade(op: Operations) -> None:
    op.create_table(
        "reminders",
        Column("id", Text, primary_key=True),
        Column("review", Text, ForeignKey("reviews.id"), nullable=False),
        Column("request", Text, ForeignKey("requests.id"), nullable=False),
        Column("step", Text, nullable=False),
        Column("until", Text, nullable=False),
        Column("register", Text, nullable=False),
        Column("author", Text, ForeignKey("authors.id"), nullable=False),
        Column("time", Text, nullable=False),
    )
    op.create_index("reminders_by_review", "reminders", ["review"])
