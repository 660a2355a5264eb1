"""Workspaces whose schema acts by itself, or whose pages lead nowhere."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from sqlcipher3 import dbapi2

ENDLESS = "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c)"
VAST = "length(zeroblob(900000000))"
SCHEMAS = {
    "endless view": (
        "ALTER TABLE meta RENAME TO former",
        f"CREATE VIEW meta AS {ENDLESS} SELECT 'workspace' AS name, x AS value FROM c",
    ),
    "endless trigger": (
        "CREATE TRIGGER waits AFTER INSERT ON chain"
        f" BEGIN SELECT count(*) FROM ({ENDLESS} SELECT x FROM c); END",
    ),
    "forging trigger": (
        "CREATE TRIGGER forges AFTER INSERT ON fields"
        " BEGIN UPDATE fields SET content = '\"no\"'; END",
    ),
    "guard that acts": (
        "DROP TRIGGER chain_refuse_delete",
        "CREATE TRIGGER chain_refuse_delete BEFORE DELETE ON chain"
        " BEGIN DELETE FROM revisions; END",
    ),
    "vast check": (f"CREATE TABLE more (a, CHECK ({VAST} > 0))",),
    "vast index": ("CREATE TABLE more (a)", f"CREATE INDEX m ON more ({VAST})"),
    "index of a table of ours": (f"CREATE INDEX m ON meta ({VAST})",),
    "vast column": (f"CREATE TABLE more (a, b AS ({VAST}) STORED)",),
    "own full text": ("CREATE VIRTUAL TABLE more USING fts5(a)",),
    "five thousand tables": (  # Made one by one they take five seconds.
        "CREATE TABLE t0 (a)",
        "PRAGMA writable_schema = ON",
        "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c WHERE x < 4999)"
        " INSERT INTO sqlite_master SELECT type, 't' || x, 't' || x, rootpage,"
        " 'CREATE TABLE t' || x || ' (a)' FROM sqlite_master, c WHERE name = 't0'",
    ),
}


def write(folder: Path, sound: Path) -> Iterator[Path]:
    """One file for each of SCHEMAS, made from a sound workspace."""
    for name, statements in SCHEMAS.items():
        path = folder / f"{name}.focalpoint"
        shutil.copy(sound, path)
        with closing(dbapi2.connect(str(path), isolation_level=None)) as raw:
            for each in ("BEGIN", *statements, "COMMIT"):
                raw.execute(each)
        yield path


def looping(sound: Path) -> bytes:
    """Every page above the leaves leads to itself, hundreds of times."""
    content = bytearray(sound.read_bytes())
    size = int.from_bytes(content[16:18], "big")
    for number in range(1, len(content) // size):
        start = number * size
        content[start : start + size] = _inner_page(number + 1, size)
    return bytes(content)


def _inner_page(own: int, size: int) -> bytes:
    count = 300
    cells = own.to_bytes(4, "big") + b"\x01"
    places = (size - 5).to_bytes(2, "big") * count
    head = b"\x05\0\0" + count.to_bytes(2, "big") + (size - 5).to_bytes(2, "big")
    page = head + b"\0" + own.to_bytes(4, "big") + places
    return page.ljust(size - 5, b"\0") + cells
