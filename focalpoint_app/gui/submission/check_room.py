"""Checking any submission, and the certificates that this computer knows."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from focalpoint_app.gui.controls.file_dialogs import FileDialogs
from focalpoint_app.gui.controls.told import Told
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.submission.check_card import CheckCard
from focalpoint_app.gui.submission.room import CardsRoom
from focalpoint_app.gui.submission.trust_card import TrustCard
from focalpoint_app.language.catalogue import Catalogue


class CheckRoom(CardsRoom):
    def __init__(self, session: Session, dialogs: FileDialogs) -> None:
        super().__init__()
        self._told = Told()
        self.check = CheckCard(session, self._told, dialogs)
        self.trust = TrustCard(session, self._told, dialogs)
        self.lay(self.check, self.trust)
        self.trust.changed.connect(self.check.judge_again)

    def enter(self) -> None:
        self.trust.read()
        self.check.key.refresh()

    def panes(self) -> tuple[QWidget, ...]:
        return (self.check.place.choose, self.trust.add)

    def retranslate(self, tr: Catalogue) -> None:
        self._told.retranslate(tr)
        self.check.retranslate(tr)
        self.trust.retranslate(tr)
