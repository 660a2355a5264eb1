"""When the window locks itself, and locking it now."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox

from focalpoint_app.gui.controls.buttons import push_button
from focalpoint_app.gui.controls.form import FormRow
from focalpoint_app.gui.controls.sheet import Section, beside
from focalpoint_app.gui.controls.told import Told
from focalpoint_app.gui.session import Session
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.markers import N_
from focalpoint_app.platform.places import settings_folder
from focalpoint_app.platform.settings import load_settings

_MINUTES = (1, 2, 5, 10, 15, 30, 60)
_EXPLAINED = N_(
    "Locked, the window shows nothing, previews are closed, and the passphrase is asked"
    " for; what was typed is saved before. It also locks when the computer goes to"
    " sleep."
)


class LockCard(Section):
    """Without a passphrase there is nothing to lock with."""

    def __init__(self, session: Session, told: Told) -> None:
        super().__init__(told, N_("Locking"), _EXPLAINED)
        self._session = session
        self.after = QComboBox()
        self.now = push_button()
        row = FormRow(self.after)
        row.setMaximumWidth(300)
        self.column.addLayout(beside(row))
        self.column.addLayout(beside(self.now))
        told.add(row.say, N_("Lock when nothing was typed or moved for"))
        told.add(self.now.setText, N_("Lock now"))
        self.after.activated.connect(self._keep)
        self.now.clicked.connect(session.lock_wanted)
        self.retranslate(session.catalogue)

    def refresh(self) -> None:
        is_encrypted = self._session.desk.workspace.is_encrypted
        for widget in (self.after, self.now):
            widget.setEnabled(is_encrypted)

    def retranslate(self, tr: Catalogue) -> None:
        chosen = load_settings(settings_folder()).lock_after
        self.after.clear()
        for minutes in sorted({*_MINUTES, chosen} - {0}):
            words = tr.counted("{n} minute", "{n} minutes", minutes)
            self.after.addItem(words, minutes)
        self.after.addItem(tr("Never"), 0)
        self.after.setCurrentIndex(self.after.findData(chosen))
        self.refresh()

    def _keep(self) -> None:
        self._session.setting_changed.emit("lock_after", self.after.currentData())
