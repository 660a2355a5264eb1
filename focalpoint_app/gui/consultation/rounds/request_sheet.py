"""One request: how it stands, what it asks, letters that followed and may follow."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from focalpoint_app.domain.reminder import Reminder, Step
from focalpoint_app.gui.consultation.rounds.again_card import AgainCard
from focalpoint_app.gui.consultation.rounds.asked_list import AskedList
from focalpoint_app.gui.consultation.rounds.reminder_card import ReminderCard
from focalpoint_app.gui.consultation.rounds.request_facts import (
    letter_facts,
    request_facts,
)
from focalpoint_app.gui.consultation.rounds.withdraw_row import WithdrawRow
from focalpoint_app.gui.consultation.stages import STEPS, TONES, stage_words, today
from focalpoint_app.gui.consultation.undo_notice import UndoNotice
from focalpoint_app.gui.controls.buttons import push_button
from focalpoint_app.gui.controls.file_dialogs import FileDialogs
from focalpoint_app.gui.controls.flow import FlowLayout
from focalpoint_app.gui.controls.labels import say, title_label
from focalpoint_app.gui.controls.sheet import Facts, Section, Sheet, beside
from focalpoint_app.gui.controls.surfaces import Badge
from focalpoint_app.gui.controls.told import Told
from focalpoint_app.gui.documents.targets import open_written
from focalpoint_app.gui.questionnaire.contributions.words import institution_name
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.theme.style import PRIMARY
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.markers import N_
from focalpoint_app.workflow.consultation.following import FOLLOWING, Followed, is_file


class RequestSheet(Sheet):
    """Signals:
    changed: a letter was written; the list is to be read again.
    institution: the institution is to be shown; its id.
    """

    changed = Signal()
    institution = Signal(str)

    def __init__(self, session: Session, dialogs: FileDialogs) -> None:
        super().__init__()
        self._session = session
        self._told = Told()
        self._followed: Followed | None = None
        self._folder: Path | None = None
        self.name = title_label()
        self.stage = Badge()
        self.facts = Facts()
        self.letters = Facts()
        steps = (*FOLLOWING, Step.WITHDRAWAL)
        self.steps = {step: push_button() for step in steps}
        self.again = push_button(quiet=True)
        self.show_institution = push_button(quiet=True)
        self.withdraw = push_button(quiet=True)
        self.open = push_button()
        self.notice = UndoNotice()
        self.withdrawing = WithdrawRow(session)
        self.asked = AskedList(session)
        self.reminder = ReminderCard(session, self._told, dialogs)
        self.files = AgainCard(session, self._told, dialogs)
        self._build()
        self._connect()

    def _build(self) -> None:
        heading = QHBoxLayout()
        heading.addWidget(self.name, 1)
        heading.addWidget(self.stage, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(heading)
        about = Section(self._told, N_("The request"))
        for widget in (self.facts, self._others(), self.withdrawing):
            about.column.addWidget(widget)
        self._following = Section(self._told, N_("Letters that followed"))
        for widget in (self.letters, self._buttons(), self.notice):
            self._following.column.addWidget(widget)
        self._following.column.addLayout(beside(self.open))
        asked = Section(self._told, N_("What it asks"))
        asked.column.addWidget(self.asked)
        cards = (about, self.files, self._following, self.reminder, asked)
        for card in cards:
            self.column.addWidget(card)
        self.finish()

    def _buttons(self) -> QWidget:
        row = QWidget()
        flow = FlowLayout(row, 8)
        for step, button in self.steps.items():
            flow.addWidget(button)
            button.clicked.connect(lambda _=False, step=step: self.remind(step))
        return row

    def _others(self) -> QWidget:
        row = QWidget()
        flow = FlowLayout(row, 8)
        self._told.add(self.again.setText, N_("Write its files again…"))
        self._told.add(self.show_institution.setText, N_("Show the institution"))
        self._told.add(self.withdraw.setText, N_("Withdraw the request…"))
        self._told.add(self.open.setText, N_("Open the folder"))
        for button in (self.again, self.show_institution, self.withdraw):
            flow.addWidget(button)
        return row

    def _connect(self) -> None:
        self.again.clicked.connect(self.write_again)
        self.open.clicked.connect(self._open)
        self.withdraw.clicked.connect(lambda: self.withdrawing.ask(self.id))
        self.withdrawing.changed.connect(self.changed)
        self.show_institution.clicked.connect(self._show_institution)
        self.reminder.written.connect(self._tell_letter)
        self.files.written.connect(self._tell_written)
        for card in (self.reminder, self.files):
            card.closed.connect(card.hide)

    @property
    def id(self) -> str:
        """Of the request shown; empty before one is."""
        return self._followed.id if self._followed is not None else ""

    def show_followed(self, followed: Followed) -> None:
        """Another one folds the letters that were begun for the last."""
        if followed.id != self.id:
            for widget in (self.reminder, self.files, self.open):
                widget.hide()
            self.notice.be_quiet()
            self.withdrawing.forget()
            self.verticalScrollBar().setValue(0)
        elif followed.withdrawal is None:
            self.withdrawing.notice.be_quiet()  # Undone, wherever that was.
        self._followed = followed
        self._show(self._session.catalogue)

    def remind(self, step: Step) -> None:
        """Begin this letter, with its usual words."""
        if self._followed is None:
            return
        self.files.hide()
        self.reminder.describe(self._followed, step, today(self._session))
        self.reminder.show()
        self.ensureWidgetVisible(self.reminder)
        self.reminder.body.area.setFocus()

    def write_again(self) -> None:
        if self._followed is None:
            return
        self.reminder.hide()
        self.files.describe(self._followed)
        self.files.show()

    def retranslate(self, tr: Catalogue) -> None:
        self._told.retranslate(tr)
        for step, button in self.steps.items():
            words = tr(STEPS[step])
            button.setText(f"{words}…")
        for part in (self.reminder, self.files, self.withdrawing, self.notice):
            part.retranslate(tr)
        self._show(tr)

    def _show(self, tr: Catalogue) -> None:
        followed = self._followed
        if followed is None:
            return
        say(self.name, institution_name(followed.stakeholder, tr))
        tone = TONES[followed.state.stage]
        self.stage.say(stage_words(followed.state, tr), tone)
        self.facts.show_facts(request_facts(followed, tr))
        self.letters.show_facts(letter_facts(followed, tr))
        self.asked.show_followed(followed)
        stands = followed.withdrawal is None
        self.again.setVisible(stands and is_file(followed.sent))
        self.withdraw.setVisible(stands)
        for step, button in self.steps.items():
            button.setVisible(stands is (step is not Step.WITHDRAWAL))
            button.setProperty(PRIMARY, step is followed.next)
            button.update()

    def _tell_letter(self, folder: Path, kept: Reminder) -> None:
        """A letter that is not sent after all leaves the register again."""

        def undo() -> None:
            workspace = self._session.desk.workspace
            self._session.act(lambda: workspace.delete_reminder(kept.id))
            self.open.hide()
            self.changed.emit()

        self._tell_written(folder, undo)

    def _tell_written(
        self, folder: Path, undo: Callable[[], None] | None = None
    ) -> None:
        self._folder = folder
        for widget in (self.reminder, self.files):
            widget.hide()
        self.open.show()

        def lines(tr: Catalogue) -> tuple[str, ...]:
            return (tr("The files are in {folder}.", folder=str(folder)),)

        self.notice.tell(lines, self._session.catalogue, undo)
        self.changed.emit()

    def _open(self) -> None:
        if self._folder is not None:
            open_written(self._folder, self.notice.notice, self._session.catalogue)

    def _show_institution(self) -> None:
        if self._followed is not None:
            self.institution.emit(self._followed.stakeholder.id)
