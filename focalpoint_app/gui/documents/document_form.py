"""One document: how much, in which language, looked at or saved."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from focalpoint_app.domain.errors import AppError
from focalpoint_app.gui.controls.buttons import push_button
from focalpoint_app.gui.controls.file_dialogs import FileDialogs
from focalpoint_app.gui.controls.form import FormRow
from focalpoint_app.gui.controls.language_pair import LanguagePair
from focalpoint_app.gui.controls.notice import Mood, Notice
from focalpoint_app.gui.controls.sheet import beside
from focalpoint_app.gui.controls.told import Told
from focalpoint_app.gui.documents.scopes import Scope, scopes
from focalpoint_app.gui.documents.targets import ask_pdf, open_written
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.submission.exporting import watch_of
from focalpoint_app.gui.submission.work_bar import Progress, WorkBar
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.isolates import isolate
from focalpoint_app.language.markers import N_

if TYPE_CHECKING:
    from focalpoint_app.workflow.submitting.documents import Printed, Wish
    from focalpoint_app.workflow.submitting.preview import Preview

BLANK, ARTICLE, SOURCES, ASSISTANCE = "blank", "article", "sources", "assistance"
KINDS = {
    BLANK: N_("Blank questionnaire, to print and fill in by hand"),
    ARTICLE: N_("An article with its answers as they stand"),
    SOURCES: N_("List of sources"),
    ASSISTANCE: N_("Technical assistance needed and received"),
}
"""Of ``workflow.documents.Kind``, which takes long to load."""


class DocumentForm(QWidget):
    """Nothing is cleared: each document says that it shows work in progress."""

    def __init__(self, session: Session, told: Told, dialogs: FileDialogs) -> None:
        super().__init__()
        self._session = session
        self._dialogs = dialogs
        self._kind = QComboBox()
        self.scope = QComboBox()
        self.languages = LanguagePair(
            told, N_("Language of the document"), session.desk.review.languages[0]
        )
        self.preview = push_button()
        self.save = push_button(primary=True)
        self.open = push_button()
        self.bar = WorkBar(session, told)
        self.notice = Notice()
        self.written: Path | None = None
        self._which, self._how_much = FormRow(self._kind), FormRow(self.scope)
        self._scopes: tuple[Scope, ...] = ()
        self._build(told)
        self._connect()

    def _build(self, told: Told) -> None:
        for kind in KINDS:
            self._kind.addItem("", kind)
        told.add(self._which.say, N_("Document"))
        told.add(self._how_much.say, N_("How much of it"))
        told.add(self.preview.setText, N_("Preview…"))
        told.add(self.save.setText, N_("Save as PDF…"))
        told.add(self.open.setText, N_("Open the PDF"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for widget in (
            self._which, self._how_much, self.languages, self.bar, self.notice,
        ):  # fmt: skip
            column.addWidget(widget)
        column.addLayout(beside(self.save, self.preview, self.open))
        self.open.hide()

    def _connect(self) -> None:
        self._kind.currentIndexChanged.connect(self._show_scopes)
        self.preview.clicked.connect(self.show_preview)
        self.save.clicked.connect(self._ask_target)
        self.open.clicked.connect(self._open)

    @property
    def kind(self) -> str:
        return str(self._kind.currentData())

    def choose(self, kind: str, article: str = "", *, only: bool = False) -> None:
        """``article`` as ``untoc.5``; with ``only`` neither can be changed."""
        self._kind.setCurrentIndex(self._kind.findData(kind))
        self._show_scopes()
        wanted = [at for at, each in enumerate(self._scopes) if each.article == article]
        if article and wanted:
            self.scope.setCurrentIndex(wanted[0])
        self._which.setVisible(not only)
        self._how_much.setVisible(not only)

    @property
    def wish(self) -> Wish:
        """What stands in the fields."""
        from focalpoint_app.workflow.submitting.documents import Kind, Wish
        from focalpoint_app.workflow.submitting.papers import paper_of

        scope = self._scopes[max(0, self.scope.currentIndex())]
        return Wish(
            Kind(self.kind),
            self.languages.language,
            self.languages.beside,
            (scope.part,) if scope.part else (),
            scope.article,
            paper_of(self._session.desk, self.languages.language),
        )

    def show_preview(self) -> None:
        """Lay the pages out in the worker and show them."""

        def begin() -> None:
            from focalpoint_app.workflow.submitting.documents import working_view

            view, wish = working_view(self._session.desk), self.wish

            def work(progress: Progress, cancelled: Callable[[], bool]) -> Preview:
                from focalpoint_app.workflow.submitting.documents import composed
                from focalpoint_app.workflow.submitting.preview import preview_of

                return preview_of(composed(view, wish), watch_of(progress, cancelled))

            self.bar.run(words, work, self._show_pages, self._fail)

        words = self._session.catalogue("The pages are being laid out…")
        self._prepare(words, begin)

    def save_to(self, target: Path) -> None:
        def begin() -> None:
            from focalpoint_app.workflow.submitting.documents import working_view

            view, wish = working_view(self._session.desk), self.wish
            workspace = self._session.desk.path

            def work(progress: Progress, cancelled: Callable[[], bool]) -> Printed:
                from focalpoint_app.workflow.submitting.documents import (
                    composed,
                    printed,
                )
                from focalpoint_app.workflow.submitting.outputs import refuse_same

                refuse_same(workspace, target)
                watch = watch_of(progress, cancelled)
                return printed(composed(view, wish), target, watch)

            self.bar.run(words, work, self._show_done, self._fail)

        words = self._session.catalogue("The document is being written…")
        self._prepare(words, begin)

    def retranslate(self, tr: Catalogue) -> None:
        for at, words in enumerate(KINDS.values()):
            self._kind.setItemText(at, tr(words))
        self.languages.retranslate(tr)
        self.notice.retranslate(tr)
        self._show_scopes()

    def _show_scopes(self) -> None:
        """Only what the kind can cover; the choice stays where it is still there."""
        desk, tr = self._session.desk, self._session.catalogue
        at = self.scope.currentIndex()
        before = self._scopes[at] if 0 <= at < len(self._scopes) else Scope()
        found = [
            each
            for each in scopes(desk.questionnaire, desk.review.parts, tr)
            if _covers(self.kind, each[0])
        ]
        self._scopes = tuple(scope for scope, _ in found)
        self.scope.clear()
        self.scope.addItems([words for _, words in found])
        if before in self._scopes:
            self.scope.setCurrentIndex(self._scopes.index(before))

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
            import_module("focalpoint_app.workflow.submitting.documents")

        self.bar.run(words, load, lambda _loaded: begin(), self._fail)

    def _show_pages(self, preview: Preview) -> None:
        from focalpoint_app.gui.preview.preview_dialog import show_preview

        show_preview(self._session, preview, self.window())

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
        tr = self._session.catalogue
        title, what = tr("Where the document is written"), tr(KINDS[self.kind])
        target = ask_pdf(self._dialogs, self, self._session, title, what)
        if target is not None:
            self.save_to(target)

    def _open(self) -> None:
        if self.written is not None:
            open_written(self.written, self.notice, self._session.catalogue)


def _covers(kind: str, scope: Scope) -> bool:
    if kind == BLANK:
        return True
    return bool(scope.article) if kind == ARTICLE else not scope.article
