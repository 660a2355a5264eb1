"""The start page: what the program offers when it is opened without a file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from focalpoint_app.domain.errors import AppError
from focalpoint_app.gui.controls.buttons import push_button
from focalpoint_app.gui.controls.file_dialogs import (
    PACKET_SUFFIX,
    SUFFIX,
    FileDialogs,
    documents_folder,
    dropped_file,
    pattern_of,
    with_suffix,
)
from focalpoint_app.gui.controls.labels import plain_label, soft_label, title_label
from focalpoint_app.gui.controls.notice import Notice
from focalpoint_app.gui.controls.sheet import Sheet, beside
from focalpoint_app.gui.controls.told import Told
from focalpoint_app.gui.page import Page
from focalpoint_app.gui.start.actions import RecentFiles, WaysIn
from focalpoint_app.gui.tasks import Task, TaskRunner
from focalpoint_app.gui.translator import Translator
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.markers import N_
from focalpoint_app.platform.settings import Settings

if TYPE_CHECKING:
    from focalpoint_app.gui.securing.opening_form import OpeningForm
    from focalpoint_app.gui.start.mending import MendingForm
    from focalpoint_app.gui.start.new_review import NewReviewForm
    from focalpoint_app.workflow.review.desk import Desk
    from focalpoint_app.workflow.review.opening import NewReview


class StartPage(Page):
    """Stands until a review is open; a refused file is told of here.

    Signals:
        opened: a ``Desk``, opened on the window's thread.
        packet: a file of questions is to be answered; its path.
        forgotten: a recent file is to be taken off the list; its path.
    """

    opened = Signal(object)
    packet = Signal(object)
    forgotten = Signal(object)

    def __init__(
        self,
        translator: Translator,
        runner: TaskRunner,
        settings: Settings,
        dialogs: FileDialogs | None = None,
    ) -> None:
        super().__init__()
        self._translator = translator
        self._runner = runner
        self._settings = settings
        self._dialogs = dialogs or FileDialogs()
        self._told = Told()
        self.notice = Notice()
        self.ways = WaysIn(self._told)
        self.form: NewReviewForm | None = None
        self.unlocking: OpeningForm | None = None
        self.about = push_button(quiet=True)
        self.damaged = push_button(quiet=True)
        self.mending: MendingForm | None = None
        self._spoilt: Path | None = None
        self.recent = RecentFiles(self._told, settings.recent)
        self._stack = QStackedWidget()
        self._busy = QProgressBar()
        self._doing = soft_label(wrap=True)
        self._build()

    def _build(self) -> None:
        sheet = Sheet(widest=900)
        title = title_label()
        words = plain_label(wrap=True)
        self._told.add(title.setText, N_("Focal point"))
        self._told.add(words.setText, _ABOUT)
        self._told.add(self.about.setText, N_("About Focal point"))
        self._told.add(self.damaged.setText, N_("A damaged file, or a backup…"))
        sheet.column.addSpacing(34)
        for widget in (title, words, self.notice, self._doing, self._busy, self.ways):
            sheet.column.addWidget(widget)
        sheet.column.addWidget(self.recent)
        sheet.column.addLayout(beside(self.damaged, self.about))
        sheet.finish()
        self._stack.addWidget(sheet)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        self._rest()
        self.ways.new.clicked.connect(self.ask_new)
        self.ways.open.clicked.connect(self._ask_open)
        self.ways.sample.clicked.connect(self._ask_sample)
        self.ways.answer.clicked.connect(self._ask_packet)
        self.about.clicked.connect(self._show_about)
        self.damaged.clicked.connect(self.ask_mending)
        self.recent.wanted.connect(self.open_file)
        self.recent.forgotten.connect(self.forgotten)
        self.setAcceptDrops(True)

    def _show_about(self) -> None:
        from focalpoint_app.gui.shell.about import About

        About(self._translator.catalogue, self.window()).open()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if not self._is_busy and dropped_file(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = dropped_file(event.mimeData())
        if path is not None and not self._is_busy:
            self.open_file(path)

    def open_file(self, path: Path) -> None:
        """Open it here and now; a refusal is told in place."""
        from focalpoint_app.workflow.review.opening import open_review

        if path.suffix.lower() == PACKET_SUFFIX:
            self.packet.emit(path)
            self.deleteLater()
            return
        self.notice.be_quiet()
        try:
            desk = open_review(path)
        except AppError as error:
            self.refuse(path, error)
            return
        self._hand_over(desk)

    def refuse(self, path: Path, error: AppError) -> None:
        """Tell why it was not opened, or ask for its passphrase."""
        if error.code == "workspace.locked":
            self.ask_passphrase(path)
            return
        self.show_error(error)
        self._spoilt = path if error.code == "workspace.damaged" else None

    def ask_passphrase(self, path: Path) -> None:
        from focalpoint_app.gui.securing.opening_form import OpeningForm

        self._leave_form()
        self.unlocking = OpeningForm(path, self._runner, self._tr)
        self.unlocking.unlocked.connect(self.open_file)
        self.unlocking.left.connect(self._leave_form)
        self._stack.addWidget(self.unlocking)
        self._stack.setCurrentWidget(self.unlocking)
        self.unlocking.focus().setFocus()

    def ask_mending(self) -> None:
        """Look a file over, save what can be read of it, put a backup in its place."""
        from focalpoint_app.gui.start.mending import MendingForm

        self._leave_form()
        self.mending = MendingForm(self._runner, self._tr, self._dialogs)
        self.mending.file.show_path(self._spoilt)
        self.mending.left.connect(self._leave_form)
        self.mending.wanted.connect(self.open_file)
        self._stack.addWidget(self.mending)
        self._stack.setCurrentWidget(self.mending)
        self.mending.focus().setFocus()

    def show_error(self, error: AppError) -> None:
        self._rest()
        if self.form is not None:
            self.form.show_error(error)
        else:
            self._leave_form()
            self.notice.show_error(error, self._tr)

    def ask_new(self) -> None:
        """Show the form for a new review."""
        from focalpoint_app.gui.start.new_review import NewReviewForm

        self.notice.be_quiet()
        self.form = NewReviewForm(self._tr, self._settings.author, self._dialogs)
        self.form.wanted.connect(self._make_new)
        self.form.left.connect(self._leave_form)
        self._stack.addWidget(self.form)
        self._stack.setCurrentWidget(self.form)
        self.form.state.setFocus()

    def make_sample(self, path: Path) -> None:
        """In the worker: it takes a few seconds."""
        language = self._tr.language

        def make() -> None:
            from focalpoint_app.workflow.review.sample import sample_review

            sample_review(path, language).close()

        self._doing.setText(self._tr("The sample is being made…"))
        self._make(path, make)

    def retranslate(self, tr: Catalogue) -> None:
        self._told.retranslate(tr)
        self.notice.retranslate(tr)
        self.recent.retranslate(tr)
        for form in self._forms:
            form.retranslate(tr)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.ways.new.setFocus()

    def panes(self) -> tuple[QWidget, ...]:
        return (self.ways.new,)

    @property
    def _forms(self) -> tuple[NewReviewForm | OpeningForm | MendingForm, ...]:
        found = (self.form, self.unlocking, self.mending)
        return tuple(each for each in found if each is not None)

    @property
    def _is_busy(self) -> bool:
        """The worker is still to answer to a form, which must stay until then."""
        return not all(each.isEnabled() for each in self._forms)

    @property
    def _tr(self) -> Catalogue:
        return self._translator.catalogue

    def _make_new(self, path: Path, wanted: NewReview) -> None:
        def make() -> None:
            from focalpoint_app.workflow.review.opening import new_review

            new_review(path, wanted).close()

        self._make(path, make)

    def _make(self, path: Path, make: Callable[[], None]) -> None:
        """Made and closed in the worker, then opened on the window's thread."""
        self.notice.be_quiet()
        self.setEnabled(False)
        self._busy.show()
        self._doing.setVisible(bool(self._doing.text()))
        task = Task(
            lambda _progress, _cancelled: make(),
            lambda _nothing: self.open_file(path),
            self.show_error,
        )
        self._runner.run(task)

    def _rest(self) -> None:
        self.setEnabled(True)
        self._busy.hide()
        self._doing.hide()
        self._doing.clear()

    def _hand_over(self, desk: Desk) -> None:
        self._rest()
        self.opened.emit(desk)
        self.deleteLater()

    def _ask_open(self) -> None:
        self._ask(self._tr("Open a review"), self._tr("Reviews"), SUFFIX)

    def _ask_packet(self) -> None:
        self._ask(self._tr("Answer a packet"), self._tr("Packets"), PACKET_SUFFIX)

    def _ask(self, title: str, files: str, suffix: str) -> None:
        path = self._dialogs.to_open(self, title, pattern_of(files, suffix))
        if path is not None:
            self.open_file(path)

    def _ask_sample(self) -> None:
        tr = self._tr
        suggested = documents_folder() / (tr("Sample review") + SUFFIX)
        pattern = pattern_of(tr("Reviews"), SUFFIX)
        title = tr("Where the sample is kept")
        path = self._dialogs.to_make(self, title, suggested, pattern)
        if path is not None:
            self.make_sample(with_suffix(path, SUFFIX))

    def _leave_form(self) -> None:
        for form in self._forms:
            self._stack.removeWidget(form)
            form.deleteLater()
        self.form = self.unlocking = self.mending = None
        self.ways.new.setFocus()


_ABOUT = N_(
    "Answer the self-assessment questionnaires of the Review Mechanism on this"
    " computer, without a network, and hand over a signed document."
)
