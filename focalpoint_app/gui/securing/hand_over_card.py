"""A complete copy for a successor, with the recovery sheet tried on it first."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from focalpoint_app.domain.errors import AppError
from focalpoint_app.gui.controls.buttons import push_button
from focalpoint_app.gui.controls.file_dialogs import (
    SUFFIX,
    FileDialogs,
    documents_folder,
    pattern_of,
    with_suffix,
)
from focalpoint_app.gui.controls.labels import plain_label
from focalpoint_app.gui.controls.notice import Mood, Notice
from focalpoint_app.gui.controls.sheet import Section, beside
from focalpoint_app.gui.controls.told import Told
from focalpoint_app.gui.rescue import is_owed
from focalpoint_app.gui.securing.halves_fields import HalvesFields
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.submission.work_bar import WorkBar
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.markers import N_

_EXPLAINED = N_(
    "One complete file for whoever goes on with the review: answers, their history,"
    " contributions and clearances, with the same passphrase. It is read back before it"
    " is called whole."
)
_ASKED = N_(
    "Whoever takes the file over needs its passphrase, or the recovery sheet once that"
    " is lost. Type both halves from paper: they are tried on the copy."
)
_NO_SHEET = N_(
    "No recovery sheet was made for this passphrase. Make one first: if the passphrase"
    " is lost, nobody opens the copy."
)


class HandOverCard(Section):
    """Of an encrypted file the sheet is asked for; going without it is a choice."""

    def __init__(
        self, session: Session, told: Told, dialogs: FileDialogs | None = None
    ) -> None:
        super().__init__(told, N_("Hand over a copy"), _EXPLAINED)
        self._session = session
        self.dialogs = dialogs or FileDialogs()
        self.begin = push_button()
        self.asked = plain_label(wrap=True)
        self.halves = HalvesFields(told)
        self.go = push_button(primary=True)
        self.without = push_button()
        self.cancel = push_button()
        self.bar = WorkBar(session, told, can_stop=False)
        self.notice = Notice()
        self._form = QWidget()
        self._build(told)
        self.fold()

    def _build(self, told: Told) -> None:
        form = QVBoxLayout(self._form)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(10)
        form.addWidget(self.asked)
        form.addWidget(self.halves)
        form.addLayout(beside(self.go, self.without, self.cancel))
        self.column.addLayout(beside(self.begin))
        for widget in (self.notice, self.bar, self._form):
            self.column.addWidget(widget)
        told.add(self.begin.setText, N_("Hand over a copy…"))
        told.add(self.go.setText, N_("Try the sheet and write the copy…"))
        told.add(self.without.setText, N_("Write it without trying the sheet…"))
        told.add(self.cancel.setText, N_("Cancel"))
        self.begin.clicked.connect(self.start)
        self.go.clicked.connect(self.try_and_write)
        self.without.clicked.connect(self.write)
        self.cancel.clicked.connect(self.fold)
        self.bar.working.connect(self._offer)

    def refresh(self) -> None:
        """A file that may only be read is handed over by copying it."""
        self._offer(self.bar.is_busy)
        self.asked.setText(self._tr(_ASKED if self._has_sheet else _NO_SHEET))
        self.halves.setVisible(self._has_sheet)
        self.go.setVisible(self._has_sheet)

    def retranslate(self, tr: Catalogue) -> None:
        self.notice.retranslate(tr)
        self.refresh()

    def fold(self) -> None:
        self._form.hide()
        self.halves.forget()

    def _offer(self, is_busy: bool) -> None:
        """One copy at a time."""
        is_writing = self._session.desk.workspace.is_writing
        self.begin.setEnabled(is_writing and not is_busy)
        self._form.setEnabled(not is_busy)

    def start(self) -> None:
        self.notice.be_quiet()
        if not self._session.desk.workspace.is_encrypted:
            self.write()
            return
        self.refresh()
        self._form.show()
        (self.halves.fields[0] if self._has_sheet else self.without).setFocus()

    def try_and_write(self) -> None:
        """Wrong digits are told before a name for the copy is asked for."""
        from focalpoint_app.workflow.safekeeping.handing_over import try_sheet

        try:
            try_sheet(self._session.desk.workspace, self.halves.halves)
        except AppError as error:
            self.notice.show_error(error, self._tr)
            return
        self._write(self.halves.halves)

    def write(self) -> None:
        self._write(None)

    def _write(self, halves: tuple[str, str] | None) -> None:
        self.notice.be_quiet()
        self._session.autosave.seal()
        if self._session.autosave.owes or is_owed(self._session.desk):
            self.notice.show_error(AppError("handing_over.unsaved"), self._tr)
            return
        target = self._target()
        if target is not None:
            words = self._tr("The copy is being made and read back…")
            done = _told(target, self._has_sheet, halves is not None)
            self.bar.run(
                words, self._work(target, halves), lambda _: self._done(done),
                self._failed,
            )  # fmt: skip

    def _work(
        self, target: Path, halves: tuple[str, str] | None
    ) -> Callable[[object, object], None]:
        workspace = self._session.desk.workspace

        def work(_progress: object, _cancelled: object) -> None:
            from focalpoint_app.workflow.safekeeping.handing_over import hand_over

            hand_over(workspace, target, halves)

        return work

    def _done(self, told: Callable[[Catalogue], tuple[str, ...]]) -> None:
        self.fold()
        self.notice.tell(Mood.DONE, told, self._tr)

    def _failed(self, error: AppError) -> None:
        self.notice.show_error(error, self._tr)

    def _target(self) -> Path | None:
        tr, name = self._tr, self._session.desk.path.name
        found = self.dialogs.to_save(
            self, tr("Hand over a copy"), documents_folder() / name,
            pattern_of(tr("Reviews"), SUFFIX),
        )  # fmt: skip
        return None if found is None else with_suffix(found, SUFFIX)

    @property
    def _has_sheet(self) -> bool:
        workspace = self._session.desk.workspace
        if not workspace.is_encrypted or workspace.is_locked:
            return False
        return workspace.sheet_made() is not None

    @property
    def _tr(self) -> Catalogue:
        return self._session.catalogue


def _told(
    target: Path, has_sheet: bool, tried: bool
) -> Callable[[Catalogue], tuple[str, ...]]:
    def lines(tr: Catalogue) -> tuple[str, ...]:
        written = tr("Wrote {file}; it was read back and is whole.", file=target.name)
        if tried:
            return written, tr("Both halves of the recovery sheet open it.")
        if has_sheet:
            return written, tr("The recovery sheet was not tried on it.")
        return (written,)

    return lines
