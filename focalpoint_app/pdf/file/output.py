"""Putting a finished file in place: all of it, or nothing changed."""

import errno
import os
import secrets
import stat
from contextlib import suppress
from pathlib import Path

from focalpoint_app.domain.errors import AppError

# EFBIG is a quota by another name: the limit a system sets on one file's size.
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_OWN = 0o600


def publish(content: bytes, target: Path, *, private: bool = False) -> None:
    """Written beside ``target``, flushed to the disk, then moved over it.

    What it replaces lends it its rights; ``private``: its owner's alone, from the
    first byte on.

    Raises:
        AppError: ``disk.full``, ``file.unwritable``; ``target`` is as it was.
    """
    beside = target.with_name(f".{target.name}.{secrets.token_hex(4)}")
    try:
        _refuse_devices(target)
        _write_through(content, beside, _OWN if private else _rights(target))
        beside.replace(target)
    except OSError as exc:
        code = "disk.full" if exc.errno in _FULL else "file.unwritable"
        raise AppError(code, file=target.name) from exc
    finally:
        _discard(beside)


def _refuse_devices(target: Path) -> None:
    """A mighty user's rename would put a file where ``/dev/null`` was."""
    if target.exists() and not target.is_file():
        raise OSError(errno.EINVAL, "not a file")


def _rights(target: Path) -> int | None:
    """None where there is nothing yet: then the system's own for new files."""
    return stat.S_IMODE(target.stat().st_mode) & 0o666 if target.exists() else None


def _write_through(content: bytes, path: Path, rights: int | None) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    number = os.open(path, flags, 0o666 if rights is None else _OWN)
    with os.fdopen(number, "wb") as stream:
        if rights is not None:
            with suppress(OSError):  # FAT has no rights to give.
                path.chmod(rights | _OWN)
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())


def _discard(path: Path) -> None:
    """An unwritable folder refuses even the look-up, and then holds nothing."""
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return
