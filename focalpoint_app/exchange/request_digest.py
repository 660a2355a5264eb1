"""What tells one request from every other, and one file from every other."""

from __future__ import annotations

import hashlib
from uuid import UUID, uuid5

from focalpoint_app.domain.canonical import canonical_json, sha256_hex
from focalpoint_app.domain.consultation import Request
from focalpoint_app.domain.consultation_data import request_to_data

_ROWS = UUID("5f0c6f8e-5d0b-4c5e-9a53-8f3f3b6a7a10")


def request_digest(request: Request) -> str:
    """SHA-256, in hex, of the request's canonical JSON."""
    return sha256_hex(canonical_json(request_to_data(request)))


def reply_id(content: bytes) -> str:
    """A UUID out of a file's bytes: the same reply twice is one reply."""
    return str(UUID(bytes=hashlib.sha256(content).digest()[:16]))


def row_id(reply: str, question: str, row: int) -> str:
    """The UUID of a table's new row: the same whenever the file is read."""
    return str(uuid5(_ROWS, f"{reply}/{question}/{row}"))
