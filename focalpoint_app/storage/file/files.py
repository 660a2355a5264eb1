"""The file and its companions: flushed, settled into one."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from pathlib import Path

from sqlcipher3 import dbapi2

from focalpoint_app.storage.ciphers.ciphering import Key
from focalpoint_app.storage.database import connect, file_uri
from focalpoint_app.storage.errors import translated, writing_beside
from focalpoint_app.storage.file.left_behind import held, sweep


def companion(path: Path, suffix: str) -> Path:
    """SQLite's file beside it: ``-wal``, ``-shm`` or ``-journal``."""
    return path.with_name(path.name + suffix)


def companions(path: Path) -> tuple[Path, ...]:
    return tuple(companion(path, suffix) for suffix in ("-wal", "-shm", "-journal"))


@contextmanager
def making(target: Path, made: Path) -> Iterator[None]:
    """
    ``made``, begun empty beside ``target``, is gone in the end with its companions;
    so is what killed programs had begun there.  A disk that does not let go of them
    hides no error that came before.
    """
    sweep(target)
    with writing_beside(target):
        made.touch(0o600, exist_ok=False)
    try:
        with ExitStack() as until_done:
            with writing_beside(target):
                until_done.enter_context(held(made))
            yield
    finally:
        for each in (made, *companions(made)):
            with suppress(OSError):
                each.unlink(missing_ok=True)


def settle(path: Path, key: Key | None, named: Path | None = None) -> bool:
    """Fold the log in and go back to one file; False while others still read it.

    What remains beside the file then is taken in at the next opening.  Errors name
    ``named`` where the user does not know ``path``.
    """
    uri = file_uri(path, "mode=rw")
    with translated(named or path), closing(connect(uri, key)) as raw:
        try:
            raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            raw.execute("PRAGMA journal_mode = DELETE")
        except dbapi2.OperationalError as exc:
            if getattr(exc, "sqlite_errorname", "").startswith("SQLITE_BUSY"):
                return False
            raise
    return True


def flush(path: Path) -> None:
    """The file's bytes are on the disk when this returns."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def flush_folder(folder: Path) -> None:
    if os.name == "nt":  # Windows cannot open folders, and orders renames itself.
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
