"""A sealed revision: immutable content of one field, with parents and digest."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from focalpoint_app.domain.canonical import canonical_json, sha256_hex
from focalpoint_app.domain.content import Content, FieldKey


@dataclass(frozen=True, slots=True)
class Revision:
    """Order comes from ``parents`` (ids, none to two), never from ``time``.

    ``content_digest`` is salted, so that expunged content (``expunged`` true,
    content None) leaves a chain that still verifies and nothing to guess at.
    """

    id: str
    key: FieldKey
    parents: tuple[str, ...]
    author: str
    time: datetime
    salt: str
    content: Content
    content_digest: str
    digest: str
    expunged: bool = False


def content_digest(salt: str, content: Content) -> str:
    """SHA-256, in hex, of the salt (hex, 32 digits) and the canonical content."""
    return sha256_hex(bytes.fromhex(salt) + canonical_json(content))


def revision_digest(
    revision_id: str,
    key: FieldKey,
    parents: tuple[str, ...],
    signed: tuple[str, datetime, str],
) -> str:
    """SHA-256, in hex.  ``signed`` is author id, time and content digest.

    ``parents`` are the parents' digests, sorted: the chain runs through content.
    """
    author, time, content = signed
    return sha256_hex(
        canonical_json(
            {
                "id": revision_id,
                "field": [key.question, key.field.value, key.language, key.item],
                "parents": sorted(parents),
                "author": author,
                "time": time,
                "content": content,
            }
        )
    )
