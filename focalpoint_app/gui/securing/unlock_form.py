"""Asking for the passphrase of one file."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from focalpoint_app.domain.errors import AppError
from focalpoint_app.gui.controls.buttons import push_button
from focalpoint_app.gui.controls.form import FormRow
from focalpoint_app.gui.controls.notice import Notice
from focalpoint_app.gui.controls.options import CheckOption
from focalpoint_app.gui.controls.sheet import beside
from focalpoint_app.gui.controls.told import Told
from focalpoint_app.gui.securing.secret_line import SecretLine
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.markers import N_


class UnlockForm(QWidget):
    """Signals:
    said: a passphrase to try.
    """

    said = Signal(str)

    def __init__(self, told: Told, verb: str) -> None:
        """``verb``: the English words of its button."""
        super().__init__()
        self.line = SecretLine()
        self.shown = CheckOption()
        self.button = push_button(primary=True)
        self.notice = Notice()
        self._busy = QProgressBar()
        row = FormRow(self.line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for widget in (row, self.shown, self.notice, self._busy):
            column.addWidget(widget)
        self.buttons = beside(self.button)
        column.addLayout(self.buttons)
        told.add(row.say, N_("Passphrase"))
        told.add(self.shown.setText, N_("Show what is typed"))
        told.add(self.button.setText, verb)
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        self._busy.hide()
        self.shown.toggled.connect(lambda on: self.line.show_text(is_shown=on))
        self.line.returnPressed.connect(self._say)
        self.button.clicked.connect(self._say)

    def begin(self) -> None:
        """Ready for another try."""
        self.rest()
        self.shown.setChecked(False)
        self.line.clear()
        self.notice.be_quiet()
        self.line.setFocus()

    def refuse(self, error: AppError, tr: Catalogue) -> None:
        """What was typed stays, marked, to be corrected or typed over."""
        self.rest()
        self.notice.show_error(error, tr)
        self.line.selectAll()
        self.line.setFocus()

    def rest(self) -> None:
        self._busy.hide()
        for widget in (self.line, self.button):
            widget.setEnabled(True)

    def _say(self) -> None:
        if self.line.text():
            self.notice.be_quiet()
            self._busy.show()
            for widget in (self.line, self.button):
                widget.setEnabled(False)
            self.said.emit(self.line.text())
