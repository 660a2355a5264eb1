"""Taking a passage out for good: where it stands, why, and what else is meant."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from focalpoint_app.domain.errors import AppError
from focalpoint_app.gui.controls.buttons import push_button
from focalpoint_app.gui.controls.file_dialogs import (
    FileDialogs,
    documents_folder,
    pattern_of,
)
from focalpoint_app.gui.controls.form import FormRow
from focalpoint_app.gui.controls.labels import plain_label, soft_label
from focalpoint_app.gui.controls.line_field import LineField
from focalpoint_app.gui.controls.notice import Mood, Notice
from focalpoint_app.gui.controls.options import CheckOption
from focalpoint_app.gui.controls.sheet import beside
from focalpoint_app.gui.controls.told import Told
from focalpoint_app.gui.controls.working_dialog import WorkingDialog
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.submission.work_bar import WorkBar
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.markers import N_
from focalpoint_app.language.sentences import sentence

if TYPE_CHECKING:
    from focalpoint_app.workflow.safekeeping.expunging import Expunged, Order

_WIDTH = 620
_PAUSE = 300
"""Milliseconds after typing before the passage is looked for."""

_EXPLAINED = N_(
    "For what should never have been written, such as a protected name. It goes from"
    " the answers, their history, the steps that can be undone, notes and the search;"
    " a mark stands in its place, and a record says who took it out, when and why. This"
    " cannot be undone."
)


class ExpungeDialog(WorkingDialog):
    """``passage`` is what was selected, if anything."""

    def __init__(
        self,
        session: Session,
        parent: QWidget,
        passage: str = "",
        dialogs: FileDialogs | None = None,
    ) -> None:
        super().__init__(parent)
        self.setMinimumWidth(_WIDTH)
        self._session = session
        self._dialogs = dialogs or FileDialogs()
        self._told = Told()
        self.passage, self.reason = LineField(passage), LineField()
        self.rows = FormRow(self.passage), FormRow(self.reason)
        self.found = plain_label(wrap=True)
        self.contributions, self.clearances = CheckOption(), CheckOption()
        self.backups = CheckOption()
        self.go, self.leave = push_button(primary=True), push_button()
        self.record = push_button()
        self.bar = WorkBar(session, self._told, can_stop=False)
        self.notice = Notice()
        self._done: Expunged | None = None
        self.looking = QTimer(self, singleShot=True, interval=_PAUSE)
        self._build()
        self._connect()
        self.look()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 18)
        column.setSpacing(12)
        words = soft_label(wrap=True)
        self._told.add(words.setText, _EXPLAINED)
        choices = (self.contributions, self.clearances, self.backups)
        for widget in (words, *self.rows, self.found, *choices, self.bar, self.notice):
            column.addWidget(widget)
        column.addLayout(beside(self.go, self.record, self.leave))
        self.backups.setChecked(True)
        self.record.hide()

    def _connect(self) -> None:
        self._told.add(self.rows[0].say, N_("The passage"))
        self._told.add(self.rows[1].say, N_("Why (kept and shown; not the passage)"))
        for option, words in (
            (self.contributions, N_("Also from what contributors sent")),
            (self.clearances, N_("Also from clearances, which are void then")),
            (self.backups, N_("Delete backups that hold it, and make a new one")),
            (self.go, N_("Take it out for good")),
            (self.record, N_("Save the record…")),
            (self.leave, N_("Close")),
        ):
            self._told.add(option.setText, words)
        self.passage.textChanged.connect(self.looking.start)
        self.looking.timeout.connect(self.look)
        self.go.clicked.connect(self.expunge)
        self.record.clicked.connect(self.save_record)
        self.leave.clicked.connect(self.close)
        self._session.translator.changed.connect(self._retell)
        self._retell()

    @property
    def order(self) -> Order:
        from focalpoint_app.workflow.safekeeping.expunging import Order

        return Order(
            self.passage.text(),
            self.reason.text(),
            contributions=self.contributions.isChecked(),
            clearances=self.clearances.isChecked(),
            renew_backups=self.backups.isChecked(),
        )

    def look(self) -> None:
        """Say where it stands; further decisions are offered only where it does."""
        from focalpoint_app.domain.expunging import Places
        from focalpoint_app.workflow.safekeeping.expunging import look
        from focalpoint_app.workflow.safekeeping.expunging_words import place_lines

        self._session.autosave.flush()
        self.rows[0].complain()
        places, tr = Places(), self._tr
        try:
            places = look(self._session.desk, self.passage.text())
            self.found.setText("\n".join(place_lines(places, tr)))
        except AppError as error:
            self.found.setText(self._sentence(error) if self.passage.text() else "")
        self.found.setVisible(bool(self.found.text()))
        self.contributions.setVisible(bool(places.contributions))
        self.clearances.setVisible(bool(places.clearances))
        self.go.setEnabled(places.is_anywhere)

    @property
    def is_busy(self) -> bool:
        return self.bar.is_busy

    def hideEvent(self, event: QHideEvent) -> None:
        """Behind the lock nothing is looked for."""
        super().hideEvent(event)
        self.looking.stop()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.looking.start()

    def expunge(self) -> None:
        from focalpoint_app.workflow.safekeeping.expunging import expunged, prepared

        desk = self._session.desk
        self._session.autosave.flush()
        self.rows[1].complain()
        try:
            decided = prepared(desk, self.order)
        except AppError as error:
            self.rows[1].complain(self._sentence(error))
            return

        def work(_progress: object, _cancelled: object) -> Expunged:
            return expunged(desk.workspace, *decided)

        self.go.setEnabled(False)
        self.notice.be_quiet()
        words = self._tr("The passage is being taken out…")
        self.bar.run(words, work, self._finish, self._fail)

    def save_record(self) -> None:
        tr, done, desk = self._tr, self._done, self._session.desk
        pattern = pattern_of(tr("PDF documents"), ".pdf")
        suggested = documents_folder() / f"{desk.path.stem}-expunging.pdf"
        title = tr("Save the record…")
        target = self._dialogs.to_save(self, title, suggested, pattern)
        if target is None or done is None:
            return
        from focalpoint_app.workflow.safekeeping.expunging_words import (
            write_expunging_record,
        )

        def write() -> bool:
            write_expunging_record(desk, done.act, done.copies, target, tr.language)
            return True

        if self._session.act(write):
            self.notice.tell(Mood.DONE, _written(str(target)), tr)

    def _finish(self, done: Expunged) -> None:
        self._done = done
        self._session.desk.reread()
        self._session.requests.forget()
        self._session.refreshed.emit()
        self.passage.clear()
        self.looking.stop()
        self.look()
        for widget in (*self.rows, self.backups):
            widget.setEnabled(False)
        self.record.show()
        self.notice.tell(Mood.DONE, _told_of(done), self._tr)

    def _fail(self, error: AppError) -> None:
        self.go.setEnabled(True)
        self.notice.show_error(error, self._tr)

    def _sentence(self, error: AppError) -> str:
        return sentence(error.code, error.context, self._tr)

    @property
    def _tr(self) -> Catalogue:
        return self._session.catalogue

    def _retell(self) -> None:
        self.setWindowTitle(self._tr("Expunge a passage"))
        self._told.retranslate(self._tr)
        self.notice.retranslate(self._tr)


def _told_of(done: Expunged) -> Callable[[Catalogue], tuple[str, ...]]:
    def lines(tr: Catalogue) -> tuple[str, ...]:
        from focalpoint_app.workflow.safekeeping.expunging_words import left_lines

        first = tr("The passage was taken out; a mark stands in its place.")
        found = (first, *left_lines(done.act, done.copies, tr))
        if done.hindered is None:
            return found
        return (*found, sentence(done.hindered.code, done.hindered.context, tr))

    return lines


def _written(path: str) -> Callable[[Catalogue], tuple[str, ...]]:
    return lambda tr: (tr("Wrote {file}.", file=path),)
