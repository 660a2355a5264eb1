"""A whole copy of an open workspace, made while it is written to."""

from __future__ import annotations

import os
import time
import uuid
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from sqlcipher3 import dbapi2

from focalpoint_app.domain.errors import AppError
from focalpoint_app.storage.backups.bytewise import copied_bytewise
from focalpoint_app.storage.backups.verifying import refuse_unlike
from focalpoint_app.storage.ciphers.ciphering import Key
from focalpoint_app.storage.database import Database, connect, file_uri
from focalpoint_app.storage.errors import translated, writing_beside
from focalpoint_app.storage.file.files import flush, flush_folder, making, settle

_PAGES = 256
"""Copied and flushed between two breaths: 1 MB."""

_BREATH = 0.001
"""Seconds in which a waiting save comes in."""


def backup(database: Database, target: Path) -> None:
    """``target`` becomes one complete file, or stays what it was.

    It is read back and compared before it takes its place.

    Raises:
        AppError: ``file.same``, ``file.unwritable``, ``disk.full`` or
            ``backup.unlike``.
    """
    with writing_beside(target):
        target = target.resolve()
        if _is_same(target, database.path):  # What is written later would go nowhere.
            raise AppError("file.same", file=target.name)
    made = target.with_name(f".{target.name}.{uuid.uuid4().hex}.new")
    key = database.key  # It may be locked meanwhile.
    with making(target, made):
        if not copied_bytewise(database, made, target):
            with translated(database.path), closing(database.connect()) as source:
                _copy_settled(source, key, made, target)
        _place(made, target)


def back_up_through(source: dbapi2.Connection, key: Key | None, target: Path) -> None:
    """As ``backup``, of the file that ``source`` has open, whatever its name is now."""
    made = target.with_name(f".{target.name}.{uuid.uuid4().hex}.new")
    with making(target, made):
        with translated(target):
            _copy_settled(source, key, made, target)
        _place(made, target)


def _copy_settled(
    source: dbapi2.Connection, key: Key | None, made: Path, target: Path
) -> None:
    """Encrypted with the same key, or with none, as SQLite copies pages."""
    # One consistent view, which later saves do not disturb.
    source.execute("BEGIN")
    source.execute("SELECT count(*) FROM sqlite_master").fetchone()
    with translated(target), writing_beside(target):
        _copy(source, key, made)
    settle(made, key, named=target)
    refuse_unlike(source, made, target, key)


def _place(made: Path, target: Path) -> None:
    with writing_beside(target):
        flush(made)
        made.replace(target)
        flush_folder(target.parent)


def _is_same(target: Path, path: Path) -> bool:
    return target.exists() and path.exists() and target.samefile(path)


def _copy(source: dbapi2.Connection, key: Key | None, made: Path) -> None:
    with (
        closing(connect(file_uri(made, "mode=rw"), key)) as copy,
        made.open("rb+") as file,
    ):
        copy.execute("PRAGMA synchronous = OFF")  # We flush it ourselves, bit by bit.
        source.backup(copy, pages=_PAGES, progress=_flushing(file.fileno()))


def _flushing(descriptor: int) -> Callable[[int, int, int], None]:
    """One flush of 100 MB at the end would hold up everybody's next save."""

    def flush_now(_status: int, _remaining: int, _total: int) -> None:
        os.fsync(descriptor)
        time.sleep(_BREATH)

    return flush_now
