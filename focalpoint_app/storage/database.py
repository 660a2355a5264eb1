"""Connections and short transactions on one workspace file."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, Engine, event
from sqlcipher3 import dbapi2

from focalpoint_app.domain.errors import AppError
from focalpoint_app.storage.ciphers.barrier import Barrier
from focalpoint_app.storage.ciphers.ciphering import Key
from focalpoint_app.storage.engines import engine_on
from focalpoint_app.storage.errors import translated
from focalpoint_app.storage.turns import Turns

BUSY_SECONDS = 2.0
"""Waited for another process before ``workspace.busy``."""

_FIRST = (
    "PRAGMA cipher_log_level = NONE",  # Before any other: it prints what it does.
    "PRAGMA temp_store = MEMORY",  # What is sorted is on no disk.
)
_ALWAYS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA trusted_schema = OFF",
)
_WRITING = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA wal_autocheckpoint = 0",  # Or a save would pay for the import before it.
    "PRAGMA journal_size_limit = 8388608",
    "PRAGMA cache_size = -16384",  # In kB: an import's indexes, 30,000 rows of them.
)
_LOG_LIMIT = 4_194_304
"""Bytes in the log before ``fold_log`` does anything."""

_FOLD = "PRAGMA wal_checkpoint(PASSIVE)"

LONG_LOG = 268_435_456
"""Where an import folds it once, at its end: each time costs what it has grown by."""


def _nothing() -> None:
    """No reason not to write."""


class Database:
    """One engine; any thread may call, and writers of this process take turns."""

    def __init__(
        self,
        path: Path,
        uri: str,
        *,
        is_writing: bool,
        key: Key | None = None,
        before_writing: Callable[[], None] = _nothing,
    ) -> None:
        """``path`` is named in errors, ``uri`` opened (``file_uri``) with ``key``.

        ``before_writing`` may refuse a transaction, or a connection, to come.
        """
        self._before_writing = before_writing
        self.path = path
        self.is_writing = is_writing
        self.key = key
        self.is_locked = False
        self.barrier = Barrier()
        self.descriptor: Callable[[], int] | None = None
        """Reads the file itself while this is open; POSIX drops all locks on a file
        with any handle that is closed, so nobody opens another."""
        self._uri = uri
        self.turns = Turns()
        self._engine = self._new_engine()
        self._durable = self._writer("FULL")
        self._brief = self._writer("NORMAL")

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One consistent view; closed at the end."""
        self._refuse_barred()
        with translated(self.path), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Committed whole or not at all; the write lock is held throughout."""
        with self._writing(self._durable) as connection:
            yield connection

    @contextmanager
    def writing_briefly(self, longest_log: int = _LOG_LIMIT) -> Iterator[Connection]:
        """One small transaction of a long act, then time for whoever waits.

        Whole at once, but on the disk only with the next ``writing``: a power cut
        may take back the last of them, never an earlier one alone.
        """
        with self._writing(self._brief) as connection:
            yield connection
        self.fold_log(longest_log)
        self.turns.let_in()

    @contextmanager
    def rehearsing(self) -> Iterator[Connection]:
        """For statements that leave no trace; keys may lead nowhere."""
        self._refuse_barred()
        with (
            self.turns.taken(),
            translated(self.path),
            self._durable.connect() as connection,
            connection.begin() as never,
        ):
            connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
            yield connection
            never.rollback()

    def fold_log(self, longest: int = _LOG_LIMIT) -> None:
        """Take a long log into the file; writers go on meanwhile.

        Long acts and seals do it, autosaves never: it waits for the disk.
        """
        log = self.path.with_name(self.path.name + "-wal")
        if log.exists() and log.stat().st_size > longest:
            with translated(self.path), closing(self._engine.raw_connection()) as raw:
                raw.cursor().execute(_FOLD)

    def empty_log(self) -> None:
        """Nothing of what was written before is left in it, unless somebody reads it
        still; then when the file is closed."""
        with translated(self.path), closing(self._engine.raw_connection()) as raw:
            raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def begin_still(self, raw: dbapi2.Connection) -> bool:
        """Whether the file alone is what ``raw`` reads from now on, and nobody writes
        into it until its transaction ends.

        A reader that finds the whole log folded in ignores it, and then nothing may be
        folded in (https://sqlite.org/walformat.html#the_wal_index_file_format,
        WAL_READ_LOCK(0)); of a file without a log it is the shared lock.
        """
        if not self.is_writing:
            _look(raw)
            return _is_at_rest(raw) or _ended(raw)
        raw.execute(_FOLD)  # Most of it, while others go on writing.
        with self.turns.taken():
            _, logged, folded = raw.execute(_FOLD).fetchone()
            _look(raw)
        return bool(logged == folded) or _ended(raw)

    @contextmanager
    def _writing(self, writer: Engine) -> Iterator[Connection]:
        if not self.is_writing:
            raise AppError("workspace.read_only", path=str(self.path))
        self._refuse_barred()
        self._before_writing()
        with self.turns.taken(), translated(self.path), writer.begin() as connection:
            yield connection

    @contextmanager
    def put_by(self) -> Iterator[None]:
        """No connection is open and no write begins: the file may be exchanged.

        Whoever was reading goes on reading the old one, and is heard of no more.
        """
        with self.turns.taken():
            self.close()
            try:
                yield
            finally:
                self.close()

    def close(self) -> None:
        self._engine.dispose()

    def connect(self) -> dbapi2.Connection:
        """A connection as the engine's are, for what SQLAlchemy does not say."""
        self._before_writing()
        self._refuse_barred()
        connection = connect(self._uri, self.key)
        for pragma in self._pragmas:
            connection.execute(pragma)
        return connection

    @contextmanager
    def connected(self) -> Iterator[dbapi2.Connection | None]:
        """A connection that was there already; None where there is none."""
        pool: Any = self._engine.pool
        if not pool.checkedin():
            yield None
            return
        with closing(self._engine.raw_connection()) as raw:
            yield raw.driver_connection

    def _refuse_barred(self) -> None:
        """Also where a connection is there that would still read."""
        if code := self.barrier.refusal:
            raise AppError(code, path=str(self.path))

    @property
    def _pragmas(self) -> tuple[str, ...]:
        return _ALWAYS + _WRITING if self.is_writing else _ALWAYS

    def _writer(self, synchronous: str) -> Engine:
        begin = (f"PRAGMA synchronous = {synchronous}", "BEGIN IMMEDIATE")
        return self._engine.execution_options(begin=begin)

    def _new_engine(self) -> Engine:
        engine = engine_on(self.connect)
        event.listen(engine, "begin", _begin)
        return engine


@contextmanager
def plain_engine(path: Path, key: Key | None) -> Iterator[Engine]:
    """For making and migrating: no log, no foreign keys, one connection."""
    engine = engine_on(lambda: connect(file_uri(path, "mode=rw"), key))
    try:
        yield engine
    finally:
        engine.dispose()


def connect(uri: str, key: Key | None = None) -> dbapi2.Connection:
    """Autocommitting: transactions begin where we say so."""
    connection = dbapi2.connect(
        uri,
        uri=True,
        timeout=BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,
    )
    for pragma in _FIRST if key is None else (*_FIRST, *_keyed(key)):
        connection.execute(pragma)
    return connection


def _look(raw: dbapi2.Connection) -> None:
    raw.execute("BEGIN")
    raw.execute("SELECT count(*) FROM sqlite_master").fetchone()


def _is_at_rest(raw: dbapi2.Connection) -> bool:
    return bool(raw.execute("PRAGMA journal_mode").fetchone() == ("delete",))


def _ended(raw: dbapi2.Connection) -> bool:
    raw.execute("ROLLBACK")
    return False


def _keyed(key: Key) -> tuple[str, ...]:
    return f'PRAGMA key = "{key.pragma}"', "PRAGMA cipher_compatibility = 4"


def attach(
    connection: dbapi2.Connection, uri: str, key: Key | None, schema: str
) -> None:
    """Unlike an ``ATTACH`` that names no key, never with the one of ``main``."""
    said = key.pragma if key else ""
    connection.execute(f"ATTACH ? AS {schema} KEY ?", (uri, said))


def file_uri(path: Path, mode: str) -> str:
    """``file:///folder/name?mode``; a UNC path gets SQLite's four slashes.

    Bytes that are no UTF-8, as old archives leave them in names, stay as they are.
    """
    posix = path.absolute().as_posix()
    quoted = quote(os.fsencode(posix))
    return f"file://{'' if posix.startswith('/') else '/'}{quoted}?{mode}"


def _begin(connection: Connection) -> None:
    options: Any = connection.get_execution_options()
    raw: Any = connection.connection.driver_connection
    for statement in options.get("begin", ("BEGIN",)):
        raw.execute(statement)  # Three times cheaper than by way of SQLAlchemy.
