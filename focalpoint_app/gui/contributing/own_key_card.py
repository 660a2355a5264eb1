"""The user's key for packets, to be given to an office that asks."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication

from focalpoint_app.domain.errors import AppError
from focalpoint_app.gui.controls.buttons import push_button
from focalpoint_app.gui.controls.form import FormRow
from focalpoint_app.gui.controls.line_field import LineField
from focalpoint_app.gui.controls.sheet import Section, beside
from focalpoint_app.gui.controls.told import Told
from focalpoint_app.language.markers import N_


class OwnKeyCard(Section):
    """Hidden where the profile cannot be read: a packet is then opened otherwise."""

    def __init__(self, told: Told) -> None:
        super().__init__(told, N_("Your key for packets"), _ABOUT)
        self.key = LineField()
        self.copy = push_button()
        self.key.setReadOnly(True)
        row = FormRow(self.key)
        self.column.addWidget(row)
        self.column.addLayout(beside(self.copy))
        told.add(row.say, N_("Public key"))
        told.add(self.copy.setText, N_("Copy"))
        self.copy.clicked.connect(self._copy)
        self.hide()

    def show_key(self) -> None:
        from focalpoint_app.workflow.consultation.contributor_key import opening_key

        try:
            key = opening_key()
        except AppError:
            return
        self.key.setText(key.recipient)
        self.key.setCursorPosition(0)
        self.show()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.key.text())


_ABOUT = N_(
    "An office that has this key can lock a packet for you alone, without a passphrase."
    " It is no secret; what opens the packet is kept in your profile."
)
