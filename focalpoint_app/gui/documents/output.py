"""A document's way out: looked at, saved as PDF, opened where it was written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from focalpoint_app.domain.errors import AppError
from focalpoint_app.gui.controls.buttons import push_button
from focalpoint_app.gui.controls.file_dialogs import FileDialogs
from focalpoint_app.gui.controls.notice import Mood, Notice
from focalpoint_app.gui.controls.sheet import beside
from focalpoint_app.gui.controls.told import Told
from focalpoint_app.gui.documents.targets import ask_pdf, open_written
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.submission.exporting import watch_of
from focalpoint_app.gui.submission.work_bar import Progress, WorkBar
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.isolates import isolate
from focalpoint_app.language.markers import N_

if TYPE_CHECKING:
    from focalpoint_app.workflow.consultation.registering import Document
    from focalpoint_app.workflow.submitting.documents import Printed
    from focalpoint_app.workflow.submitting.preview import Preview

_NEEDED = (
    "focalpoint_app.workflow.submitting.documents",
    "focalpoint_app.workflow.submitting.preview",
)

Composing = Callable[[], "Document"]


@dataclass(frozen=True, slots=True)
class Wanted:
    """``read`` reads the review on the window's thread; what it returns composes the
    document in the worker.  ``called``: as its file is suggested to be named.
    ``needed``: modules that ``read`` imports, which take long to load.
    """

    read: Callable[[], Composing]
    called: Callable[[], str]
    needed: tuple[str, ...] = ()


class DocumentOutput(QWidget):
    """AppErrors are told in ``notice``; ``written`` is the last file."""

    def __init__(
        self, session: Session, told: Told, dialogs: FileDialogs, wanted: Wanted
    ) -> None:
        super().__init__()
        self._session = session
        self._dialogs = dialogs
        self._wanted = wanted
        self.save = push_button(primary=True)
        self.preview = push_button()
        self.open = push_button()
        self.bar = WorkBar(session, told)
        self.notice = Notice()
        self.written: Path | None = None
        self._build(told)

    def _build(self, told: Told) -> None:
        told.add(self.save.setText, N_("Save as PDF…"))
        told.add(self.preview.setText, N_("Preview…"))
        told.add(self.open.setText, N_("Open the PDF"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.bar)
        column.addWidget(self.notice)
        column.addLayout(beside(self.save, self.preview, self.open))
        self.open.hide()
        self.save.clicked.connect(self._ask_target)
        self.preview.clicked.connect(self.show_preview)
        self.open.clicked.connect(self._open)

    def show_preview(self) -> None:
        """Lay the pages out in the worker and show them."""
        words = self._session.catalogue("The pages are being laid out…")

        def begin() -> None:
            compose = self._wanted.read()

            def work(progress: Progress, cancelled: Callable[[], bool]) -> Preview:
                from focalpoint_app.workflow.submitting.preview import preview_of

                return preview_of(compose(), watch_of(progress, cancelled))

            self.bar.run(words, work, self.show_pages, self._fail)

        self._prepare(words, begin)

    def save_to(self, target: Path) -> None:
        words = self._session.catalogue("The document is being written…")

        def begin() -> None:
            compose, workspace = self._wanted.read(), self._session.desk.path

            def work(progress: Progress, cancelled: Callable[[], bool]) -> Printed:
                from focalpoint_app.workflow.submitting.documents import printed
                from focalpoint_app.workflow.submitting.outputs import refuse_same

                refuse_same(workspace, target)
                return printed(compose(), target, watch_of(progress, cancelled))

            self.bar.run(words, work, self._show_done, self._fail)

        self._prepare(words, begin)

    def show_pages(self, preview: Preview) -> None:
        """In a window of their own, unless this one was locked meanwhile."""
        from focalpoint_app.gui.preview.preview_dialog import show_preview

        show_preview(self._session, preview, self.window())

    def retranslate(self, tr: Catalogue) -> None:
        self.notice.retranslate(tr)

    def _prepare(self, words: str, begin: Callable[[], None]) -> None:
        """The worker loads what laying pages out needs; the window would stand still.

        Answers are read afterwards, on the window's thread.
        """
        if self.bar.is_busy:
            return
        self._session.autosave.flush()
        self.notice.be_quiet()
        self.open.hide()

        def load(_progress: Progress, _cancelled: Callable[[], bool]) -> None:
            for name in (*_NEEDED, *self._wanted.needed):
                import_module(name)

        self.bar.run(words, load, lambda _loaded: begin(), self._fail)

    def _show_done(self, printed: Printed) -> None:
        self.written = printed.path
        self.open.show()

        def lines(tr: Catalogue) -> tuple[str, ...]:
            said = [tr("Wrote {file}.", file=str(printed.path))]
            if printed.missing:
                missing = isolate(" ".join(printed.missing))
                said.append(tr("No font has these characters: {list}", list=missing))
            return tuple(said)

        mood = Mood.CARE if printed.missing else Mood.DONE
        self.notice.tell(mood, lines, self._session.catalogue)

    def _fail(self, error: AppError) -> None:
        self.notice.show_error(error, self._session.catalogue)

    def _ask_target(self) -> None:
        title = self._session.catalogue("Where the document is written")
        what = self._wanted.called()
        target = ask_pdf(self._dialogs, self, self._session, title, what)
        if target is not None:
            self.save_to(target)

    def _open(self) -> None:
        if self.written is not None:
            open_written(self.written, self.notice, self._session.catalogue)
