"""Putting a finished file in place: all of it, or nothing changed."""

import errno
import os
import secrets
from pathlib import Path

from focalpoint_app.domain.errors import AppError

# EFBIG is a quota by another name: the limit a system sets on one file's size.
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


def publish(content: bytes, target: Path) -> None:
    """Written beside ``target``, flushed to the disk, then moved over it.

    Raises:
        AppError: ``disk.full``, ``file.unwritable``; ``target`` is as it was.
    """
    beside = target.with_name(f".{target.name}.{secrets.token_hex(4)}")
    try:
        _refuse_devices(target)
        _write_through(content, beside)
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


def _write_through(content: bytes, path: Path) -> None:
    with path.open("xb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())


def _discard(path: Path) -> None:
    """An unwritable folder refuses even the look-up, and then holds nothing."""
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return
