"""Checking any PDF, and adding the next signature to it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from focalpoint_app.domain.errors import AppError
from focalpoint_app.gui.controls.buttons import push_button
from focalpoint_app.gui.controls.file_dialogs import (
    FileDialogs,
    pattern_of,
    with_suffix,
)
from focalpoint_app.gui.controls.labels import soft_label
from focalpoint_app.gui.controls.notice import Mood, Notice
from focalpoint_app.gui.controls.sheet import Section, beside
from focalpoint_app.gui.controls.told import Told
from focalpoint_app.gui.documents.targets import ask_pdf, open_written
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.submission.drop_place import DropPlace
from focalpoint_app.gui.submission.key_fields import KeyFields
from focalpoint_app.gui.submission.work_bar import Progress, WorkBar
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.isolates import isolate
from focalpoint_app.language.markers import N_

if TYPE_CHECKING:
    from focalpoint_app.workflow.submitting.submitting import Judged


class CheckCard(Section):
    def __init__(self, session: Session, told: Told, dialogs: FileDialogs) -> None:
        super().__init__(told, N_("Check or sign a PDF"), _ABOUT)
        self._session = session
        self._dialogs = dialogs
        self._path: Path | None = None
        self._judged: Judged | None = None
        self._written: Path | None = None
        self.place = DropPlace()
        self.bar = WorkBar(session, told, can_stop=False)
        self.notice = Notice()
        self.record = push_button()
        self.open = push_button()
        self.recorded = Notice()
        self.key = KeyFields(session, told, dialogs)
        self.sign = push_button()
        self._name = soft_label(wrap=True)
        self._build(told)
        self._connect()
        self._offer()

    def _build(self, told: Told) -> None:
        told.add(self.sign.setText, N_("Add the next signature…"))
        told.add(self.record.setText, N_("Save the verification record…"))
        told.add(self.open.setText, N_("Open the PDF"))
        for widget in (self.place, self._name, self.bar, self.notice):
            self.column.addWidget(widget)
        self.column.addLayout(beside(self.record, self.open))
        self.column.addWidget(self.recorded)
        self.column.addWidget(self.key)
        self.column.addLayout(beside(self.sign))

    def _connect(self) -> None:
        self.record.clicked.connect(self._ask_record)
        self.open.clicked.connect(self._open)
        self.place.choose.clicked.connect(self._ask)
        self.place.dropped.connect(self.check)
        self.sign.clicked.connect(self._ask_target)

    def check(self, path: Path) -> None:
        """Judge the file in the worker and tell the verdict."""
        if self.bar.is_busy:
            return
        self._path = path
        self._judged = None
        self._offer()

        def work() -> Judged:
            from focalpoint_app.workflow.submitting.submitting import judged

            return judged(path)

        self._run(work)

    def sign_into(self, target: Path) -> None:
        """Fill the next signature place of the file that was checked."""
        source, key, language = self._path, self.key.key, self._session.language
        timestamp = self.key.timestamp
        if source is None or key is None:
            return

        def work() -> Judged:
            from focalpoint_app.workflow.submitting.submitting import signed_next

            return signed_next(source, target, key, language, timestamp)

        self._run(work, target)

    def record_into(self, target: Path, language: str) -> None:
        """The verdict that stands here as a document of its own."""
        source, judged = self._path, self._judged
        if source is None or judged is None:
            return
        self.recorded.be_quiet()

        def work(_progress: Progress, _cancelled: Callable[[], bool]) -> Path:
            from focalpoint_app.workflow.submitting.records import write_record

            write_record(source, judged.verdict, target, language)
            return target

        words = self._session.catalogue("The document is being written…")
        self.bar.run(words, work, self._show_record, self._fail_record)

    def judge_again(self) -> None:
        """Other certificates are known now."""
        if self._path is not None and self._judged is not None:
            self.check(self._path)

    def retranslate(self, tr: Catalogue) -> None:
        self.place.say(tr("Drop a PDF here, or choose one"), tr("Choose…"))
        self.recorded.retranslate(tr)
        self.notice.retranslate(tr)
        self.key.retranslate(tr)

    def _run(self, work: Callable[[], Judged], target: Path | None = None) -> None:
        self.notice.be_quiet()
        tr = self._session.catalogue

        def run(_progress: Progress, _cancelled: Callable[[], bool]) -> Judged:
            return work()

        def done(judged: Judged) -> None:
            self._path = target or self._path
            self._judged = judged
            self._offer()
            self._tell(judged)

        self.bar.run(tr("The signatures are being checked…"), run, done, self._fail)

    def _tell(self, judged: Judged) -> None:
        self.key.forget()
        self.notice.tell(mood_of(judged), judged.lines, self._session.catalogue)

    def _fail(self, error: AppError) -> None:
        self.notice.show_error(error, self._session.catalogue)

    def _offer(self) -> None:
        """Signing is offered once there is something to sign."""
        there = self._path is not None
        self._name.setText(isolate(str(self._path)) if there else "")
        for widget in (self._name, self.key, self.sign):
            widget.setVisible(there)
        self.record.setVisible(self._judged is not None)
        self.recorded.be_quiet()
        self.open.hide()

    def _ask(self) -> None:
        tr = self._session.catalogue
        pattern = pattern_of(tr("PDF documents"), ".pdf")
        path = self._dialogs.to_open(self, tr("Check a PDF"), pattern)
        if path is not None:
            self.check(path)

    def _ask_target(self) -> None:
        if self._path is None or not self.key.check():
            return
        tr = self._session.catalogue
        suggested = self._path.with_name(f"{self._path.stem}.signed.pdf")
        pattern = pattern_of(tr("PDF documents"), ".pdf")
        title = tr("Where the signed PDF is written")
        target = self._dialogs.to_save(self, title, suggested, pattern)
        if target is not None:
            self.sign_into(with_suffix(target, ".pdf"))

    def _ask_record(self) -> None:
        if self._path is None:
            return
        tr = self._session.catalogue
        title, what = tr("Where the record is written"), tr("Verification record")
        target = ask_pdf(self._dialogs, self, self._session, title, what)
        if target is not None:
            self.record_into(target, tr.language)

    def _show_record(self, path: Path) -> None:
        def lines(tr: Catalogue) -> tuple[str, ...]:
            return (tr("Wrote {file}.", file=str(path)),)

        self._written = path
        self.open.show()
        self.recorded.tell(Mood.DONE, lines, self._session.catalogue)

    def _fail_record(self, error: AppError) -> None:
        self.recorded.show_error(error, self._session.catalogue)

    def _open(self) -> None:
        if self._written is not None:
            open_written(self._written, self.recorded, self._session.catalogue)


def mood_of(judged: Judged) -> Mood:
    """A demonstration holds, but is nothing to rely on."""
    if not judged.holds:
        return Mood.WRONG
    return Mood.CARE if judged.demonstration else Mood.DONE


_ABOUT = N_(
    "Any submission: whether it is as it was signed, by whom, and what it holds."
)
