"""A letter to who is late: its words, a new date, its register; then its files."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import Signal

from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.reminder import Step
from focalpoint_app.gui.consultation.register_fields import RegisterFields
from focalpoint_app.gui.consultation.stages import STEPS, usual_signatory
from focalpoint_app.gui.controls.buttons import push_button
from focalpoint_app.gui.controls.file_dialogs import FileDialogs
from focalpoint_app.gui.controls.form import FormRow
from focalpoint_app.gui.controls.line_field import LineField
from focalpoint_app.gui.controls.notice import Notice
from focalpoint_app.gui.controls.sheet import Section, beside
from focalpoint_app.gui.controls.told import Told
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.start.date_row import DateRow
from focalpoint_app.gui.start.texts import TextRow
from focalpoint_app.gui.submission.work_bar import WorkBar
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.markers import N_
from focalpoint_app.workflow.consultation.following import (
    Followed,
    Reminding,
    keep_reminder,
    letter_body,
    reminder_files,
    reminder_letter,
    reminder_paper,
    reworded,
    usual_until,
)
from focalpoint_app.workflow.consultation.round_files import MadeFile, put_files
from focalpoint_app.workflow.consultation.stakeholders import LONGEST_NAME


class ReminderCard(Section):
    """Signals:
    written: the files are in a folder; the folder, and the ``Reminder`` that stands
        in the register.
    closed: it is not written after all.
    """

    written = Signal(object, object)
    closed = Signal()

    def __init__(self, session: Session, told: Told, dialogs: FileDialogs) -> None:
        super().__init__(told, N_("Letter"), _ABOUT)
        self._session = session
        self._dialogs = dialogs
        self._followed: Followed | None = None
        self._usual = ""
        self.step = Step.REMINDER
        self.addressee = TextRow(session.desk.review.languages[0])
        self.body = TextRow(session.desk.review.languages[0])
        self.signatory = LineField()
        self.until = DateRow()
        self.register = RegisterFields()
        self.write = push_button(primary=True)
        self.close_it = push_button()
        self.bar = WorkBar(session, told, can_stop=False)
        self.notice = Notice()
        self._signatory = FormRow(self.signatory)
        self._build(told)

    def _build(self, told: Told) -> None:
        told.add(self.addressee.say, N_("To whom, one line under the other"))
        told.add(self.body.say, N_("Words of the letter"))
        told.add(self._signatory.say, N_("Signed by"))
        told.add(self.until.say, N_("New date for the answers"))
        told.add(self.write.setText, N_("Write the letter…"))
        told.add(self.close_it.setText, N_("Cancel"))
        self.signatory.setMaxLength(LONGEST_NAME)
        self.column.addWidget(self.addressee)
        self.column.addWidget(self.body)
        for widget in (
            self._signatory,
            self.until,
            self.register,
            self.bar,
            self.notice,
        ):
            self.column.addWidget(widget)
        self.column.addLayout(beside(self.write, self.close_it))
        self.write.clicked.connect(self._ask_folder)
        self.close_it.clicked.connect(self.closed)
        self.until.line.editingFinished.connect(self._name_date)

    def describe(self, followed: Followed, step: Step, today: date) -> None:
        """The usual words of this step, to be changed at will."""
        tr = self._session.catalogue
        self._followed, self.step = followed, step
        self.notice.be_quiet()
        is_withdrawal = step is Step.WITHDRAWAL
        until = "" if is_withdrawal else usual_until(today)
        self.until.show_date(until)
        self.until.setVisible(not is_withdrawal)
        is_ours = step is not Step.ESCALATION
        signed = usual_signatory(self._session) if is_ours else ""
        self.signatory.setText(signed)
        self.signatory.setCursorPosition(0)
        letter = reminder_letter(followed, step, until=until)
        self.addressee.show_text(letter.salutation)
        self._show_usual(letter_body(letter))
        self.register.show_register(followed.sent.request.register)
        for name in ("outgoing", "annexes"):
            self.register.lines[name].clear()
        self.register.date.show_date(today.isoformat())
        self.heading.setText(tr(STEPS[step]))

    @property
    def reminding(self) -> Reminding | None:
        """What stands in the card."""
        followed = self._followed
        if followed is None:
            return None
        until = self.until.date or ""
        usual = reminder_letter(followed, self.step, until=until)
        letter = reworded(
            usual, self.addressee.text, self.body.text, self.signatory.text().strip()
        )
        register, now = self.register.register, self._session.desk.clock()
        return Reminding(followed, self.step, letter, until, register, now)

    def write_into(self, folder: Path) -> None:
        """Made in the worker, entered into the register, then put in the folder."""
        reminding, session = self.reminding, self._session
        if reminding is None or self.bar.is_busy:
            return
        self.notice.be_quiet()
        paper = reminder_paper(session.desk, reminding)
        self.bar.run(
            session.catalogue("The letter is being written…"),
            lambda _progress, _cancelled: reminder_files(reminding, paper),
            lambda files: self._keep(reminding, files, folder),
            self._fail,
        )

    def retranslate(self, tr: Catalogue) -> None:
        for part in (self.addressee, self.body, self.register, self.notice):
            part.retranslate(tr)
        self.heading.setText(tr(STEPS[self.step]))

    def _name_date(self) -> None:
        """Another date in the usual words; words that were changed stay."""
        followed, until = self._followed, self.until.date
        if followed is None or until is None or self.body.text != self._usual:
            return
        self._show_usual(letter_body(reminder_letter(followed, self.step, until=until)))

    def _show_usual(self, body: str) -> None:
        self.body.show_text(body)
        self._usual = self.body.text

    def _keep(
        self, reminding: Reminding, files: tuple[MadeFile, ...], folder: Path
    ) -> None:
        session = self._session
        kept = session.act(lambda: keep_reminder(session.desk, reminding))
        if kept is None:
            return
        self.bar.run(
            session.catalogue("The files are put into the folder…"),
            lambda _progress, _cancelled: put_files(files, folder),
            lambda _paths: self.written.emit(folder, kept),
            self._fail,
        )

    def _fail(self, error: AppError) -> None:
        self.notice.show_error(error, self._session.catalogue)

    def _ask_folder(self) -> None:
        tr = self._session.catalogue
        if not all([self.until.check(tr), self.register.check(tr)]):
            return
        title = tr("The folder that the files are written into")
        folder = self._dialogs.folder(self, title)
        if folder is not None:
            self.write_into(folder)


_ABOUT = N_(
    "Its words can be changed. It is written as PDF on the letterhead and as a mail;"
    " this program sends nothing."
)
