"""The first page, read as plain bytes before any engine sees the file."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from focalpoint_app.domain.errors import AppError
from focalpoint_app.storage.ciphers.ciphering import PAGE, SALT, Key
from focalpoint_app.storage.ciphers.keyring import keyring
from focalpoint_app.storage.file.files import companion, companions
from focalpoint_app.storage.schema import APPLICATION_ID, SCHEMA_VERSION

_MAGIC = b"SQLite format 3\x00"
_LENGTH = 100
_WAL = 2
_LOG_HEADER, _FRAME_HEADER = 32, 24
_STRETCH, _VARIED = 256, 130
"""Of 256 random bytes 162 values occur, give or take six; 136 at least in 640,000
tries.
"""
_PACKED = (
    b"PK\x03\x04", b"%PDF", b"\x89PNG", b"\xff\xd8\xff\xe0", b"\xff\xd8\xff\xe1",
    b"\x1f\x8b\x08\x00", b"\x1f\x8b\x08\x08", b"7z\xbc\xaf", b"Rar!", b"\xfd7zX",
    b"\x28\xb5\x2f\xfd", b"\x04\x22\x4d\x18", b"BZh9",
)  # fmt: skip
"""Whose contents are as noisy as ours; four bytes, or a salt would be taken for one."""


@dataclass(frozen=True, slots=True)
class Header:
    """``has_rest``: a log or journal lies beside it, with contents not yet in it.

    ``key`` is None where the file is not encrypted.
    """

    version: int
    is_wal: bool
    has_rest: bool
    key: Key | None = None


def read_header(path: Path) -> Header:
    """What the file says of itself (https://sqlite.org/fileformat2.html, 1.3).

    The passphrase of an encrypted one is asked of the ``keyring``.

    Raises:
        AppError: ``workspace.not_found``, ``workspace.unreadable``,
            ``workspace.foreign``, ``workspace.damaged``, ``workspace.newer``,
            ``workspace.locked`` or ``workspace.wrong_passphrase``.
    """
    page = _recognised(path)
    if page.startswith(_MAGIC):
        return _header(path, page, None)
    pages = (page, *_logged_first_pages(path))
    key = keyring().key_for(path, page[:SALT], lambda key: any(map(key.fits, pages)))
    return _header(path, key.plain(next(filter(key.fits, pages))), key)


def is_encrypted(path: Path) -> bool:
    """
    Raises:
        AppError: ``workspace.not_found``, ``.unreadable`` or ``.foreign``.
    """
    return bool(salt_of(path))


def salt_of(path: Path) -> bytes:
    """Empty where it is not encrypted; raises as ``is_encrypted``."""
    page = _recognised(path)
    return b"" if page.startswith(_MAGIC) else page[:SALT]


def _recognised(path: Path) -> bytes:
    page = _first_bytes(path)
    if not page.startswith(_MAGIC) and not _is_ciphered(page):
        raise AppError("workspace.foreign", path=str(path))
    return page


def _header(path: Path, page: bytes, key: Key | None) -> Header:
    if len(page) < _LENGTH or _number(page, 68) != APPLICATION_ID:
        raise AppError("workspace.foreign", path=str(path))
    header = Header(_number(page, 60), page[18] == _WAL, _has_rest(path), key)
    if not header.has_rest and _is_cut(page, path.stat().st_size):
        raise AppError("workspace.damaged", path=str(path))
    refuse_newer(header.version, path)
    return header


def _is_ciphered(page: bytes) -> bool:
    return is_noise(page) and not page.startswith(_PACKED)


def is_noise(page: bytes) -> bool:
    """A whole page without any structure, as encrypted ones are."""
    stretches = (page[at : at + _STRETCH] for at in range(0, PAGE, _STRETCH))
    return len(page) == PAGE and all(len(set(each)) > _VARIED for each in stretches)


def _logged_first_pages(path: Path) -> Iterator[bytes]:
    """From the log, where a power cut tore the one in the file."""
    log = companion(path, "-wal")
    if not log.exists():
        return
    with log.open("rb") as file:
        file.seek(_LOG_HEADER)
        while len(frame := file.read(_FRAME_HEADER + PAGE)) == _FRAME_HEADER + PAGE:
            if _number(frame, 0) == 1:
                yield frame[_FRAME_HEADER:]


def refuse_newer(version: int, path: Path) -> None:
    if version > SCHEMA_VERSION:
        raise AppError("workspace.newer", path=str(path), version=version)


def _first_bytes(path: Path) -> bytes:
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # Nor a pipe, which never ends.
            raise AppError("workspace.foreign", path=str(path))
        for each in filter(Path.is_fifo, companions(path)):  # SQLite would wait, too.
            raise AppError("workspace.unreadable", path=str(each))
        with path.open("rb") as file:
            return file.read(PAGE)
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
