"""The window that shows pages before they are written: read, find, print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from focalpoint_app.domain.errors import AppError
from focalpoint_app.gui.controls.buttons import IconButton, push_button
from focalpoint_app.gui.controls.labels import plain_label
from focalpoint_app.gui.controls.notice import Mood, Notice
from focalpoint_app.gui.controls.screens import size_on_screen
from focalpoint_app.gui.controls.surfaces import Ground
from focalpoint_app.gui.controls.told import Told
from focalpoint_app.gui.preview.find_line import FindLine
from focalpoint_app.gui.preview.page_view import PageView
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.submission.work_bar import WorkBar
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.characters import named_characters
from focalpoint_app.language.markers import N_

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from focalpoint_app.workflow.submitting.preview import Preview


def show_preview(session: Session, preview: Preview, parent: QWidget) -> None:
    """Not over a window that was locked while the pages were laid out."""
    if session.desk.workspace.is_locked:
        preview.close()
    else:
        PreviewDialog(session, preview, parent).show()


class PreviewDialog(QDialog):
    """Stays beside the window; several may be open."""

    def __init__(self, session: Session, preview: Preview, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        size_on_screen(self, 940, 980)
        self._session = session
        self.preview = preview
        self._told = Told()
        self.view = PageView(preview)
        self.finding = FindLine(self.view)
        self.page_words = plain_label()
        self.smaller, self.larger = IconButton("smaller"), IconButton("larger")
        self.fitting = IconButton("fit")
        self.print = push_button()
        self.notice = Notice()
        self.bar = WorkBar(session, self._told)
        self._build()
        self._connect()
        self.retranslate(session.catalogue)
        self._show_missing()
        self.view.setFocus()

    def _build(self) -> None:
        tools = Ground("card")
        row = QHBoxLayout(tools)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(8)
        row.addWidget(self.finding, 1)
        row.addSpacing(8)
        for widget in (
            self.page_words, self.smaller, self.fitting, self.larger, self.print,
        ):  # fmt: skip
            row.addWidget(widget)
        told = QWidget()
        inner = QVBoxLayout(told)
        inner.setContentsMargins(16, 0, 16, 0)
        inner.addWidget(self.notice)
        inner.addWidget(self.bar)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for each in (tools, told):
            column.addWidget(each)
        column.addWidget(self.view, 1)

    def _connect(self) -> None:
        told, view = self._told, self.view
        told.add(view.setAccessibleName, N_("Preview of the pages"))
        told.add(self.print.setText, N_("Print…"))
        view.turned.connect(self._tell_page)
        self.smaller.clicked.connect(view.zoom_out)
        self.larger.clicked.connect(view.zoom_in)
        self.fitting.clicked.connect(view.fit)
        self.finding.left.connect(view.setFocus)
        self.print.clicked.connect(self._ask_printer)
        self._session.translator.changed.connect(self._speak)

    def retranslate(self, tr: Catalogue) -> None:
        self._told.retranslate(tr)
        self.finding.retranslate(tr)
        self.notice.retranslate(tr)
        self.setWindowTitle(tr("Preview: {title}", title=self.preview.title))
        self.smaller.name_it(tr("Smaller"), "Ctrl+-")
        self.larger.name_it(tr("Larger"), "Ctrl++")
        self.fitting.name_it(tr("As wide as the window"), "Ctrl+0")
        self._tell_page()

    def print_on(self, printer: QPrinter) -> None:
        """In the worker, with a bar and the way to stop it."""
        from focalpoint_app.gui.preview.printing import print_pages

        tr, preview = self._session.catalogue, self.preview
        self.notice.be_quiet()
        self.print.setEnabled(False)
        self.bar.run(
            tr("The pages go to the printer…"),
            lambda progress, cancelled: print_pages(
                preview, printer, progress, cancelled
            ),
            self._show_printed,
            self._fail,
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Find):
            self.finding.field.setFocus()
            self.finding.field.selectAll()
        elif event.matches(QKeySequence.StandardKey.Print):
            self._ask_printer()
        elif event.matches(QKeySequence.StandardKey.ZoomIn):
            self.view.zoom_in()
        elif event.matches(QKeySequence.StandardKey.ZoomOut):
            self.view.zoom_out()
        elif event.key() == Qt.Key.Key_0 and (
            event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self.view.fit()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Its pages are used by the printer until that is done."""
        if self.bar.is_busy:
            event.ignore()
            return
        super().closeEvent(event)
        self.preview.close()

    def _speak(self) -> None:
        self.setLayoutDirection(self._session.translator.direction)
        self.retranslate(self._session.catalogue)

    def _tell_page(self, _page: int = 0) -> None:
        tr = self._session.catalogue
        number, pages = self.view.page + 1, self.preview.pages
        words = tr("Page {page} of {pages}", page=number, pages=pages)
        self.page_words.setText(words)
        self.view.setAccessibleDescription(words)

    def _ask_printer(self) -> None:
        from focalpoint_app.gui.preview.printing import asked_printer

        if self.bar.is_busy:
            return
        printer = asked_printer(self.preview, self)
        if printer is not None:
            self.print_on(printer)

    def _show_printed(self, pages: int) -> None:
        def lines(tr: Catalogue) -> tuple[str, ...]:
            one, many = "{n} page was printed.", "{n} pages were printed."
            return (tr.counted(one, many, pages),)

        self.print.setEnabled(True)
        self.notice.tell(Mood.DONE, lines, self._session.catalogue)

    def _fail(self, error: AppError) -> None:
        self.print.setEnabled(True)
        self.notice.show_error(error, self._session.catalogue)

    def _show_missing(self) -> None:
        missing = self.preview.missing
        if not missing:
            return

        def lines(tr: Catalogue) -> tuple[str, ...]:
            said = named_characters(missing)
            return (tr("No font has these characters: {list}", list=said),)

        self.notice.tell(Mood.CARE, lines, self._session.catalogue)
