"""A packet before it is open: its passphrase is asked, what is wrong is told."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QProgressBar, QVBoxLayout, QWidget

from focalpoint_app.domain.errors import AppError
from focalpoint_app.gui.contributing.own_key_card import OwnKeyCard
from focalpoint_app.gui.controls.buttons import push_button
from focalpoint_app.gui.controls.form import FormRow
from focalpoint_app.gui.controls.labels import soft_label
from focalpoint_app.gui.controls.line_field import LineField
from focalpoint_app.gui.controls.notice import Notice
from focalpoint_app.gui.controls.sheet import Section, Sheet, beside
from focalpoint_app.gui.controls.told import Told
from focalpoint_app.gui.page import Page
from focalpoint_app.gui.tasks import Task, TaskRunner
from focalpoint_app.gui.translator import Translator
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.isolates import isolate
from focalpoint_app.language.markers import N_

if TYPE_CHECKING:
    from focalpoint_app.workflow.consultation.errand import Errand


class PacketPage(Page):
    """Opens by itself where no passphrase is asked.

    Signals:
        opened: the ``Errand`` and its ``Desk``, opened on the window's thread.
        left: the user wants something else.
    """

    opened = Signal(object, object)
    left = Signal()

    def __init__(self, translator: Translator, runner: TaskRunner, path: Path) -> None:
        super().__init__()
        self._translator = translator
        self._runner = runner
        self._path = path
        self._told = Told()
        self.passphrase = LineField()
        self.open = push_button(primary=True)
        self.back = push_button()
        self.notice = Notice()
        self.own_key = OwnKeyCard(self._told)
        self._row = FormRow(self.passphrase)
        self._busy = QProgressBar()
        self._build()
        self.open.clicked.connect(self.unlock)
        self.passphrase.returnPressed.connect(self.unlock)
        self.back.clicked.connect(self.left)

    def _build(self) -> None:
        sheet = Sheet(widest=640)
        card = Section(self._told, N_("Questions for your institution"), _ABOUT)
        name = soft_label(wrap=True)
        name.setText(isolate(self._path.name))
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        self._busy.hide()
        for widget in (name, self._row, self.notice, self._busy):
            card.column.addWidget(widget)
        card.column.addLayout(beside(self.open, self.back))
        sheet.column.addSpacing(34)
        sheet.column.addWidget(card)
        sheet.column.addWidget(self.own_key)
        sheet.finish()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(sheet)
        self._told.add(self._row.say, N_("Passphrase of the packet"))
        self._told.add(self.open.setText, N_("Open the packet"))
        self._told.add(self.back.setText, N_("Back"))

    def begin(self) -> None:
        """Ask for the passphrase, or open it at once."""
        from focalpoint_app.workflow.consultation.errand import asks_for_passphrase

        self._row.hide()
        try:
            is_locked = asks_for_passphrase(self._path)
        except AppError as error:
            self.open.hide()
            self.show_error(error)
            return
        self._row.setVisible(is_locked)
        if is_locked:
            self.passphrase.setFocus()
        else:
            self.unlock()

    def unlock(self) -> None:
        """In the worker: a passphrase takes a second."""
        from focalpoint_app.workflow.consultation.errand import errand_of

        self.notice.be_quiet()
        self._show_busy(busy=True)
        word = self.passphrase.text() or None
        task = Task(
            lambda _progress, _cancelled: errand_of(self._path, word),
            self._hand_over,
            self.show_error,
        )
        self._runner.run(task)

    def show_error(self, error: AppError) -> None:
        self._show_busy(busy=False)
        told = AppError(error.code, **{"file": self._path.name, **error.context})
        self.notice.show_error(told, self._translator.catalogue)
        if error.code == "packet.wrong_key":  # What to do is to give them one's own.
            self.own_key.show_key()
        self.passphrase.selectAll()
        self.passphrase.setFocus()

    def retranslate(self, tr: Catalogue) -> None:
        self._told.retranslate(tr)
        self.notice.retranslate(tr)

    def panes(self) -> tuple[QWidget, ...]:
        return (self.passphrase,)

    def _hand_over(self, errand: Errand) -> None:
        try:
            desk = errand.desk()
        except AppError as error:
            self.show_error(error)
            return
        self.passphrase.clear()
        self.opened.emit(errand, desk)
        self.deleteLater()

    def _show_busy(self, *, busy: bool) -> None:
        self._busy.setVisible(busy)
        for widget in (self.open, self.back, self.passphrase):
            widget.setEnabled(not busy)


_ABOUT = N_(
    "Another office asks for your answers. You write them here, on this computer; they"
    " leave it only in the reply file that you send back yourself."
)
