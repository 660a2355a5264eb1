"""What keeps a workspace safe while it is open: copies of it, and acts written down."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from focalpoint_app.domain.act import Act, ActKind
from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.expunging import Places
from focalpoint_app.domain.rolling import Reason
from focalpoint_app.storage.backups import shelving
from focalpoint_app.storage.backups.backup import backup
from focalpoint_app.storage.backups.shelving import Shelved
from focalpoint_app.storage.consultation.consultations import Consultations
from focalpoint_app.storage.errors import put_off
from focalpoint_app.storage.expunging import expunging
from focalpoint_app.storage.expunging.expunged import Scope
from focalpoint_app.storage.expunging.expunging import Decision
from focalpoint_app.storage.file.staying import Stay
from focalpoint_app.storage.log import acts


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

    def places_of(self, scope: Scope) -> Places:
        """Where a passage stands; nothing is changed."""
        with self._database.reading() as connection:
            return expunging.places(connection, scope)

    def expunge(self, scope: Scope, decision: Decision) -> tuple[Act, bool]:
        """Take a passage out for good; False with the act while another program reads
        the file: what was freed is then overwritten when it is next opened.

        ``expunge.not_found`` where it stands nowhere that the decision is about.
        """
        with self._database.writing() as connection:
            act = expunging.expunge(connection, scope, decision)
        is_scrubbed = False
        with put_off():
            is_scrubbed = expunging.scrub(self._database)
        return act, is_scrubbed

    def put_back(self, stay: Stay, at: datetime) -> AppError | None:
        """As ``Stay.put_back``, of what is saved until now."""
        return stay.put_back(self._database, at)

    def backup(self, target: Path) -> None:
        """A complete copy in ``target``'s place, compared with the original."""
        backup(self._database, target)

    def shelve(self, folder: Path, reason: Reason, at: datetime) -> Path:
        """A dated backup in ``folder``; those that newer ones replace are deleted."""
        return shelving.shelve(self._database, folder, reason, at)

    def shelved(self, folder: Path) -> tuple[Shelved, ...]:
        """This workspace's backups there, newest first."""
        return shelving.shelved(shelving.shelf_of(folder, self._database))

    def sweep_shelf(self, folder: Path) -> tuple[Path, ...]:
        """Backups of it that killed programs had begun there go; those that do not."""
        return shelving.sweep_shelf(shelving.shelf_of(folder, self._database))
