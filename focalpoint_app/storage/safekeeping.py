"""What keeps a workspace safe while it is open: copies of it, and acts written down."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from focalpoint_app.domain.act import Act, ActKind
from focalpoint_app.domain.rolling import Reason
from focalpoint_app.storage import acts, shelving
from focalpoint_app.storage.backup import backup
from focalpoint_app.storage.consultations import Consultations
from focalpoint_app.storage.shelving import Shelved


class Safekeeping(Consultations):
    """Any thread may call; others go on saving meanwhile."""

    def add_act(self, act: Act) -> None:
        """Written once and logged in the chain."""
        with self._database.writing() as connection:
            acts.add_act(connection, act)

    def acts(self, review_id: str, kind: ActKind | None = None) -> tuple[Act, ...]:
        """In the order in which they were done."""
        with self._database.reading() as connection:
            return acts.read_acts(connection, review_id, kind)

    def backup(self, target: Path) -> None:
        """A complete copy in ``target``'s place, compared with the original."""
        backup(self._database, target)

    def shelve(self, folder: Path, reason: Reason, at: datetime) -> Path:
        """A dated backup in ``folder``; those that newer ones replace are deleted."""
        return shelving.shelve(self._database, folder, reason, at)

    def shelved(self, folder: Path) -> tuple[Shelved, ...]:
        """This workspace's backups there, newest first."""
        return shelving.shelved(shelving.shelf_of(folder, self._database))
