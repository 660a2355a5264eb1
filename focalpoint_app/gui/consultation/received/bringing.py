"""Bringing replies in: dropped or chosen, a passphrase asked once for all."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from focalpoint_app.domain.errors import AppError
from focalpoint_app.gui.controls.buttons import push_button
from focalpoint_app.gui.controls.file_dialogs import FileDialogs, pattern_of
from focalpoint_app.gui.controls.form import FormRow
from focalpoint_app.gui.controls.line_field import LineField
from focalpoint_app.gui.controls.sheet import beside
from focalpoint_app.gui.controls.told import Told
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.submission.drop_place import DropPlace
from focalpoint_app.gui.submission.work_bar import Progress, WorkBar
from focalpoint_app.gui.texts import listed
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.markers import N_

if TYPE_CHECKING:
    from focalpoint_app.workflow.consultation.intake import TakenIn

SUFFIXES = (".docx", ".xlsx", ".freply")
_NAMED = 3
"""Locked files that are named; whatever their number, one passphrase is asked for."""


class Bringing(QWidget):
    """Signals:
    taken: the ``TakenIn`` of what was brought; nothing is listed before.
    """

    taken = Signal(object)

    def __init__(self, session: Session, dialogs: FileDialogs, told: Told) -> None:
        super().__init__()
        self._session = session
        self._dialogs = dialogs
        self._locked: tuple[Path, ...] = ()
        self.drop = DropPlace()
        self.bar = WorkBar(session, told)
        self.passphrase = LineField()
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.asked = FormRow(self.passphrase)
        self.open = push_button(primary=True)
        self.give_up = push_button(quiet=True)
        self._asking = QWidget()
        self._build()
        told.add(self.open.setText, N_("Open"))
        told.add(self.give_up.setText, N_("Leave them out"))

    def _build(self) -> None:
        asking = QVBoxLayout(self._asking)
        asking.setContentsMargins(0, 0, 0, 0)
        asking.setSpacing(6)
        asking.addWidget(self.asked)
        asking.addLayout(beside(self.open, self.give_up))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self.drop, self.bar, self._asking):
            column.addWidget(widget)
        self._asking.hide()
        self.drop.brought.connect(self.bring)
        self.drop.choose.clicked.connect(self._choose)
        self.open.clicked.connect(self._open_locked)
        self.passphrase.returnPressed.connect(self._open_locked)
        self.give_up.clicked.connect(self._leave_locked)

    @property
    def waits(self) -> bool:
        """A passphrase is asked for."""
        return bool(self._locked)

    def bring(self, files: tuple[Path, ...], passphrase: str | None = None) -> None:
        """Read and take in by the worker; nothing while it still reads others."""
        if self.bar.is_busy or not files:
            return
        from focalpoint_app.workflow.consultation.intake import intake_of

        self._session.autosave.flush()
        intake = intake_of(self._session.desk)

        def work(progress: Progress, cancelled: Callable[[], bool]) -> TakenIn:
            from focalpoint_app.workflow.consultation.intake import take_in

            return take_in(intake, files, passphrase, progress, cancelled)

        tr = self._session.catalogue
        words = tr.counted(
            "{n} reply is being read…", "{n} replies are being read…", len(files)
        )
        self.drop.setEnabled(False)
        self.bar.run(words, work, self._done, self._failed)

    def retranslate(self, tr: Catalogue) -> None:
        self.drop.say(tr("Drop replies here, as many as came"), tr("Choose replies…"))
        self._ask()

    def _done(self, found: TakenIn) -> None:
        self.drop.setEnabled(True)
        self._locked = found.locked
        self._ask(is_wrong=found.is_wrong)
        if found.hindered is not None:
            self._session.failed.emit(found.hindered)
        if not (found.outcomes or found.locked):  # It was cancelled.
            tr = self._session.catalogue
            self._session.told.emit(tr("Nothing new was taken in."))
        self.taken.emit(found)

    def _failed(self, error: AppError) -> None:
        self.drop.setEnabled(True)
        self._session.failed.emit(error)

    def _ask(self, *, is_wrong: bool = False) -> None:
        """Once for all that are locked."""
        tr = self._session.catalogue
        self._asking.setVisible(self.waits)
        names = [path.name for path in self._locked[:_NAMED]]
        more = ["…"] if len(self._locked) > _NAMED else []
        self.asked.say(tr("Passphrase of {files}", files=listed(names + more, tr)))
        self.asked.complain(
            tr("This passphrase does not open them.") if is_wrong else ""
        )
        if self.waits and not self.passphrase.hasFocus():
            self.passphrase.setFocus()

    def _open_locked(self) -> None:
        typed = self.passphrase.text()
        if not typed:
            self.passphrase.setFocus()
            return
        self.passphrase.clear()
        self.bring(self._locked, typed)

    def _leave_locked(self) -> None:
        self._locked = ()
        self.passphrase.clear()
        self._ask()

    def _choose(self) -> None:
        tr = self._session.catalogue
        pattern = pattern_of(tr("Replies"), *SUFFIXES, ".*")
        files = self._dialogs.to_open_several(self, tr("Choose replies"), pattern)
        self.bring(files)
