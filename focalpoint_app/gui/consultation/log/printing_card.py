"""The register and the consultation record as PDF, in a language of one's choice."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox

from focalpoint_app.domain.errors import AppError
from focalpoint_app.gui.controls.buttons import push_button
from focalpoint_app.gui.controls.file_dialogs import FileDialogs
from focalpoint_app.gui.controls.form import FormRow
from focalpoint_app.gui.controls.notice import Mood, Notice
from focalpoint_app.gui.controls.sheet import Section, beside
from focalpoint_app.gui.controls.told import Told
from focalpoint_app.gui.documents.targets import ask_pdf, open_written
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.submission.exporting import watch_of
from focalpoint_app.gui.submission.work_bar import Progress, WorkBar
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.markers import N_
from focalpoint_app.language.names import OFFICIAL_LANGUAGES, language_name

if TYPE_CHECKING:
    from focalpoint_app.workflow.consultation.registering import Document
    from focalpoint_app.workflow.submitting.documents import Printed
    from focalpoint_app.workflow.submitting.preview import Preview

REGISTER, RECORD = "register", "record"
_NAMES = {
    REGISTER: N_("Register of the consultation"),
    RECORD: N_("Consultation record"),
}
_WIDTH = 220

_NEEDED = (
    "focalpoint_app.workflow.consultation.registering",
    "focalpoint_app.workflow.submitting.documents",
    "focalpoint_app.workflow.submitting.preview",
)


class PrintingCard(Section):
    """What they say is read on the window's thread, the worker lays pages out."""

    def __init__(self, session: Session, told: Told, dialogs: FileDialogs) -> None:
        super().__init__(told, N_("As a document"))
        self._session = session
        self._dialogs = dialogs
        self.kind = QComboBox()
        self.language = QComboBox()
        self.save = push_button(primary=True)
        self.preview = push_button()
        self.open = push_button()
        self.bar = WorkBar(session, told)
        self.notice = Notice()
        self.written: Path | None = None
        self._build(told)

    def _build(self, told: Told) -> None:
        kind, language = FormRow(self.kind), FormRow(self.language)
        told.add(kind.say, N_("Document"))
        told.add(language.say, N_("Language of the document"))
        told.add(self.save.setText, N_("Save as PDF…"))
        told.add(self.preview.setText, N_("Preview…"))
        told.add(self.open.setText, N_("Open the PDF"))
        for key in _NAMES:
            self.kind.addItem("", key)
        for tag in OFFICIAL_LANGUAGES:
            self.language.addItem(language_name(tag), tag)
        first = self._session.desk.review.languages[0]
        self.language.setCurrentIndex(max(0, self.language.findData(first)))
        for box in (self.kind, self.language):
            box.setMinimumWidth(_WIDTH)
        self.column.addLayout(beside(kind, language))
        for widget in (self.bar, self.notice):
            self.column.addWidget(widget)
        self.column.addLayout(beside(self.save, self.preview, self.open))
        self.open.hide()
        self.save.clicked.connect(self._ask_target)
        self.preview.clicked.connect(self.show_preview)
        self.open.clicked.connect(self._open)

    def save_to(self, target: Path) -> None:
        """AppErrors are told in the card's notice."""

        def begin() -> None:
            from focalpoint_app.workflow.submitting.documents import printed
            from focalpoint_app.workflow.submitting.outputs import refuse_same

            document, workspace = self._document(), self._session.desk.path

            def work(progress: Progress, cancelled: Callable[[], bool]) -> Printed:
                refuse_same(workspace, target)
                return printed(document, target, watch_of(progress, cancelled))

            tr = self._session.catalogue
            words = tr("The document is being written…")
            self.bar.run(words, work, self._show_done, self._fail)

        self._prepare(begin)

    def show_preview(self) -> None:
        def begin() -> None:
            from focalpoint_app.workflow.submitting.preview import preview_of

            document = self._document()

            def work(progress: Progress, cancelled: Callable[[], bool]) -> Preview:
                return preview_of(document, watch_of(progress, cancelled))

            words = self._session.catalogue("The pages are being laid out…")
            self.bar.run(words, work, self._show_pages, self._fail)

        self._prepare(begin)

    def retranslate(self, tr: Catalogue) -> None:
        for at, words in enumerate(_NAMES.values()):
            self.kind.setItemText(at, tr(words))
        self.notice.retranslate(tr)

    def _document(self) -> Document:
        from focalpoint_app.workflow.consultation import registering

        language = str(self.language.currentData())
        if self.kind.currentData() == RECORD:
            return registering.record_document(self._session.desk, language)
        return registering.register_document(self._session.desk, language)

    def _prepare(self, begin: Callable[[], None]) -> None:
        """The worker loads what laying pages out needs."""
        if self.bar.is_busy:
            return
        self._session.autosave.flush()
        self.notice.be_quiet()
        self.open.hide()

        def load(_progress: Progress, _cancelled: Callable[[], bool]) -> None:
            for name in _NEEDED:
                import_module(name)

        words = self._session.catalogue("The document is being written…")
        self.bar.run(words, load, lambda _loaded: begin(), self._fail)

    def _show_pages(self, preview: Preview) -> None:
        from focalpoint_app.gui.preview.preview_dialog import show_preview

        show_preview(self._session, preview, self.window())

    def _show_done(self, printed: Printed) -> None:
        self.written = printed.path
        self.open.show()

        def lines(tr: Catalogue) -> tuple[str, ...]:
            return (tr("Wrote {file}.", file=str(printed.path)),)

        self.notice.tell(Mood.DONE, lines, self._session.catalogue)

    def _fail(self, error: AppError) -> None:
        self.notice.show_error(error, self._session.catalogue)

    def _ask_target(self) -> None:
        tr = self._session.catalogue
        title = tr("Where the document is written")
        what = self.kind.currentText()
        target = ask_pdf(self._dialogs, self, self._session, title, what)
        if target is not None:
            self.save_to(target)

    def _open(self) -> None:
        if self.written is not None:
            open_written(self.written, self.notice, self._session.catalogue)
