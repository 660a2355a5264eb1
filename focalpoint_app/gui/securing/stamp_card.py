"""The address of a time-stamp authority: none, unless somebody writes it here."""

from __future__ import annotations

from PySide6.QtCore import Qt

from focalpoint_app.domain.errors import AppError
from focalpoint_app.gui.controls.form import FormRow
from focalpoint_app.gui.controls.line_field import LineField
from focalpoint_app.gui.controls.sheet import Section
from focalpoint_app.gui.controls.told import Told
from focalpoint_app.gui.session import Session
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.markers import N_
from focalpoint_app.language.sentences import sentence
from focalpoint_app.platform.places import settings_folder
from focalpoint_app.platform.settings import load_settings

_EXPLAINED = N_(
    "An authority (RFC 3161) can state when a signature existed. It is sent a digest of"
    " the signature and nothing else, and only when you sign. Without an address"
    " nothing ever leaves this computer."
)


class StampCard(Section):
    def __init__(self, session: Session, told: Told) -> None:
        super().__init__(told, N_("Time stamps"), _EXPLAINED)
        self._session = session
        self.address = LineField()
        self.address.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.address.setPlaceholderText("https://")
        self.row = FormRow(self.address)
        self.column.addWidget(self.row)
        told.add(self.row.say, N_("Address of the authority (empty: none)"))
        self.address.editingFinished.connect(self._keep)

    def refresh(self) -> None:
        self.address.setText(load_settings(settings_folder()).timestamp)
        self.row.complain()

    def retranslate(self, _tr: Catalogue) -> None:
        self.row.complain()

    def _keep(self) -> None:
        from focalpoint_app.workflow.submitting.submitting import refuse_no_authority

        wanted = self.address.text().strip()
        try:
            refuse_no_authority(wanted)
        except AppError as error:
            tr = self._session.catalogue
            self.row.complain(sentence(error.code, error.context, tr))
            return
        self.row.complain()
        self._session.setting_changed.emit("timestamp", wanted)
