"""Putting a finished file in place: all of it, or nothing changed."""

import errno
import os
import secrets
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from focalpoint_app.domain.errors import AppError
from focalpoint_app.pdf.file.left_behind import hold, sweep

# EFBIG is a quota by another name: the limit a system sets on one file's size.
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_OWN = 0o600

_NO_SUCH_THING = frozenset({errno.EINVAL, errno.ENOTSUP, errno.ENOSYS})
"""What file systems say, shares above all, that flush no folders."""


def publish(content: bytes, target: Path, *, private: bool = False) -> None:
    """Written beside ``target``, flushed to the disk, then moved over it.

    What it replaces lends it its rights; ``private``: its owner's alone.  What killed
    programs had begun to write there goes.

    Raises:
        AppError: ``disk.full``, ``file.unwritable``; ``target`` is as it was.
    """
    with laid_beside(content, target, private=private) as put:
        put()


@contextmanager
def laid_beside(
    content: bytes, target: Path, *, private: bool = False
) -> Iterator[Callable[[], None]]:
    """All of it on the disk, name and bytes, its owner's alone; what is given puts it
    in place, and has that on the disk, too.

    Without that nothing of it is left.  Raises as ``publish``, then as well.
    """
    beside = target.with_name(f".{target.name}.{secrets.token_hex(4)}")
    with _told_of(target):
        sweep(target)
        _refuse_held(target)
        rights = _OWN if private else _rights(target)
    try:
        with _told_of(target):
            stream, given = _begun(beside, rights)
        with _let_go(stream):
            with _told_of(target):
                _write_through(content, stream)
                _flush_folder(target.parent)
            yield lambda: _put(stream, beside, target, given)
    finally:
        _discard(beside)


@contextmanager
def _let_go(stream: BinaryIO) -> Iterator[None]:
    """A full disk says so once more when what it refused is closed."""
    try:
        yield
    finally:
        with suppress(OSError):
            stream.close()


@contextmanager
def _told_of(target: Path) -> Iterator[None]:
    try:
        yield
    except OSError as exc:
        code = "disk.full" if exc.errno in _FULL else "file.unwritable"
        raise AppError(code, file=target.name) from exc


def _refuse_held(target: Path) -> None:
    """A mighty user's rename would put a file where ``/dev/null`` was.

    On Windows a file that a viewer shows cannot be replaced, nor renamed to itself.
    """
    if target.exists():
        if not target.is_file():
            raise OSError(errno.EINVAL, "not a file")
        target.rename(target)


def _rights(target: Path) -> int | None:
    """None where there is nothing yet: then the system's own for new files."""
    return stat.S_IMODE(target.stat().st_mode) & 0o666 if target.exists() else None


def _begun(path: Path, rights: int | None) -> tuple[BinaryIO, int]:
    """Empty, and closed to others before a byte is in it; the rights it is to have."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    stream = os.fdopen(os.open(path, flags, 0o666 if rights is None else _OWN), "wb")
    hold(stream.fileno())
    given = stat.S_IMODE(path.stat().st_mode) if rights is None else rights
    with suppress(OSError):  # FAT has no rights to give.
        path.chmod(_OWN)
    return stream, given


def _write_through(content: bytes, stream: BinaryIO) -> None:
    stream.write(content)
    stream.flush()
    os.fsync(stream.fileno())


def _put(stream: BinaryIO, beside: Path, target: Path, rights: int) -> None:
    with _told_of(target):
        if os.name == "nt":  # Which renames nothing that is open.
            stream.close()
        beside.replace(target)
        with suppress(OSError):
            target.chmod(rights | _OWN)
        with suppress(OSError):  # It is in its place, and no more can be done for it.
            _flush_folder(target.parent)


def _flush_folder(folder: Path) -> None:
    if os.name == "nt":  # Which opens no folders, and orders renames itself.
        return
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except PermissionError:  # A letter box: what is put in is not to be listed.
        return
    try:
        os.fsync(descriptor)
    except OSError as exc:
        if exc.errno not in _NO_SUCH_THING:
            raise
    finally:
        os.close(descriptor)


def _discard(path: Path) -> None:
    """An unwritable folder refuses even the look-up, and then holds nothing."""
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return
