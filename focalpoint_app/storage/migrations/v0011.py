"""From version 10 to 11: marks of earlier states lie under a key of the file's own.

A file that nothing was expunged from goes on without one, so that it can be joined
with its copies; of any other the marks are sealed with a key that nobody keeps.
"""

from __future__ import annotations

import secrets

from alembic.operations import Operations
from sqlalchemy import Connection, text

from focalpoint_app.domain.canonical import canonical_json, sha256_hex
from focalpoint_app.storage.migrations.frozen import marks_of

_EXPUNGED = text("SELECT review FROM acts WHERE kind = 'expunged' LIMIT 1")
_MARKS = text("SELECT kind, subject, number, marks FROM earlier")
_SEAL = text(
    "UPDATE earlier SET marks = :marks"
    " WHERE kind = :kind AND subject = :subject AND number = :number"
)
_SAY = text("INSERT OR REPLACE INTO meta VALUES (:name, :value)")


def upgrade(op: Operations) -> None:
    connection = op.get_bind()
    expunged = connection.execute(_EXPUNGED).first()
    if expunged is None:
        return
    _seal(connection, secrets.token_hex(16))
    key = {"name": "marks_key", "value": secrets.token_hex(16)}
    connection.execute(_SAY, key)
    connection.execute(_SAY, {"name": "scrub_due", "value": expunged.review})


def _seal(connection: Connection, key: str) -> None:
    for row in connection.execute(_MARKS).mappings().all():
        marks = marks_of(row["marks"])
        new = {name: _sealed(f"{key}/{name}/", mark) for name, mark in marks.items()}
        said = canonical_json(new).decode()
        connection.execute(_SEAL, {**row, "marks": said})


def _sealed(key: str, mark: str) -> str:
    return f"~{sha256_hex((key + mark).encode())[:16]}" if mark else mark
