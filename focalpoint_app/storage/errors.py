"""The one place where the database's errors become ours."""

from __future__ import annotations

import errno
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import StatementError
from sqlcipher3 import dbapi2

from focalpoint_app.domain.errors import AppError

_log = logging.getLogger(__name__)

# https://sqlite.org/rescode.html: these describe the machine or the file.
_CODES = {
    "SQLITE_BUSY": "workspace.busy",
    "SQLITE_LOCKED": "workspace.busy",
    "SQLITE_FULL": "disk.full",
    "SQLITE_IOERR": "workspace.unwritable",
    "SQLITE_CANTOPEN": "workspace.unwritable",
    "SQLITE_PERM": "workspace.unwritable",
    "SQLITE_READONLY": "workspace.read_only",
    "SQLITE_CORRUPT": "workspace.damaged",
    "SQLITE_NOTADB": "workspace.damaged",
}
MALFORMED = "database disk image is malformed"
# The backup call of sqlcipher3 gives no name, and its export that of any error: only
# SQLite's own words say which.
_NAMES = {
    "disk I/O error": "SQLITE_IOERR",
    "database or disk is full": "SQLITE_FULL",
    "database is locked": "SQLITE_BUSY",
    MALFORMED: "SQLITE_CORRUPT",
}
_PASSING = frozenset(
    {
        "disk.full",
        "workspace.unwritable",
        "workspace.busy",
        "workspace.replaced",  # What it held is put beside it when it is closed.
        "workspace.locked_meanwhile",
    }
)
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Database errors that the machine or the file caused leave as ``AppError``."""
    try:
        yield
    except StatementError as exc:  # DBAPIError is one; so is a refused parameter.
        raise (_app_error(exc.orig, path) or exc) from exc
    except dbapi2.Error as exc:
        raise (_app_error(exc, path) or exc) from exc


@contextmanager
def writing_beside(path: Path) -> Iterator[None]:
    """File errors while a new file is made beside ``path`` leave as ``AppError``."""
    try:
        yield
    except FileExistsError as exc:
        raise AppError("file.exists", path=str(path)) from exc
    except OSError as exc:
        code = "disk.full" if exc.errno in _FULL else "file.unwritable"
        raise AppError(code, path=str(path)) from exc


@contextmanager
def put_off() -> Iterator[None]:
    """For work that is taken up again later: it may wait until the disk has room.

    Only where all that the user was told is already durable.
    """
    try:
        yield
    except AppError as exc:
        if exc.code not in _PASSING:
            raise
        _log.info("put off: %s", exc.code)


def _app_error(cause: BaseException | None, path: Path) -> AppError | None:
    if isinstance(cause, AppError):
        return cause
    named = str(getattr(cause, "sqlite_errorname", ""))
    names = (named, _NAMES.get(str(cause), ""))
    codes = (_CODES.get("_".join(each.split("_")[:2])) for each in names)
    code = next(filter(None, codes), None)
    return AppError(code, path=str(path)) if code else None
