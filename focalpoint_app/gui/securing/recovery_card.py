"""The recovery sheet: made, printed, and tried before it is handed over."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from focalpoint_app.domain.errors import AppError
from focalpoint_app.gui.controls.buttons import push_button
from focalpoint_app.gui.controls.labels import plain_label
from focalpoint_app.gui.controls.notice import Mood, Notice
from focalpoint_app.gui.controls.sheet import Section, beside
from focalpoint_app.gui.controls.told import Told
from focalpoint_app.gui.securing.halves_fields import HalvesFields
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.submission.work_bar import WorkBar
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.dates import written_date
from focalpoint_app.language.markers import N_

if TYPE_CHECKING:
    from focalpoint_app.workflow.submitting.preview import Preview

_EXPLAINED = N_(
    "Two pages for two keepers: together they open the file when its passphrase is"
    " lost, alone they say nothing. They are shown to be printed and are kept nowhere."
)


class RecoveryCard(Section):
    def __init__(self, session: Session, told: Told) -> None:
        super().__init__(told, N_("Recovery sheet"), _EXPLAINED)
        self._session = session
        self.standing = plain_label(wrap=True)
        self.make = push_button()
        self.test = push_button()
        self.halves = HalvesFields(told)
        self.go = push_button(primary=True)
        self.cancel = push_button()
        self.bar = WorkBar(session, told, can_stop=False)
        self.notice = Notice()
        self._form = QWidget()
        self._build(told)
        self.fold()
        self.refresh()

    def _build(self, told: Told) -> None:
        form = QVBoxLayout(self._form)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(10)
        form.addWidget(self.halves)
        form.addLayout(beside(self.go, self.cancel))
        self.column.addWidget(self.standing)
        self.column.addLayout(beside(self.make, self.test))
        for widget in (self.notice, self.bar, self._form):
            self.column.addWidget(widget)
        told.add(self.make.setText, N_("Make and print it…"))
        told.add(self.test.setText, N_("Try both halves…"))
        told.add(self.go.setText, N_("Try them"))
        told.add(self.cancel.setText, N_("Cancel"))
        self.make.clicked.connect(self.make_sheet)
        self.test.clicked.connect(self.ask_halves)
        self.go.clicked.connect(self.try_halves)
        self.cancel.clicked.connect(self.fold)

    def refresh(self) -> None:
        workspace = self._session.desk.workspace
        for button in (self.make, self.test):
            button.setEnabled(workspace.is_encrypted and workspace.is_writing)
        self.standing.setText(self._standing())

    def retranslate(self, tr: Catalogue) -> None:
        self.notice.retranslate(tr)
        self.refresh()

    def fold(self) -> None:
        self._form.hide()
        self.halves.forget()

    def ask_halves(self) -> None:
        self.notice.be_quiet()
        self._form.show()
        self.halves.fields[0].setFocus()

    def make_sheet(self) -> None:
        """New halves each time; the pages live in memory until the preview closes."""
        workspace, tr = self._session.desk.workspace, self._tr

        def work(_progress: object, _cancelled: object) -> Preview:
            from focalpoint_app.workflow.safekeeping.securing import sheet
            from focalpoint_app.workflow.submitting.preview import preview_of

            return preview_of(sheet(workspace, tr))

        self.notice.be_quiet()
        self.bar.run(tr("The pages are being made…"), work, self._show, self._fail)

    def try_halves(self) -> None:
        from focalpoint_app.workflow.safekeeping.securing import opens

        workspace, tr = self._session.desk.workspace, self._tr
        try:
            works = opens(workspace, *self.halves.halves)
        except AppError as error:
            self.notice.show_error(error, tr)
            return
        if works:
            self.fold()
        name = workspace.path.name
        self.notice.tell(Mood.DONE if works else Mood.WRONG, _told(works, name), tr)

    @property
    def _tr(self) -> Catalogue:
        return self._session.catalogue

    def _standing(self) -> str:
        workspace, tr = self._session.desk.workspace, self._tr
        if not workspace.is_encrypted:
            return tr("It can be made once the file has a passphrase.")
        if workspace.is_locked or (made := workspace.sheet_made()) is None:
            return tr("No sheet was made for this passphrase yet.")
        day = written_date(made.astimezone().date(), tr.language, tr.digits)
        return tr("Last made on {date}.", date=day)

    def _show(self, preview: Preview) -> None:
        from focalpoint_app.gui.preview.preview_dialog import show_preview
        from focalpoint_app.workflow.safekeeping.securing import note_sheet

        workspace = self._session.desk.workspace
        if not workspace.is_locked and not self._session.does(
            lambda: note_sheet(workspace)
        ):
            preview.close()
            return
        show_preview(self._session, preview, self.window())
        self.refresh()

    def _fail(self, error: AppError) -> None:
        self.notice.show_error(error, self._tr)


def _told(works: bool, name: str) -> Callable[[Catalogue], tuple[str, ...]]:
    def lines(tr: Catalogue) -> tuple[str, ...]:
        right = tr("Both halves together open {file}.", file=name)
        return (right if works else tr("These halves do not open {file}.", file=name),)

    return lines
