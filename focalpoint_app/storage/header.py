"""The first hundred bytes, read as plain bytes before any engine sees the file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from focalpoint_app.domain.errors import AppError
from focalpoint_app.storage.files import companion
from focalpoint_app.storage.schema import APPLICATION_ID, SCHEMA_VERSION

_MAGIC = b"SQLite format 3\x00"
_LENGTH = 100
_WAL = 2


@dataclass(frozen=True, slots=True)
class Header:
    """``has_rest``: a log or journal lies beside it, with contents not yet in it."""

    version: int
    is_wal: bool
    has_rest: bool


def read_header(path: Path) -> Header:
    """What the file says of itself (https://sqlite.org/fileformat2.html, 1.3).

    Raises:
        AppError: ``workspace.not_found``, ``workspace.unreadable``,
            ``workspace.foreign``, ``workspace.damaged`` or ``workspace.newer``.
    """
    first = _first_bytes(path)
    if not first.startswith(_MAGIC) or len(first) < _LENGTH:
        raise AppError("workspace.foreign", path=str(path))
    if _number(first, 68) != APPLICATION_ID:
        raise AppError("workspace.foreign", path=str(path))
    header = Header(_number(first, 60), first[18] == _WAL, _has_rest(path))
    if not header.has_rest and _is_cut(first, path.stat().st_size):
        raise AppError("workspace.damaged", path=str(path))
    refuse_newer(header.version, path)
    return header


def refuse_newer(version: int, path: Path) -> None:
    if version > SCHEMA_VERSION:
        raise AppError("workspace.newer", path=str(path), version=version)


def _first_bytes(path: Path) -> bytes:
    if path.is_dir():
        raise AppError("workspace.foreign", path=str(path))
    try:
        with path.open("rb") as file:
            return file.read(_LENGTH)
    except FileNotFoundError as exc:
        raise AppError("workspace.not_found", path=str(path)) from exc
    except OSError as exc:
        raise AppError("workspace.unreadable", path=str(path)) from exc


def _has_rest(path: Path) -> bool:
    beside = (companion(path, "-wal"), companion(path, "-journal"))
    return any(each.exists() and each.stat().st_size > 0 for each in beside)


def _is_cut(first: bytes, size: int) -> bool:
    page_size = int.from_bytes(first[16:18], "big")
    page_size = 65536 if page_size == 1 else page_size
    if page_size < 512 or page_size & (page_size - 1):
        return True
    if first[24:28] != first[92:96]:  # Then the page count is not to be trusted.
        return False
    return size < _number(first, 28) * page_size


def _number(content: bytes, at: int) -> int:
    return int.from_bytes(content[at : at + 4], "big")
