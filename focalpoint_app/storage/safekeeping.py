"""What keeps a workspace safe while it is open: copies of it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from focalpoint_app.domain.rolling import Reason
from focalpoint_app.storage import shelving
from focalpoint_app.storage.backup import backup
from focalpoint_app.storage.consultations import Consultations
from focalpoint_app.storage.shelving import Shelved


class Safekeeping(Consultations):
    """Any thread may call; others go on saving meanwhile."""

    def backup(self, target: Path) -> None:
        """A complete copy in ``target``'s place, compared with the original."""
        backup(self._database, target)

    def shelve(self, folder: Path, reason: Reason, at: datetime) -> Path:
        """A dated backup in ``folder``; those that newer ones replace are deleted."""
        return shelving.shelve(self._database, folder, reason, at)

    def shelved(self, folder: Path) -> tuple[Shelved, ...]:
        """This workspace's backups there, newest first."""
        return shelving.shelved(shelving.shelf_of(folder, self._database))
