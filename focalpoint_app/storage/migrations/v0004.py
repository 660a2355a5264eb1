"""From version 3 to 4: acts in the chain, and guards that know of expunging."""

from __future__ import annotations

import uuid
from typing import Any

from alembic.operations import Operations
from sqlalchemy import Column, ForeignKey, Row, Text, text

from focalpoint_app.domain.canonical import sha256_hex
from focalpoint_app.storage.guards import act_guards, reguarded
from focalpoint_app.storage.migrations.frozen import add_act

_SCANS = text(
    "SELECT e.id, e.clearance, e.content, e.time, e.author, c.review FROM evidence e"
    " JOIN clearances c ON c.id = e.clearance ORDER BY e.time, e.id"
)


def upgrade(op: Operations) -> None:
    names = ("kind", "subject")
    op.create_table(
        "acts",
        Column("id", Text, primary_key=True),
        Column("review", Text, ForeignKey("reviews.id"), nullable=False),
        *(Column(name, Text, nullable=False) for name in names),
        Column("author", Text, ForeignKey("authors.id"), nullable=False),
        *(Column(name, Text, nullable=False) for name in ("time", "details", "digest")),
    )
    op.create_index("acts_by_review", "acts", ["review"])
    for row in op.get_bind().execute(_SCANS).all():  # As they are found.
        add_act(op.get_bind(), _kept(row))
    for statement in (*act_guards(), *reguarded()):
        op.execute(statement)


def _kept(row: Row[Any]) -> dict[str, Any]:
    return {
        "id": str(uuid.uuid4()),
        "review": row.review,
        "kind": "scan_kept",
        "subject": row.id,
        "author": row.author,
        "time": row.time,
        "details": {"clearance": row.clearance, "content": sha256_hex(row.content)},
    }
