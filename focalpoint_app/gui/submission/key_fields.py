"""What one signs with: a certificate file, or a card or token.

Secrets are never kept.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from focalpoint_app.gui.controls.file_dialogs import FileDialogs
from focalpoint_app.gui.controls.flow import FlowLayout
from focalpoint_app.gui.controls.options import CheckOption, RadioOption
from focalpoint_app.gui.controls.told import Told
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.submission.p12_fields import P12Fields
from focalpoint_app.gui.submission.token_fields import TokenFields
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.markers import N_
from focalpoint_app.platform.places import settings_folder
from focalpoint_app.platform.settings import load_settings

if TYPE_CHECKING:
    from focalpoint_app.workflow.submitting.keys import Key


class KeyFields(QWidget):
    def __init__(self, session: Session, told: Told, dialogs: FileDialogs) -> None:
        super().__init__()
        self.from_file = RadioOption()
        self.from_token = RadioOption()
        self.file = P12Fields(session, told, dialogs)
        self.token = TokenFields(session, told, dialogs)
        self.stamped = CheckOption()
        self._group = QButtonGroup(self)
        ways = QWidget()
        flow = FlowLayout(ways, 12)
        for option in (self.from_file, self.from_token):
            self._group.addButton(option)
            flow.addWidget(option)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (ways, self.file, self.token, self.stamped):
            column.addWidget(widget)
        told.add(self.from_file.setText, N_("Certificate file"))
        told.add(self.from_token.setText, N_("Card or token"))
        told.add(self.stamped.setText, N_("With a time stamp of the authority"))
        self.stamped.setChecked(True)
        self.from_file.setChecked(True)
        self.token.hide()
        self._group.buttonClicked.connect(self._show_way)

    @property
    def key(self) -> Key | None:
        """None until a file or a module is named."""
        return self._fields.key

    @property
    def timestamp(self) -> str:
        """The authority's address; empty where there is none, or it is not wanted."""
        address = load_settings(settings_folder()).timestamp
        return address if self.stamped.isChecked() else ""

    def refresh(self) -> None:
        """Without an address there is nothing to choose."""
        self.stamped.setVisible(bool(load_settings(settings_folder()).timestamp))

    def check(self) -> bool:
        """Say under the field what is missing."""
        return self._fields.check()

    @property
    def is_complaining(self) -> bool:
        return self._fields.is_complaining

    def forget(self) -> None:
        """Signing is done: neither passphrase nor PIN need stay."""
        self.file.forget()
        self.token.forget()

    def retranslate(self, tr: Catalogue) -> None:
        self.token.retranslate(tr)
        self.refresh()

    @property
    def _fields(self) -> P12Fields | TokenFields:
        return self.token if self.from_token.isChecked() else self.file

    def _show_way(self) -> None:
        self.file.setVisible(self.from_file.isChecked())
        self.token.setVisible(self.from_token.isChecked())
