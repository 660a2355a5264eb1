"""A certificate file and its passphrase; the passphrase is never kept."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from focalpoint_app.gui.controls.file_dialogs import FileDialogs, pattern_of
from focalpoint_app.gui.controls.form import FormRow
from focalpoint_app.gui.controls.line_field import LineField
from focalpoint_app.gui.controls.path_field import PathField
from focalpoint_app.gui.controls.told import Told
from focalpoint_app.gui.session import Session
from focalpoint_app.language.markers import N_

if TYPE_CHECKING:
    from focalpoint_app.workflow.submitting.keys import P12Key


class P12Fields(QWidget):
    def __init__(self, session: Session, told: Told, dialogs: FileDialogs) -> None:
        super().__init__()
        self._session = session
        self._dialogs = dialogs
        self.path = PathField(self._ask)
        self.passphrase = LineField()
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.passphrase.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._file = FormRow(self.path)
        self._secret = FormRow(self.passphrase)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._file)
        column.addWidget(self._secret)
        told.add(self._file.say, N_("Certificate file (.p12 or .pfx)"))
        told.add(self._secret.say, N_("Its passphrase"))
        told.add(self.path.button.setText, N_("Choose…"))

    @property
    def key(self) -> P12Key | None:
        """None until a file is named."""
        from focalpoint_app.workflow.submitting.keys import P12Key

        path = self.path.path
        if path is None:
            return None
        secret = self.passphrase.text()
        return P12Key(path, secret.encode() if secret else None)

    def check(self) -> bool:
        """Say under the field that a file is missing."""
        tr = self._session.catalogue
        missing = self.path.path is None
        self._file.complain(tr("Choose the certificate file.") if missing else "")
        return not missing

    @property
    def is_complaining(self) -> bool:
        return bool(self._file.complaint)

    def forget(self) -> None:
        """Signing is done: the passphrase need not stay."""
        self.passphrase.clear()

    def _ask(self) -> Path | None:
        tr = self._session.catalogue
        pattern = pattern_of(tr("Certificates"), ".p12", ".pfx")
        return self._dialogs.to_open(self, tr("Choose the certificate file"), pattern)
