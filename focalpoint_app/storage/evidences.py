"""Scans beside clearances: what they are is read apart from what they hold."""

from __future__ import annotations

import uuid
from dataclasses import asdict, fields
from datetime import datetime

from sqlalchemy import Connection, delete, select

from focalpoint_app.domain.act import Act, ActKind
from focalpoint_app.domain.canonical import sha256_hex
from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.evidence import Evidence
from focalpoint_app.storage.joining.earlier import remembered
from focalpoint_app.storage.joining.entities import EVIDENCE
from focalpoint_app.storage.log.acts import add_act
from focalpoint_app.storage.schema import clearances, evidence

_DESCRIBED = [evidence.c[field.name] for field in fields(Evidence)]


def add_evidence(connection: Connection, added: Evidence, content: bytes) -> None:
    """The scan, and in the chain that it was kept and what it held."""
    connection.execute(evidence.insert().values(**asdict(added), content=content))
    details = {"clearance": added.clearance, "content": sha256_hex(content)}
    by = (added.author, added.time)
    add_act(connection, _act(connection, ActKind.SCAN_KEPT, added.id, by, details))


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


def delete_evidence(
    connection: Connection, evidence_id: str, by: tuple[str, datetime]
) -> None:
    """``by``: author's id and time.  That it was there stays in the chain."""
    query = select(evidence.c.clearance).where(evidence.c.id == evidence_id)
    clearance: str | None = connection.scalar(query)
    if clearance is None:
        return
    details = {"clearance": clearance}
    add_act(
        connection, _act(connection, ActKind.SCAN_REMOVED, evidence_id, by, details)
    )
    with remembered(connection, EVIDENCE, [evidence_id]):
        connection.execute(delete(evidence).where(evidence.c.id == evidence_id))


def _act(
    connection: Connection,
    kind: ActKind,
    scan: str,
    by: tuple[str, datetime],
    details: dict[str, str],
) -> Act:
    query = select(clearances.c.review)
    review = connection.scalar(query.where(clearances.c.id == details["clearance"]))
    author, time = by
    return Act(str(uuid.uuid4()), str(review), kind, scan, author, time, details)
