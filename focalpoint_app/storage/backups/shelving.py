"""A folder of dated backups of one workspace, apart from it."""

from __future__ import annotations

import re
import shutil
import unicodedata
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from focalpoint_app.domain.canonical import sha256_hex
from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.rolling import Reason, outdated
from focalpoint_app.storage.backups.backup import backup
from focalpoint_app.storage.ciphers.ciphering import Key
from focalpoint_app.storage.ciphers.rekeying import exchange, removed
from focalpoint_app.storage.database import Database, connect
from focalpoint_app.storage.errors import translated, writing_beside
from focalpoint_app.storage.file.files import flush, flush_folder, making
from focalpoint_app.storage.file.header import read_header
from focalpoint_app.storage.file.machine import machine_name
from focalpoint_app.storage.file.opening import vantage_of
from focalpoint_app.storage.people import read_meta
from focalpoint_app.storage.schema import SCHEMA_VERSION

_NAMED = re.compile(
    r"(?P<time>\d{8}-\d{6}-\d{6})-(?P<reason>[a-z]+)(?P<line>( .*)?)\.focalpoint",
    re.DOTALL,
)
_BEGUN = re.compile(
    rf"\.{_NAMED.pattern}(\.[0-9a-f]{{32}})?\.(new|rekeyed)(-wal|-shm|-journal)?",
    re.DOTALL,
)
_PLAIN = re.compile(r"[0-9A-Za-z-]{1,64}")
_TIME = "%Y%m%d-%H%M%S-%f"


@dataclass(frozen=True, slots=True)
class Shelved:
    """A backup in the folder; its time (UTC) and reason stand in its name.

    ``line``: of which file, on which machine.  Copies of a workspace share a shelf, and
    a backup of one is none of the other.
    """

    path: Path
    time: datetime
    reason: Reason
    line: str


def shelved(shelf: Path) -> tuple[Shelved, ...]:
    """Newest first; what has another name is not ours and is left alone."""
    found = (_shelved(each) for each in _files(shelf))
    return tuple(
        sorted((each for each in found if each), key=lambda e: e.time, reverse=True)
    )


def shelf_of(folder: Path, database: Database) -> Path:
    """Workspaces of the same name never share a shelf; what one that others made is
    called leads nowhere else."""
    with database.reading() as connection:
        said = str(read_meta(connection, "workspace") or "unnamed")
    return folder / (said if _PLAIN.fullmatch(said) else sha256_hex(said.encode()))


def shelve(database: Database, folder: Path, reason: Reason, at: datetime) -> Path:
    """Make a backup, then delete those of each line that newer ones replace.

    Raises:
        AppError: as ``backup``; ``file.unwritable`` where there can be no folder.
    """
    shelf = shelf_of(folder, database)
    target = _target(shelf, database.path, reason, at)
    backup(database, target)
    prune(shelf, at, line_of(database.path))
    return target


def is_older(path: Path) -> bool:
    """Whether opening will migrate it; raises as ``read_header``."""
    return read_header(path).version < SCHEMA_VERSION


def shelve_older(path: Path, folder: Path, at: datetime) -> Path | None:
    """A file that opening will migrate, byte for byte; None where it is current."""
    header = read_header(path)
    if header.version >= SCHEMA_VERSION:
        return None
    vantage = vantage_of(path, header, is_held=False)
    try:
        with translated(path), closing(connect(vantage.uri, header.key)) as raw:
            found = raw.execute("SELECT value FROM meta WHERE name = 'workspace'")
            shelf = folder / str((found.fetchone() or ("unnamed",))[0])
            whole = vantage.copy or path
        target = _target(shelf, path, Reason.MIGRATION, at)
        _copy(whole, target)
    finally:
        vantage.leave()
    prune(shelf, at, line_of(path))
    return target


def rekey(path: Path, key: Key | None) -> None:
    """A backup follows its workspace's passphrase.

    Raises:
        AppError: ``workspace.*`` where it cannot be opened; as ``exchange``.
    """
    exchange(path, read_header(path).key, key)


def sweep_shelf(shelf: Path, line: str | None = None) -> tuple[Path, ...]:
    """Take away backups that killed programs had begun; those that cannot be.

    ``line``: no others, which another machine may be making now.
    """
    begun = ((each, _BEGUN.fullmatch(each.name)) for each in _files(shelf))
    mine = (each for each, named in begun if named and line in (None, _line(named)))
    return tuple(each for each in mine if not removed(each))


def prune(shelf: Path, now: datetime, line: str) -> None:
    """What cannot be deleted today is tried again with the next backup."""
    sweep_shelf(shelf, line)
    kept = shelved(shelf)
    for each_line in {each.line for each in kept}:
        mine = [each for each in kept if each.line == each_line]
        old = outdated((each.time for each in mine), now)
        for each in mine:
            if each.time in old:
                with suppress(OSError):
                    each.path.unlink()


def line_of(path: Path) -> str:
    """As it ends the names of a file's backups: cut to be short enough for every file
    system (255 bytes), and long enough to be known by."""
    whole = _composed(path.stem).encode("utf-8", "surrogateescape")
    stem = whole[:100].decode("utf-8", "ignore")
    return _composed(f" {stem} {machine_name()}")


def _line(named: re.Match[str]) -> str:
    return _composed(named["line"])


def _composed(name: str) -> str:
    """Some file systems take letters and their signs apart."""
    return unicodedata.normalize("NFC", name)


def _copy(source: Path, target: Path) -> None:
    made = target.with_name(f".{target.name}.new")
    with making(target, made), writing_beside(target):
        shutil.copyfile(source, made)
        flush(made)
        made.replace(target)
        flush_folder(target.parent)


def _target(shelf: Path, path: Path, reason: Reason, at: datetime) -> Path:
    name = f"{at.astimezone(UTC):{_TIME}}-{reason}{line_of(path)}"
    try:
        shelf.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as exc:
        raise AppError("file.unwritable", path=str(shelf)) from exc
    return shelf / f"{name}.focalpoint"


def _files(shelf: Path) -> tuple[Path, ...]:
    try:
        return tuple(each for each in shelf.iterdir() if each.is_file())
    except OSError:  # No folder yet; what hinders making one is told then.
        return ()


def _shelved(path: Path) -> Shelved | None:
    named = _NAMED.fullmatch(path.name)
    if named is None or named["reason"] not in set(Reason):
        return None
    try:
        time = datetime.strptime(named["time"], _TIME).replace(tzinfo=UTC)
    except ValueError:  # Nobody's thirteenth month.
        return None
    return Shelved(path, time, Reason(named["reason"]), _line(named))
