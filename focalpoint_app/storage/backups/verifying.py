"""A copy held against what it was made from, row by row."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from sqlcipher3 import dbapi2

from focalpoint_app.domain.errors import AppError
from focalpoint_app.storage.ciphers.ciphering import Key
from focalpoint_app.storage.database import attach, connect, file_uri
from focalpoint_app.storage.errors import translated

# Virtual tables have no root page; a table without row ids (one of the search
# index's own) is left to the check of its pages.
_TABLES = (
    "SELECT name FROM {schema}.sqlite_master WHERE type = 'table' AND rootpage > 0"
    " AND sql NOT LIKE '%WITHOUT ROWID%' AND name NOT LIKE 'sqlite_%' ORDER BY name"
)


def refuse_unlike(
    source: dbapi2.Connection, copy: Path, named: Path, key: Key | None = None
) -> None:
    """The copy is whole and says what ``source`` says in its open transaction.

    SQLite compares in C, so that 100,000 answers take a third of a second and no
    other thread waits.

    Raises:
        AppError: ``backup.unlike``; ``named`` is how the user knows the copy.
    """
    try:
        with translated(named):
            alike = _is_sound(copy, key) and _is_like(source, copy, key)
    except AppError as exc:
        if exc.code != "workspace.damaged":
            raise
        alike = False
    if not alike:
        raise AppError("backup.unlike", path=str(named))


def _is_sound(copy: Path, key: Key | None) -> bool:
    with closing(connect(file_uri(copy, "mode=ro&immutable=1"), key)) as raw:
        (verdict,) = raw.execute("PRAGMA quick_check(1)").fetchone()
    return bool(verdict == "ok")


def _is_like(source: dbapi2.Connection, copy: Path, key: Key | None) -> bool:
    attach(source, file_uri(copy, "mode=ro&immutable=1"), key, "copy")
    tables, copied = (
        source.execute(_TABLES.format(schema=schema)).fetchall()
        for schema in ("main", "copy")
    )
    return tables == copied and all(_is_same(source, table) for (table,) in tables)


def _is_same(source: dbapi2.Connection, table: str) -> bool:
    """As many rows, and none whose columns differ; the chain's heads are among them."""
    columns = [row[1] for row in source.execute(f'PRAGMA main.table_info("{table}")')]
    other = " OR ".join(f'a."{name}" IS NOT b."{name}"' for name in columns)
    (differing,) = source.execute(
        f'SELECT (SELECT count(*) FROM main."{table}")'
        f' <> (SELECT count(*) FROM copy."{table}")'
        f' OR EXISTS (SELECT 1 FROM main."{table}" a LEFT JOIN copy."{table}" b'
        f" ON b.rowid = a.rowid WHERE {other})"
    ).fetchone()
    return not differing
