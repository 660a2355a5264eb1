"""Whether the file we write is still the one that bears its name."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum
from pathlib import Path

from focalpoint_app.domain.errors import AppError
from focalpoint_app.storage.errors import writing_beside

_log = logging.getLogger(__name__)

_BYTES = getattr(os, "O_BINARY", 0)
"""Windows would read lines of text otherwise."""

_MUST_LET_GO = os.name == "nt"
"""Windows replaces no file that is open."""


class Standing(Enum):
    """``UNKNOWN``: the disk does not answer, so nothing may be given up for lost."""

    STILL = "still"
    GONE = "gone"
    UNKNOWN = "unknown"


class Witness:
    """Holds the file open, so that its number on the disk is no other file's.

    Released after the database is closed: closing any handle of ours earlier would
    drop SQLite's locks (POSIX).
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._ours: os.stat_result | None = None
        self._descriptor: int | None = None
        self._hold()

    @property
    def standing(self) -> Standing:
        """``GONE`` once it was deleted, moved, or another took its name."""
        try:
            present = self._path.stat()
        except FileNotFoundError:
            return Standing.GONE
        except OSError:  # A drive that stutters, a folder that may not be searched.
            return Standing.UNKNOWN
        if self._ours is None:  # The disk did not answer when we had put it there.
            self._ours = present
        is_ours = os.path.samestat(present, self._ours)
        return Standing.STILL if is_ours else Standing.GONE

    def descriptor(self) -> int:
        """Reads the file whatever its name is now; it lives until ``making_way``.

        Raises:
            AppError: ``workspace.replaced``, ``file.unwritable``: what we put there
                ourselves could not be opened then, and cannot now.
        """
        return self._hold() if self._descriptor is None else self._descriptor

    def refuse_replaced(self) -> None:
        """
        Raises:
            AppError: ``workspace.replaced``: what is written would be lost;
                ``workspace.unwritable`` where nobody can say.
        """
        standing = self.standing
        if standing is Standing.GONE:
            raise AppError("workspace.replaced", path=str(self._path))
        if standing is Standing.UNKNOWN:
            raise AppError("workspace.unwritable", path=str(self._path))

    @contextmanager
    def making_way(self) -> Iterator[None]:
        """While it is replaced by ourselves; what came is ours from then on, though
        there may be no handle left to hold it by.
        """
        if _MUST_LET_GO:
            self.release()
        yield
        self.release()
        self._ours = None
        try:
            self._hold()
        except AppError as exc:
            _log.info("put off: %s", exc.code)
        self._ours = self._ours or self._number()

    def release(self) -> None:
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None

    def _hold(self) -> int:
        with writing_beside(self._path):
            descriptor = os.open(self._path, os.O_RDONLY | _BYTES)
        found = os.fstat(descriptor)
        if self._ours is not None and not os.path.samestat(found, self._ours):
            os.close(descriptor)
            raise AppError("workspace.replaced", path=str(self._path))
        self._ours, self._descriptor = found, descriptor
        return descriptor

    def _number(self) -> os.stat_result | None:
        """Asked for by name, which takes no handle."""
        try:
            return self._path.stat()
        except OSError:
            return None
