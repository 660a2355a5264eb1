"""Setting, changing and removing the passphrase of the open file."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from focalpoint_app.domain.errors import AppError
from focalpoint_app.gui.controls.buttons import push_button
from focalpoint_app.gui.controls.form import FormRow
from focalpoint_app.gui.controls.labels import plain_label
from focalpoint_app.gui.controls.notice import Mood, Notice
from focalpoint_app.gui.controls.sheet import Section, beside
from focalpoint_app.gui.controls.told import Told
from focalpoint_app.gui.rescue import is_owed
from focalpoint_app.gui.securing.new_passphrase import NewPassphrase
from focalpoint_app.gui.securing.secret_line import SecretLine
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.submission.work_bar import WorkBar
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.markers import N_

if TYPE_CHECKING:
    from focalpoint_app.workflow.safekeeping.securing import Secured

SET, CHANGE, REMOVE = "set", "change", "remove"
_VERBS = {
    SET: N_("Set the passphrase"),
    CHANGE: N_("Change the passphrase"),
    REMOVE: N_("Remove the passphrase"),
}
_EXPLAINED = N_(
    "With a passphrase the file, its backups and whatever the program writes beside"
    " them are encrypted, and nobody reads them without it. If it is lost, only the"
    " recovery sheet opens the file."
)


class PassphraseCard(Section):
    """Signals:
    secured: the file has another passphrase from now on, or none.
    """

    secured = Signal()

    def __init__(self, session: Session, told: Told) -> None:
        super().__init__(told, N_("Passphrase"), _EXPLAINED)
        self._session = session
        self.standing = plain_label(wrap=True)
        self.ways = {act: push_button() for act in _VERBS}
        self.present = SecretLine()
        self.new = NewPassphrase(told, session.catalogue)
        self.go = push_button(primary=True)
        self.cancel = push_button()
        self.bar = WorkBar(session, told, can_stop=False)
        self.notice = Notice()
        self._act = ""
        self._form = QWidget()
        self._present = FormRow(self.present)
        self._build(told)
        self.refresh()

    def _build(self, told: Told) -> None:
        form = QVBoxLayout(self._form)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(10)
        form.addWidget(self._present)
        form.addWidget(self.new)
        form.addLayout(beside(self.go, self.cancel))
        self.column.addWidget(self.standing)
        self.column.addLayout(beside(*self.ways.values()))
        for widget in (self.notice, self.bar, self._form):
            self.column.addWidget(widget)
        told.add(self._present.say, N_("Present passphrase"))
        told.add(self.cancel.setText, N_("Cancel"))
        told.add(self.ways[SET].setText, N_("Set a passphrase…"))
        told.add(self.ways[CHANGE].setText, N_("Change it…"))
        told.add(self.ways[REMOVE].setText, N_("Remove it…"))
        for act, button in self.ways.items():
            button.clicked.connect(self._beginning(act))
        self.go.clicked.connect(self.submit)
        self.new.entered.connect(self.submit)
        self.present.returnPressed.connect(self._present_entered)
        self.cancel.clicked.connect(self.fold)

    def _beginning(self, act: str) -> Callable[[], None]:
        return lambda: self.begin(act)

    def begin(self, act: str) -> None:
        """Ask for what this act needs."""
        self._act = act
        self.notice.be_quiet()
        self.go.setText(self._session.catalogue(_VERBS[act]))
        self._present.setVisible(act != SET)
        self.new.setVisible(act != REMOVE)
        self._form.show()
        (self.new.first if act == SET else self.present).setFocus()

    def fold(self) -> None:
        self._act = ""
        self._form.hide()
        self.present.clear()
        self._present.complain()
        self.new.forget()

    def refresh(self) -> None:
        workspace, tr = self._session.desk.workspace, self._session.catalogue
        is_encrypted = workspace.is_encrypted
        plain = tr("This file has no passphrase: whoever has it can read every answer.")
        self.standing.setText(tr("This file is encrypted.") if is_encrypted else plain)
        for act, button in self.ways.items():
            button.setVisible(is_encrypted == (act != SET))
            button.setEnabled(workspace.is_writing)
        if not self._act:
            self._form.hide()

    def retranslate(self, tr: Catalogue) -> None:
        self.new.retranslate(tr)
        self.notice.retranslate(tr)
        if self._act:
            self.go.setText(tr(_VERBS[self._act]))
        self.refresh()

    def submit(self) -> None:
        """In the worker; the window waits, for the file is exchanged under it."""
        if self._act != REMOVE and not self.new.check():
            return
        self._session.autosave.seal()
        if self._session.autosave.owes or is_owed(self._session.desk):
            self.notice.show_error(AppError("passphrase.unsaved"), self._tr)
            return
        self.notice.be_quiet()
        self.window().setEnabled(False)
        self.bar.run(self._tr(_DOING), self._work(), self._done, self._failed)

    def _work(self) -> Callable[[object, object], Secured]:
        workspace, act = self._session.desk.workspace, self._act
        present, wanted = self.present.text(), self.new.passphrase

        def work(_progress: object, _cancelled: object) -> Secured:
            from focalpoint_app.workflow.safekeeping import securing

            if act != SET and not securing.proves(workspace, present):
                raise AppError("passphrase.not_the_present_one")
            key = None if act == REMOVE else securing.key_from(wanted)
            return securing.secure(workspace, key)

        return work

    @property
    def _tr(self) -> Catalogue:
        return self._session.catalogue

    def _done(self, secured: Secured) -> None:
        act = self._act
        self.window().setEnabled(True)
        self.fold()
        self.notice.tell(Mood.DONE, lambda tr: _told(act, secured, tr), self._tr)
        self.secured.emit()

    def _failed(self, error: AppError) -> None:
        self.window().setEnabled(True)
        self.notice.show_error(error, self._tr)
        if error.code == "passphrase.not_the_present_one":
            self.present.selectAll()
            self.present.setFocus()

    def _present_entered(self) -> None:
        if self._act == REMOVE:
            self.submit()
        else:
            self.new.first.setFocus()


def _told(act: str, secured: Secured, tr: Catalogue) -> tuple[str, ...]:
    from focalpoint_app.workflow.verbs.passphrase_verbs import secured_lines

    removed = tr("The file has no passphrase any more.")
    opened = tr("The file opens with the new passphrase only.")
    first = removed if act == REMOVE else opened
    return first, *(line.strip() for line in secured_lines(secured, tr))


_DOING = N_("The file and its backups are being written anew…")
