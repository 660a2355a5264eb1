"""Looking a file over, from its pages to its sealed past; nothing is changed."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection
from sqlcipher3 import dbapi2

from focalpoint_app.domain.errors import AppError
from focalpoint_app.storage import reviews
from focalpoint_app.storage.creation import schema_statements
from focalpoint_app.storage.database import Database, connect
from focalpoint_app.storage.file.header import Header, read_header
from focalpoint_app.storage.file.held import take_for_reading
from focalpoint_app.storage.file.lock import holder_of
from focalpoint_app.storage.file.opening import vantage_of
from focalpoint_app.storage.log import checking
from focalpoint_app.storage.log.checking import Problem
from focalpoint_app.storage.schema import SCHEMA_VERSION

_OBJECTS = (
    "SELECT type || ' ' || name, sql FROM sqlite_master"
    " WHERE sql IS NOT NULL AND name NOT LIKE 'search_index_%'"
)
# A field that counts as sealed says what the last revision of that field says.  Where
# there are two, a card asks which: until it is settled, what stood stands.
_UNLIKE_SEALED = (
    "SELECT f.question FROM fields f JOIN revisions r ON r.id = f.base"
    " WHERE (f.is_sealed AND NOT r.is_expunged AND f.content IS NOT r.content)"
    " OR (f.is_sealed AND EXISTS"
    " (SELECT 1 FROM revision_parents p WHERE p.parent = r.id) AND 1 ="
    " (SELECT count(*) FROM revisions h WHERE h.review = f.review"
    " AND h.question = f.question AND h.field = f.field"
    " AND h.language = f.language AND h.item = f.item AND NOT EXISTS"
    " (SELECT 1 FROM revision_parents p WHERE p.parent = h.id)))"
    " OR r.review IS NOT f.review OR r.question IS NOT f.question"
    " OR r.field IS NOT f.field OR r.language IS NOT f.language"
    " OR r.item IS NOT f.item"
)
_NO_REVISION = (
    "SELECT f.question FROM fields f LEFT JOIN revisions r ON r.id = f.base"
    " WHERE (f.base IS NOT NULL AND r.id IS NULL)"
    " OR (f.base IS NULL AND f.is_sealed AND f.content IS NOT NULL)"
)
_MISSING = (
    "SELECT question FROM (SELECT review, question, field, language, item"
    " FROM revisions GROUP BY review, question, field, language, item) r"
    " WHERE NOT EXISTS (SELECT 1 FROM fields f WHERE f.review = r.review"
    " AND f.question = r.question AND f.field = r.field"
    " AND f.language = r.language AND f.item = r.item)"
)
_COUNTED = ("fields", "revisions", "chain", "clearances", "replies")
_ENOUGH = 100
"""Faults of pages that are told; more say nothing new."""

_CACHE = 262_144
"""kB at most, for the walk and for what is read beside it: each page is looked at
several times, and deciphered but once by either."""


@dataclass(frozen=True, slots=True)
class Examination:
    """``counted``: rows by table; empty where the pages cannot be walked."""

    problems: tuple[Problem, ...]
    counted: dict[str, int]

    @property
    def is_healthy(self) -> bool:
        return not self.problems


def examine(path: Path) -> Examination:
    """
    Besides ``checking.Problem``'s codes: file.damaged (in SQLite's words, where it
    has any),
    schema.differs (which table), row.orphaned (which table), field.unlike_sealed,
    field.no_revision, field.missing.

    Raises:
        AppError: ``workspace.not_found``, ``.unreadable``, ``.foreign``, ``.newer``
            or ``.busy``: it cannot be looked at.
    """
    path = path.resolve()
    try:
        header = read_header(path)
        if header.version < SCHEMA_VERSION:
            with closing(take_for_reading(path)) as held:
                return _examined(held.database)
        return _looked_at(path, header)
    except AppError as exc:
        if exc.code != "workspace.damaged":
            raise
        return Examination((Problem("file.damaged", ""),), {})


def _looked_at(path: Path, header: Header) -> Examination:
    """Without the walk that opening begins with: ours looks closer."""
    vantage = vantage_of(path, header, is_held=holder_of(path) is not None)
    try:
        with closing(
            Database(path, vantage.uri, is_writing=False, key=header.key)
        ) as database:
            return _examined(database)
    finally:
        vantage.leave()


def _examined(database: Database) -> Examination:
    """The walk is SQLite's work, in C, and so is what is asked of the pages that it has
    deciphered; meanwhile digests are worked out.
    """
    with database.reading() as connection, closing(database.connect()) as walking:
        reading: Any = connection.connection.driver_connection
        for each in (reading, walking):
            each.execute(f"PRAGMA cache_size = -{_CACHE}")
        with ThreadPoolExecutor(1, "doctor") as beside:
            sound = beside.submit(_read_through, connection, reading)
            damaged = tuple(_pages(walking))
            if damaged:  # Whatever is read of such pages says nothing.
                reading.interrupt()
                return Examination(damaged, {})
            loose = tuple(_loose(walking))
            past = sound.result()
            return Examination((*past.problems, *loose), past.counted)


def _read_through(connection: Connection, raw: dbapi2.Connection) -> Examination:
    return Examination(tuple(_problems(connection, raw)), _counted(raw))


def _problems(connection: Connection, raw: dbapi2.Connection) -> Iterator[Problem]:
    yield from _schema(raw)
    for review in reviews.read_reviews(connection):
        yield from checking.problems(connection, review.id)


def _loose(raw: dbapi2.Connection) -> Iterator[Problem]:
    """Rows that do not fit each other."""
    orphans = raw.execute("PRAGMA foreign_key_check").fetchall()
    yield from (Problem("row.orphaned", table) for table in {row[0] for row in orphans})
    yield from _of_questions(raw, "field.unlike_sealed", _UNLIKE_SEALED)
    yield from _of_questions(raw, "field.no_revision", _NO_REVISION)
    yield from _of_questions(raw, "field.missing", _MISSING)


def _pages(raw: dbapi2.Connection) -> Iterator[Problem]:
    """SQLite tells many faults of pages in one breath, under a heading."""
    for (said,) in raw.execute(f"PRAGMA integrity_check({_ENOUGH})").fetchall():
        for line in said.splitlines():
            if line != "ok" and not line.startswith("***"):
                yield Problem("file.damaged", line)


def _schema(raw: dbapi2.Connection) -> Iterator[Problem]:
    """Tables, indexes and guards are those of a new file, no more and no less."""
    expected, found = _new_schema(), _schema_of(raw)
    for name in sorted(expected.keys() | found.keys()):
        if expected.get(name) != found.get(name):
            yield Problem("schema.differs", name)


def _schema_of(raw: dbapi2.Connection) -> dict[str, str]:
    return {name: " ".join(sql.split()) for name, sql in raw.execute(_OBJECTS)}


def _new_schema() -> dict[str, str]:
    with closing(connect("file::memory:")) as raw:
        for statement in schema_statements():
            raw.execute(statement)
        return _schema_of(raw)


def _of_questions(raw: dbapi2.Connection, code: str, sql: str) -> Iterator[Problem]:
    for question in sorted({question for (question,) in raw.execute(sql)}):
        yield Problem(code, question, question)


def _counted(raw: dbapi2.Connection) -> dict[str, int]:
    return {
        table: raw.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
        for table in _COUNTED
    }
