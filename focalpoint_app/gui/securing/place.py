"""The place of safekeeping: who gets in, and what is left when something breaks."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from focalpoint_app.gui.controls.sheet import Sheet
from focalpoint_app.gui.controls.told import Told
from focalpoint_app.gui.page import Page
from focalpoint_app.gui.securing.backup_card import BackupCard
from focalpoint_app.gui.securing.hand_over_card import HandOverCard
from focalpoint_app.gui.securing.lock_card import LockCard
from focalpoint_app.gui.securing.passphrase_card import PassphraseCard
from focalpoint_app.gui.securing.recovery_card import RecoveryCard
from focalpoint_app.gui.securing.stamp_card import StampCard
from focalpoint_app.gui.session import Session
from focalpoint_app.language.catalogue import Catalogue


class SafekeepingPlace(Page):
    """Cards under one another; each reads anew what may have changed when shown."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._told = Told()
        self.passphrase = PassphraseCard(session, self._told)
        self.recovery = RecoveryCard(session, self._told)
        self.lock = LockCard(session, self._told)
        self.backups = BackupCard(session, self._told)
        self.handing = HandOverCard(session, self._told)
        self.stamps = StampCard(session, self._told)
        self._sheet = Sheet()
        for card in self.cards:
            self._sheet.column.addWidget(card)
        self._sheet.finish()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._sheet)
        self.passphrase.secured.connect(self.enter)

    @property
    def cards(
        self,
    ) -> tuple[
        PassphraseCard, RecoveryCard, LockCard, BackupCard, HandOverCard, StampCard
    ]:
        return (
            self.passphrase,
            self.recovery,
            self.lock,
            self.backups,
            self.handing,
            self.stamps,
        )

    def retranslate(self, tr: Catalogue) -> None:
        self._told.retranslate(tr)
        for card in self.cards:
            card.retranslate(tr)

    def enter(self) -> None:
        for card in self.cards:
            card.refresh()

    def leave(self) -> None:
        """No passphrase stays in a field that nobody looks at."""
        self.passphrase.fold()
        self.recovery.fold()
        self.handing.fold()

    def panes(self) -> tuple[QWidget, ...]:
        return self.cards
