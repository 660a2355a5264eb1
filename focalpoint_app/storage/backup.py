"""A whole copy of an open workspace, made while it is written to."""

from __future__ import annotations

import os
import time
import uuid
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from focalpoint_app.domain.errors import AppError
from focalpoint_app.storage.database import Database, connect, file_uri
from focalpoint_app.storage.errors import translated, writing_beside
from focalpoint_app.storage.files import flush, flush_folder, making, settle

_PAGES = 256
"""Copied and flushed between two breaths: 1 MB."""

_BREATH = 0.001
"""Seconds in which a waiting save comes in."""


def backup(database: Database, target: Path) -> None:
    """``target`` becomes one complete file, or stays what it was.

    Raises:
        AppError: ``file.same``, ``file.unwritable`` or ``disk.full``.
    """
    target = target.resolve()
    if target.exists() and target.samefile(
        database.path
    ):  # What is written later would go nowhere.
        raise AppError("file.same", file=target.name)
    made = target.with_name(f".{target.name}.{uuid.uuid4().hex}.new")
    with making(target, made):
        with translated(target), writing_beside(target):
            _copy(database, made)
        settle(made, named=target)
        with writing_beside(target):
            flush(made)
            made.replace(target)
            flush_folder(target.parent)


def _copy(database: Database, made: Path) -> None:
    """From one consistent view, which later saves do not disturb."""
    with (
        closing(database.connect()) as source,
        closing(connect(file_uri(made, "mode=rw"))) as copy,
        made.open("rb+") as file,
    ):
        copy.execute("PRAGMA synchronous = OFF")  # We flush it ourselves, bit by bit.
        source.execute("BEGIN")
        source.execute("SELECT count(*) FROM meta").fetchone()
        source.backup(copy, pages=_PAGES, progress=_flushing(file.fileno()))
        source.execute("COMMIT")


def _flushing(descriptor: int) -> Callable[[int, int, int], None]:
    """One flush of 100 MB at the end would hold up everybody's next save."""

    def flush_now(_status: int, _remaining: int, _total: int) -> None:
        os.fsync(descriptor)
        time.sleep(_BREATH)

    return flush_now
