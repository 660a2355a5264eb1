"""From version 7 to 8: requests withdrawn, judgements undone, suggestions kept."""

from __future__ import annotations

from alembic.operations import Operations
from sqlalchemy import Boolean, Column, ForeignKey, PrimaryKeyConstraint, Text


def upgrade(op: Operations) -> None:
    op.create_table(
        "withdrawals",
        Column("id", Text, primary_key=True),
        _link("review", "reviews"),
        _link("request", "requests"),
        *_texts("reason"),
        _link("author", "authors"),
        *_texts("time", "salt", "sealed", "step"),
        Column("is_undone", Boolean, nullable=False),
    )
    op.create_index("withdrawals_by_step", "withdrawals", ["step"])
    op.create_table(
        "suggested",
        Column("stakeholder", Text, primary_key=True),
        *_texts("suggestion"),
    )
    op.create_table(
        "judgements",
        *_texts("step", "kind", "subject", "before", "after"),
        PrimaryKeyConstraint("step", "kind", "subject"),
    )


def _texts(*names: str) -> tuple[Column[str], ...]:
    return tuple(Column(name, Text, nullable=False) for name in names)


def _link(name: str, target: str) -> Column[str]:
    return Column(name, Text, ForeignKey(f"{target}.id"), nullable=False)
