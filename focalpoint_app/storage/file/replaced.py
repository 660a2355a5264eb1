"""Closing a file that another program moved, deleted or replaced while we wrote it.

What was saved has no name any more and gets one beside its old one; its log is never
played into the file that came, and goes only once all of it lies elsewhere.
"""

from __future__ import annotations

import os
import shutil
import uuid
from contextlib import suppress
from pathlib import Path

from focalpoint_app.domain.errors import AppError
from focalpoint_app.storage.backups.backup import back_up_through
from focalpoint_app.storage.database import Database
from focalpoint_app.storage.errors import put_off, writing_beside
from focalpoint_app.storage.file.files import (
    companion,
    flush,
    flush_folder,
    making,
    settle,
)
from focalpoint_app.storage.file.witness import Standing, Witness


class Ending:
    """Closing in two halves: ``copy`` while connections are open, then ``settle``."""

    def __init__(self, database: Database, witness: Witness) -> None:
        self._database = database
        self._witness = witness
        self._made: Path | None = None

    def copy(self) -> None:
        """Where this fails ``settle`` keeps the log, so nothing is lost by it."""
        if self._witness.standing is not Standing.GONE:
            return
        with suppress(AppError), self._database.connected() as source:
            if source is not None:
                target = _free_name(self._database.path)
                back_up_through(source, self._database.key, target)
                self._made = target

    def settle(self) -> None:
        """All is durable in the log: on a full disk the next opening takes it in.

        Raises:
            AppError: ``workspace.put_aside`` or ``workspace.log_aside`` with the name
                in ``other``; ``workspace.unwritable``: the disk does not answer, and
                everything was left as it is.
        """
        path, standing = self._database.path, self._witness.standing
        if standing is Standing.UNKNOWN:
            raise AppError("workspace.unwritable", path=str(path))
        if standing is Standing.GONE:
            raise self._rescued(path)
        if not self._database.is_locked:  # Then it was done, and the key is gone.
            with put_off():
                settle(path, self._database.key)

    def _rescued(self, path: Path) -> AppError:
        """What is to be told."""
        if self._made is None:
            return self._left_as_it_lies(path, _free_name(path))
        with writing_beside(path):
            for suffix in ("-wal", "-shm"):
                companion(path, suffix).unlink(missing_ok=True)
        return _told("workspace.put_aside", path, self._made)

    def _left_as_it_lies(self, path: Path, target: Path) -> AppError:
        """No connection, or no room: the log first, whose new name needs none."""
        log = companion(target, "-wal")
        with writing_beside(path):
            companion(path, "-shm").unlink(missing_ok=True)
            if companion(path, "-wal").exists():
                companion(path, "-wal").rename(log)
        try:
            with making(path, made := _begun(target)), writing_beside(path):
                self._pour_into(made)
                made.replace(target)
                flush_folder(target.parent)
        except AppError:
            if log.exists():
                return _told("workspace.log_aside", path, log)
            return AppError("workspace.unwritable", path=str(path))
        return _told("workspace.put_aside", path, target)

    def _pour_into(self, made: Path) -> None:
        with os.fdopen(os.dup(self._witness.descriptor()), "rb") as file:
            file.seek(0)
            with made.open("wb") as copy:
                shutil.copyfileobj(file, copy)
        flush(made)


def _told(code: str, path: Path, other: Path) -> AppError:
    return AppError(code, path=str(path), other=other.name)


def _begun(target: Path) -> Path:
    return target.with_name(f".{target.name}.{uuid.uuid4().hex}.new")


def _free_name(path: Path) -> Path:
    """``review.was-1.focalpoint``; a log of that name alone is a file's, too."""
    number = 1
    while _is_taken(free := path.with_name(f"{path.stem}.was-{number}{path.suffix}")):
        number += 1
    return free


def _is_taken(path: Path) -> bool:
    with writing_beside(path):
        return path.exists() or companion(path, "-wal").exists()
