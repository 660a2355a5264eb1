"""How a digest says that it is of more than words."""

from __future__ import annotations

from focalpoint_app.domain.canonical import sha256_hex

_FULLER = "2:"
"""Before the digests of replies and uses that seal whose they are, and when, too.

The chain holds it with them: nobody takes it away and nothing is sealed anew.
"""


def fuller(digest: str) -> str:
    return f"{_FULLER}{digest}"


def is_fuller(sealed: object) -> bool:
    return str(sealed).startswith(_FULLER)


def content_digest(content: object) -> str:
    """Of bytes that are kept; empty where somebody overwrote them with none."""
    return sha256_hex(content) if isinstance(content, bytes) else ""
