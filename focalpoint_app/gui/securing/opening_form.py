"""What opens a file that is encrypted: its passphrase, or both halves of its sheet."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from focalpoint_app.domain.errors import AppError
from focalpoint_app.gui.controls.buttons import push_button
from focalpoint_app.gui.controls.labels import soft_label
from focalpoint_app.gui.controls.notice import Notice
from focalpoint_app.gui.controls.sheet import Section, Sheet, beside
from focalpoint_app.gui.controls.told import Told
from focalpoint_app.gui.securing.halves_fields import HalvesFields
from focalpoint_app.gui.securing.new_passphrase import NewPassphrase
from focalpoint_app.gui.securing.unlock_form import UnlockForm
from focalpoint_app.gui.tasks import Task, TaskRunner
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.isolates import isolate
from focalpoint_app.language.markers import N_

_WIDEST = 620


class OpeningForm(Sheet):
    """Signals:
    unlocked: the program now has the key of this file; its path.
    left: the user goes back.
    """

    unlocked = Signal(object)
    left = Signal()

    def __init__(self, path: Path, runner: TaskRunner, tr: Catalogue) -> None:
        super().__init__(_WIDEST)
        self._path, self._runner, self._tr = path, runner, tr
        self._told = Told()
        self._card = Section(self._told, N_("The file is protected by a passphrase"))
        self._sheet = Section(self._told, N_("Open with the recovery sheet"), _LOST)
        self.form = UnlockForm(self._told, N_("Open"))
        self.lost = push_button(quiet=True)
        self.back = push_button()
        self.halves = HalvesFields(self._told)
        self.passphrase = NewPassphrase(self._told, tr)
        self.notice = Notice()
        self.recover = push_button(primary=True)
        self.known = push_button()
        self._build()
        self.retranslate(tr)
        self.form.begin()

    def _build(self) -> None:
        name = soft_label(wrap=True)
        name.setText(isolate(str(self._path)))
        for widget in (name, self.form):
            self._card.column.addWidget(widget)
        self.form.buttons.addWidget(self.back)
        self._card.column.addLayout(beside(self.lost))
        for part in (self.halves, self.passphrase, self.notice):
            self._sheet.column.addWidget(part)
        self._sheet.column.addLayout(beside(self.recover, self.known))
        for card in (self._card, self._sheet):
            self.column.addWidget(card)
        self.finish()
        self._sheet.hide()
        self._told.add(self.lost.setText, N_("The passphrase is lost…"))
        self._told.add(self.back.setText, N_("Cancel"))
        self._told.add(self.known.setText, N_("Cancel"))
        self._told.add(self.recover.setText, N_("Open and set the new passphrase"))
        self.form.said.connect(self._try)
        self.lost.clicked.connect(self._offer_sheet)
        self.back.clicked.connect(self.left)
        self.recover.clicked.connect(self._recover)
        self.known.clicked.connect(self._offer_passphrase)

    def retranslate(self, tr: Catalogue) -> None:
        self._tr = tr
        self._told.retranslate(tr)
        self.passphrase.retranslate(tr)
        for notice in (self.form.notice, self.notice):
            notice.retranslate(tr)

    def focus(self) -> QWidget:
        return self.form.line

    def _try(self, passphrase: str) -> None:
        path = self._path

        def work(_progress: object, _cancelled: object) -> None:
            from focalpoint_app.workflow.safekeeping.securing import try_passphrase

            try_passphrase(path, passphrase)

        self.setEnabled(False)
        self._runner.run(Task(work, self._open, self._refuse))

    def _open(self, _nothing: object) -> None:
        self.setEnabled(True)
        self.form.begin()
        self.unlocked.emit(self._path)

    def _refuse(self, error: AppError) -> None:
        self.setEnabled(True)
        self.form.refuse(error, self._tr)

    def _offer_sheet(self) -> None:
        self._card.hide()
        self._sheet.show()
        self.halves.fields[0].setFocus()

    def _offer_passphrase(self) -> None:
        self._sheet.hide()
        self._card.show()
        self.form.begin()

    def _recover(self) -> None:
        if not self.passphrase.check():
            return
        path, halves = self._path, self.halves.halves
        wanted = self.passphrase.passphrase

        def work(_progress: object, _cancelled: object) -> None:
            from focalpoint_app.workflow.safekeeping.securing import recover

            recover(path, halves, wanted)

        self.setEnabled(False)
        self.notice.be_quiet()
        self._runner.run(Task(work, self._recovered, self._not_recovered))

    def _recovered(self, _nothing: object) -> None:
        self.setEnabled(True)
        self.halves.forget()
        self.passphrase.forget()
        self.unlocked.emit(self._path)

    def _not_recovered(self, error: AppError) -> None:
        self.setEnabled(True)
        self.notice.show_error(error, self._tr)
        self.ensureWidgetVisible(self.notice)


_LOST = N_(
    "Type all digits of both halves, as their keepers have them. A new passphrase is"
    " set at once; the sheet is void then."
)
