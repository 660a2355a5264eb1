"""Whether the file we write is still the one that bears its name."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum
from pathlib import Path

from focalpoint_app.domain.errors import AppError
from focalpoint_app.storage.errors import writing_beside

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
        self._descriptor = self._opened()

    @property
    def standing(self) -> Standing:
        """``GONE`` once it was deleted, moved, or another took its name."""
        try:
            present, ours = self._path.stat(), os.fstat(self._descriptor)
        except FileNotFoundError:
            return Standing.GONE
        except OSError:  # A drive that stutters, a folder that may not be searched.
            return Standing.UNKNOWN
        return Standing.STILL if os.path.samestat(present, ours) else Standing.GONE

    @property
    def descriptor(self) -> int:
        """Reads the file whatever its name is now; it lives while this does."""
        return self._descriptor

    def read_by(self) -> int:
        """The descriptor of the moment; after ``making_way`` it is another."""
        return self._descriptor

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
        """While it is replaced by ourselves; what came is held from then on, and where
        that cannot be opened the old one still.
        """
        if _MUST_LET_GO:
            os.close(self._descriptor)
            try:
                yield
            finally:
                self._descriptor = self._opened()
            return
        yield
        before, self._descriptor = self._descriptor, self._opened()
        os.close(before)

    def release(self) -> None:
        os.close(self._descriptor)

    def _opened(self) -> int:
        with writing_beside(self._path):
            return os.open(self._path, os.O_RDONLY | _BYTES)
