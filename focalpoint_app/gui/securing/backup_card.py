"""Where the rolling backups go, how many there are, and making one now."""

from __future__ import annotations

from pathlib import Path

from focalpoint_app.domain.errors import AppError
from focalpoint_app.gui.controls.buttons import push_button
from focalpoint_app.gui.controls.file_dialogs import FileDialogs
from focalpoint_app.gui.controls.form import FormRow
from focalpoint_app.gui.controls.labels import plain_label
from focalpoint_app.gui.controls.notice import Mood, Notice
from focalpoint_app.gui.controls.path_field import PathField
from focalpoint_app.gui.controls.sheet import Section, beside
from focalpoint_app.gui.controls.told import Told
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.submission.work_bar import WorkBar
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.dates import written_moment
from focalpoint_app.language.markers import N_
from focalpoint_app.platform.places import settings_folder
from focalpoint_app.platform.settings import load_settings

_EXPLAINED = N_(
    "Every hour of work, and before an import, a clearance or a reconciliation, a copy"
    " of the file is made and read back. Keep them on another disk than the file:"
    " whoever can read the file can read them too."
)


class BackupCard(Section):
    def __init__(
        self, session: Session, told: Told, dialogs: FileDialogs | None = None
    ) -> None:
        super().__init__(told, N_("Backups"), _EXPLAINED)
        self._session = session
        self._dialogs = dialogs or FileDialogs()
        self.folder = PathField(self._ask)
        self.standing = plain_label(wrap=True)
        self.now = push_button()
        self.bar = WorkBar(session, told, can_stop=False)
        self.notice = Notice()
        row = FormRow(self.folder)
        self.column.addWidget(self.standing)
        self.column.addWidget(row)
        self.column.addLayout(beside(self.now))
        for widget in (self.bar, self.notice):
            self.column.addWidget(widget)
        told.add(row.say, N_("Folder of the backups (empty: the program's own)"))
        told.add(self.folder.button.setText, N_("Choose…"))
        told.add(self.now.setText, N_("Back up now"))
        self.now.clicked.connect(self.back_up)
        self.bar.working.connect(self._offer)
        self.folder.line.editingFinished.connect(self._keep)

    def refresh(self) -> None:
        chosen = load_settings(settings_folder()).backup_folder
        self.folder.show_path(Path(chosen) if chosen else None)
        self._offer(self.bar.is_busy)
        self.standing.setText(self._standing())

    def retranslate(self, tr: Catalogue) -> None:
        self.notice.retranslate(tr)
        self.refresh()

    def _offer(self, is_busy: bool) -> None:
        self.now.setEnabled(self._session.desk.workspace.is_writing and not is_busy)

    def back_up(self) -> None:
        workspace, tr = self._session.desk.workspace, self._session.catalogue

        def work(_progress: object, _cancelled: object) -> tuple[AppError | None]:
            from focalpoint_app.domain.rolling import Reason
            from focalpoint_app.workflow.safekeeping.backing import before

            return (before(workspace, Reason.HOUR),)

        self._keep()
        self.notice.be_quiet()
        words = tr("The backup is being made and read back…")
        self.bar.run(words, work, self._told, self._fail)

    def _told(self, made: tuple[AppError | None]) -> None:
        (hindered,) = made
        tr = self._session.catalogue
        if hindered is None:
            self.notice.tell(Mood.DONE, _done, tr)
        else:
            self.notice.show_error(hindered, tr)
        self.standing.setText(self._standing())

    def _fail(self, error: AppError) -> None:
        self.notice.show_error(error, self._session.catalogue)

    def _ask(self) -> Path | None:
        folder = self._dialogs.folder(self, self._session.catalogue("Backups"))
        if folder is not None:
            self.folder.show_path(folder)
            self._keep()
        return folder

    def _keep(self) -> None:
        chosen = self.folder.path
        kept = load_settings(settings_folder()).backup_folder
        wanted = "" if chosen is None else str(chosen)
        if wanted != kept:
            self._session.setting_changed.emit("backup_folder", wanted)
            self.standing.setText(self._standing())

    def _standing(self) -> str:
        from focalpoint_app.workflow.safekeeping.backing import backup_folder

        tr = self._session.catalogue
        kept = self._session.desk.workspace.shelved(backup_folder())
        if not kept:
            return tr("No backup of this file lies there yet.")
        newest = written_moment(kept[0].time.astimezone(), tr.language, tr.digits)
        return tr.counted(
            "{n} backup of this file lies there, the newest of {moment}.",
            "{n} backups of this file lie there, the newest of {moment}.",
            len(kept),
            moment=newest,
        )


def _done(tr: Catalogue) -> tuple[str, ...]:
    return (tr("The backup was made and read back; it is whole."),)
