"""Making, opening and closing the file, each leaving it whole."""

from __future__ import annotations

import os
import shutil
import tempfile
import uuid
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from focalpoint_app.domain.errors import AppError
from focalpoint_app.storage.ciphers.ciphering import Key
from focalpoint_app.storage.creation import schema_statements
from focalpoint_app.storage.database import (
    Database,
    connect,
    file_uri,
    plain_engine,
)
from focalpoint_app.storage.errors import translated, writing_beside
from focalpoint_app.storage.file.files import (
    companion,
    flush,
    flush_folder,
    making,
    settle,
)
from focalpoint_app.storage.file.header import Header, refuse_newer
from focalpoint_app.storage.file.shape import refuse_strange
from focalpoint_app.storage.schema import APPLICATION_ID, SCHEMA_VERSION

_UNMERGED = ("-wal", "-journal")
_TRIES = 5


@dataclass(frozen=True, slots=True)
class Vantage:
    """A way to read a file without changing it: itself, or a copy in a folder."""

    uri: str
    copy: Path | None = None
    folder: tempfile.TemporaryDirectory[str] | None = None

    def leave(self) -> None:
        if self.folder is not None:
            self.folder.cleanup()


def vantage_of(path: Path, header: Header, *, is_held: bool) -> Vantage:
    """
    A held file is read through its log.  A file at rest is opened read-only; one
    whose program was killed is read in a copy, since replaying its log writes.
    """
    if is_held or not (header.has_rest or header.is_wal):
        return Vantage(file_uri(path, "mode=ro"))
    if header.has_rest:
        return copy_aside(path)
    return Vantage(file_uri(path, "mode=ro&immutable=1"))


def copy_aside(path: Path) -> Vantage:
    """A private copy with its log, which may be replayed or migrated."""
    folder = tempfile.TemporaryDirectory(prefix="focalpoint-")
    with writing_beside(Path(folder.name)):
        copied = _copied(path, Path(folder.name))
    return Vantage(file_uri(copied, "mode=rw"), copied, folder)


def refuse_taken(path: Path) -> None:
    """
    Raises:
        AppError: ``file.exists``, ``file.unwritable`` where nobody may look.
    """
    with writing_beside(path):
        if path.exists() or path.is_symlink():
            raise AppError("file.exists", path=str(path))


def create_file(
    path: Path, fill: Callable[[Database], None], key: Key | None = None
) -> None:
    """A new file, filled, flushed, and moved into place whole; encrypted with ``key``.

    Raises:
        AppError: ``file.exists``, ``file.unwritable`` or ``disk.full``.
    """
    made = path.with_name(f".{path.name}.{uuid.uuid4().hex}.new")
    with making(path, made):
        with translated(path):
            _create_tables(made, key)
            uri = file_uri(made, "mode=rw")
            with closing(Database(path, uri, is_writing=True, key=key)) as database:
                fill(database)
            settle(made, key, named=path)
        with writing_beside(path):
            flush(made)
            _place(made, path)


def inspect(path: Path, uri: str, key: Key | None) -> int:
    """The file's version, after SQLite has walked its pages (0.6 s for 400 MB).

    Raises:
        AppError: ``workspace.strange``, ``workspace.damaged``, ``workspace.newer``.
    """
    with translated(path), closing(connect(uri, key)) as raw:
        refuse_strange(raw, path)
        (verdict,) = raw.execute("PRAGMA quick_check(1)").fetchone()
        (version,) = raw.execute("PRAGMA user_version").fetchone()
    if verdict != "ok":
        raise AppError("workspace.damaged", path=str(path))
    refuse_newer(version, path)
    return int(version)


def refuse_unwritable(path: Path) -> None:
    """Root may write everything; a file marked read-only is left alone even so.

    Raises:
        AppError: ``workspace.read_only``.
    """
    marked = not path.stat().st_mode & 0o222
    if marked or not os.access(path, os.W_OK) or not os.access(path.parent, os.W_OK):
        raise AppError("workspace.read_only", path=str(path))


def _create_tables(path: Path, key: Key | None) -> None:
    with plain_engine(path, key) as engine, engine.begin() as connection:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        for statement in schema_statements():
            connection.exec_driver_sql(statement)
        connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_VERSION}")


def _place(made: Path, path: Path) -> None:
    try:
        os.link(made, path)  # Unlike a rename, never replaces what appeared since.
    except FileExistsError:
        raise
    except OSError:  # A file system without links: FAT on a stick.
        if path.exists():
            raise FileExistsError(path) from None
        made.rename(path)
    flush_folder(path.parent)


def _copied(path: Path, folder: Path) -> Path:
    """The file with its log, both of one moment."""
    for _ in range(_TRIES):
        before = _moment(path)
        for each in _present(path):
            shutil.copyfile(each, folder / each.name)
        if _moment(path) == before:
            return folder / path.name
    raise AppError("workspace.busy", path=str(path))


def _present(path: Path) -> tuple[Path, ...]:
    beside = (companion(path, suffix) for suffix in _UNMERGED)
    return (path, *(each for each in beside if each.exists()))


def _moment(path: Path) -> tuple[tuple[str, int, int], ...]:
    stats = ((each.name, each.stat()) for each in _present(path))
    return tuple((name, stat.st_size, stat.st_mtime_ns) for name, stat in stats)
