"""Whether the file we write is still the one that bears its name."""

from __future__ import annotations

import os
from pathlib import Path

from focalpoint_app.domain.errors import AppError
from focalpoint_app.storage.errors import writing_beside


class Witness:
    """Holds the file open, so that its number on the disk is no other file's.

    Released after the database is closed: closing any handle of ours earlier would
    drop SQLite's locks (POSIX).
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        with writing_beside(path):
            self._descriptor = os.open(path, os.O_RDONLY)

    @property
    def is_still(self) -> bool:
        """False once it was deleted, moved, or another took its name."""
        try:
            present = self._path.stat()
        except OSError:
            return False
        return os.path.samestat(present, os.fstat(self._descriptor))

    def refuse_replaced(self) -> None:
        """
        Raises:
            AppError: ``workspace.replaced``; what is written would be lost.
        """
        if not self.is_still:
            raise AppError("workspace.replaced", path=str(self._path))

    def renew(self) -> None:
        """It was replaced by ourselves."""
        os.close(self._descriptor)
        with writing_beside(self._path):
            self._descriptor = os.open(self._path, os.O_RDONLY)

    def release(self) -> None:
        os.close(self._descriptor)
