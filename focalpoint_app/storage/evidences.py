"""Scans beside clearances: what they are is read apart from what they hold."""

from __future__ import annotations

from dataclasses import asdict, fields

from sqlalchemy import Connection, delete, select

from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.evidence import Evidence
from focalpoint_app.storage.schema import evidence

_DESCRIBED = [evidence.c[field.name] for field in fields(Evidence)]


def add_evidence(connection: Connection, added: Evidence, content: bytes) -> None:
    connection.execute(evidence.insert().values(**asdict(added), content=content))


def read_evidence(connection: Connection, clearance: str) -> tuple[Evidence, ...]:
    """Oldest first."""
    query = select(*_DESCRIBED).where(evidence.c.clearance == clearance)
    rows = connection.execute(query.order_by(evidence.c.time, evidence.c.id))
    return tuple(Evidence(**row) for row in rows.mappings())


def read_content(connection: Connection, evidence_id: str) -> bytes:
    """The scan, byte for byte; ``evidence.unknown`` where there is none."""
    query = select(evidence.c.content).where(evidence.c.id == evidence_id)
    content: bytes | None = connection.scalar(query)
    if content is None:
        raise AppError("evidence.unknown", evidence=evidence_id)
    return content


def delete_evidence(connection: Connection, evidence_id: str) -> None:
    connection.execute(delete(evidence).where(evidence.c.id == evidence_id))
