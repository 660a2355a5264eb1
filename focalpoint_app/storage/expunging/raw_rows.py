"""Rows as they are stored, which is their canonical form, and JSON written of them.

Read back into values and written out again, 100,000 of them take five times as long.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from json.encoder import encode_basestring
from typing import Any

from sqlalchemy import Connection


def rows(connection: Connection, sql: str, review: str) -> Iterator[tuple[Any, ...]]:
    """Past SQLAlchemy, whose rows cost as much as the hashing."""
    raw: Any = connection.connection.driver_connection
    yield from raw.execute(sql, (review,))


def quoted(text: object) -> str:
    return encode_basestring(str(text))


def listed(texts: Sequence[Any]) -> str:
    try:
        return f"[{','.join(map(encode_basestring, texts))}]"
    except TypeError:  # A column that somebody wrote something else into.
        return f"[{','.join(map(quoted, texts))}]"
