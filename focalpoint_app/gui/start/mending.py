"""A file that cannot be opened, or not as it was: looked over, saved, put back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from focalpoint_app.domain.errors import AppError
from focalpoint_app.gui.controls.buttons import push_button
from focalpoint_app.gui.controls.file_dialogs import SUFFIX, FileDialogs, pattern_of
from focalpoint_app.gui.controls.form import FormRow
from focalpoint_app.gui.controls.labels import title_label
from focalpoint_app.gui.controls.path_field import PathField
from focalpoint_app.gui.controls.sheet import Section, Sheet, beside
from focalpoint_app.gui.controls.told import Told
from focalpoint_app.gui.securing.unlock_form import UnlockForm
from focalpoint_app.gui.start.putting_back import PuttingBack
from focalpoint_app.gui.start.saving import Saving
from focalpoint_app.gui.tasks import Task, TaskRunner
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.markers import N_

T = TypeVar("T")
_WIDEST = 760
_LOCKED = frozenset({"workspace.locked", "workspace.wrong_passphrase"})


class MendingForm(Sheet):
    """Nothing is changed before it is shown what would be.

    Signals:
        wanted: open this file; its path.
        left: the user goes back.
    """

    wanted = Signal(object)
    left = Signal()

    def __init__(self, runner: TaskRunner, tr: Catalogue, dialogs: FileDialogs) -> None:
        super().__init__(_WIDEST)
        self._runner, self.catalogue, self.dialogs = runner, tr, dialogs
        self._told = Told()
        self.file = PathField(self.ask_file)
        self.back = push_button(quiet=True)
        self.busy = QProgressBar()
        self.key = Section(self._told, N_("The file is protected by a passphrase"))
        self.unlock = UnlockForm(self._told, N_("Unlock"))
        self.saving = Saving(self, self._told)
        self.putting = PuttingBack(self, self._told)
        self._again: Callable[[], None] | None = None
        self._build()
        self.retranslate(tr)

    def _build(self) -> None:
        title = title_label()
        row = FormRow(self.file)
        self._told.add(title.setText, N_("A damaged file, or one as it was before"))
        self._told.add(row.say, N_("The review's file"))
        self._told.add(self.file.button.setText, N_("Choose…"))
        self._told.add(self.back.setText, N_("Back"))
        self.column.addSpacing(12)
        self.column.addLayout(beside(self.back))
        self.key.column.addWidget(self.unlock)
        for widget in (title, row, self.busy, self.key, self.saving, self.putting):
            self.column.addWidget(widget)
        self.finish()
        self.busy.setRange(0, 0)
        self.busy.setTextVisible(False)
        for widget in (self.busy, self.key):
            widget.hide()
        self.back.clicked.connect(self.left)
        self.file.changed.connect(self.begin)
        self.unlock.said.connect(self._try)

    def begin(self) -> None:
        """Another file: what was found of the one before says nothing of it."""
        self.key.hide()
        for section in (self.saving, self.putting):
            section.begin()

    def retranslate(self, tr: Catalogue) -> None:
        self.catalogue = tr
        self._told.retranslate(tr)
        for part in (self.unlock.notice, self.saving, self.putting):
            part.retranslate(tr)

    def ask_file(self) -> Path | None:
        pattern = pattern_of(self.catalogue("Reviews"), SUFFIX)
        return self.dialogs.to_open(self, self.catalogue("The review's file"), pattern)

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[AppError], None],
    ) -> None:
        """In the worker; where a passphrase is missing it is asked for, and ``work``
        begun again.
        """

        def refuse(error: AppError) -> None:
            self._rest()
            if error.code in _LOCKED:
                self._again = lambda: self.run(work, done, failed)
                self._ask_key(error)
            else:
                failed(error)

        def finish(found: T) -> None:
            self._rest()
            done(found)

        self._set_busy(is_busy=True)
        self._runner.run(Task(lambda _progress, _stop: work(), finish, refuse))

    def focus(self) -> QWidget:
        return self.file.line

    def paths(self) -> tuple[Path, ...]:
        """Both may have a passphrase, each its own."""
        named = (self.file.path, self.putting.backup.path)
        return tuple(each for each in named if each is not None)

    def _ask_key(self, error: AppError) -> None:
        self.key.show()
        self.unlock.begin()
        if error.code == "workspace.wrong_passphrase":
            self.unlock.refuse(error, self.catalogue)

    def _try(self, passphrase: str) -> None:
        paths = self.paths()

        def work(_progress: object, _stop: object) -> None:
            from focalpoint_app.workflow.safekeeping.securing import try_passphrases

            try_passphrases(paths, passphrase)

        self.setEnabled(False)
        self._runner.run(Task(work, self._unlocked, self._not_unlocked))

    def _unlocked(self, _nothing: object) -> None:
        self.setEnabled(True)
        self.unlock.begin()
        self.key.hide()
        if self._again is not None:
            self._again()

    def _not_unlocked(self, error: AppError) -> None:
        self.setEnabled(True)
        self.unlock.refuse(error, self.catalogue)

    def _rest(self) -> None:
        self._set_busy(is_busy=False)

    def _set_busy(self, *, is_busy: bool) -> None:
        """Nobody goes away while the worker has still to say what came of it."""
        self.busy.setVisible(is_busy)
        self.setEnabled(not is_busy)
