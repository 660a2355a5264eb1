"""A request's files once more: lost, or never written because a disk was full."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal

from focalpoint_app.domain.consultation import Carrier
from focalpoint_app.domain.errors import AppError
from focalpoint_app.gui.consultation.rounds.lock_fields import LockFields
from focalpoint_app.gui.consultation.stages import usual_signatory
from focalpoint_app.gui.controls.buttons import push_button
from focalpoint_app.gui.controls.file_dialogs import FileDialogs
from focalpoint_app.gui.controls.notice import Notice
from focalpoint_app.gui.controls.sheet import Section, beside
from focalpoint_app.gui.controls.told import Told
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.submission.work_bar import Progress, WorkBar
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.markers import N_
from focalpoint_app.workflow.consultation.following import Followed
from focalpoint_app.workflow.consultation.request_files import PLAIN_PACKET
from focalpoint_app.workflow.consultation.round_files import (
    dispatch_of,
    made_files,
    put_files,
)
from focalpoint_app.workflow.consultation.rounds import Planned


class AgainCard(Section):
    """What was asked is frozen: the form is the same, the letter names today's holder.

    Signals:
        written: the folder that the files are in.
        closed: they are not written after all.
    """

    written = Signal(object)
    closed = Signal()

    def __init__(self, session: Session, told: Told, dialogs: FileDialogs) -> None:
        super().__init__(told, N_("The same files once more"), _ABOUT)
        self._session = session
        self._dialogs = dialogs
        self._followed: Followed | None = None
        self.locks = LockFields(told)
        self.write = push_button(primary=True)
        self.close_it = push_button()
        self.bar = WorkBar(session, told)
        self.notice = Notice()
        told.add(self.write.setText, N_("Write the files…"))
        told.add(self.close_it.setText, N_("Cancel"))
        for widget in (self.locks, self.bar, self.notice):
            self.column.addWidget(widget)
        self.column.addLayout(beside(self.write, self.close_it))
        self.write.clicked.connect(self._ask_folder)
        self.close_it.clicked.connect(self.closed)

    def describe(self, followed: Followed) -> None:
        self._followed = followed
        self.notice.be_quiet()
        self.locks.setVisible(self._is_packet)

    def write_into(self, folder: Path) -> None:
        followed, session = self._followed, self._session
        if followed is None or self.bar.is_busy:
            return
        self.notice.be_quiet()
        plan = Planned(followed.round, (followed.sent,))
        lock = self.locks.lock if self._is_packet else PLAIN_PACKET
        signatory = usual_signatory(session)
        dispatch = session.act(
            lambda: dispatch_of(session.desk, plan, lock, signatory=signatory)
        )
        if dispatch is None:
            return

        def work(progress: Progress, cancelled: Callable[[], bool]) -> Path:
            put_files(made_files(dispatch, progress, cancelled), folder)
            return folder

        words = session.catalogue("The files are put into the folder…")
        self.bar.run(words, work, self._finish, self._fail)

    def retranslate(self, tr: Catalogue) -> None:
        self.locks.retranslate(tr)
        self.notice.retranslate(tr)

    @property
    def _is_packet(self) -> bool:
        known = self._followed
        return known is not None and known.sent.carrier is Carrier.PACKET

    def _finish(self, folder: Path) -> None:
        self.locks.forget()
        self.written.emit(folder)

    def _fail(self, error: AppError) -> None:
        self.notice.show_error(error, self._session.catalogue)

    def _ask_folder(self) -> None:
        tr = self._session.catalogue
        if self._is_packet and not self.locks.check(tr):
            return
        title = tr("The folder that the files are written into")
        folder = self._dialogs.folder(self, title)
        if folder is not None:
            self.write_into(folder)


_ABOUT = N_("With the questions and the drafts as they were when it was sent.")
