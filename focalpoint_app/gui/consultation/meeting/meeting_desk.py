"""A meeting as it goes on: the agenda, what is said, who attends, the minutes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QWidget,
)

from focalpoint_app.domain.errors import AppError
from focalpoint_app.gui.consultation.meeting.agenda import Agenda
from focalpoint_app.gui.consultation.meeting.attendance_card import AttendanceCard
from focalpoint_app.gui.consultation.meeting.projector import Projector
from focalpoint_app.gui.consultation.meeting.spoken_card import SpokenCard
from focalpoint_app.gui.controls.abreast import Abreast
from focalpoint_app.gui.controls.buttons import push_button
from focalpoint_app.gui.controls.form import FormRow
from focalpoint_app.gui.controls.line_field import LineField
from focalpoint_app.gui.controls.notice import Notice
from focalpoint_app.gui.controls.sheet import Section, Sheet, beside
from focalpoint_app.gui.controls.split import split
from focalpoint_app.gui.controls.text_area import TextArea
from focalpoint_app.gui.controls.told import Told
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.start.date_row import DateRow
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.markers import N_
from focalpoint_app.language.names import OFFICIAL_LANGUAGES, language_name

if TYPE_CHECKING:
    from focalpoint_app.workflow.consultation.meetings import Meeting

_PAUSE = 500  # ms


class MeetingDesk(QWidget):
    """Everything is kept half a second after it is typed.

    Signals:
        taken: the ``Received`` of each speaker.
        left: the meeting is put down, or away.
    """

    taken = Signal(object)
    left = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._told = Told()
        self.meeting: Meeting | None = None
        self._is_owed = False
        self.projector: Projector | None = None
        self.agenda = Agenda(session)
        self.spoken = SpokenCard(session, self._told)
        self.attendance = AttendanceCard(session, self._told)
        self.title = LineField()
        self.where = LineField()
        self.date = DateRow()
        self.language = QComboBox()
        self.minutes = TextArea(session.desk.review.languages[0])
        self.notice = Notice()
        self.take = push_button(primary=True)
        self.put_down = push_button()
        self.put_away = push_button()
        self._rows = {w: FormRow(w) for w in (self.title, self.where, self.language)}
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._build()
        self._tell()
        self._connect()

    def _build(self) -> None:
        for tag in OFFICIAL_LANGUAGES:
            self.language.addItem(language_name(tag), tag)
        about = Section(self._told, N_("The meeting"))
        called, when = (self._rows[self.title], self.date)
        place, spoken = (self._rows[each] for each in (self.where, self.language))
        about.column.addLayout(Abreast((called, when), (place, spoken)))
        noted = Section(self._told, N_("Minutes of the whole"), _MINUTES)
        noted.column.addWidget(self.minutes)
        sheet = Sheet(widest=760)
        for card in (self.spoken, about, self.attendance, noted, self.notice):
            sheet.column.addWidget(card)
        sheet.column.addLayout(beside(self.take, self.put_down, self.put_away))
        sheet.finish()
        split(self, self.agenda, sheet, at=380)

    def _tell(self) -> None:
        told = self._told
        told.add(self._rows[self.title].say, N_("What the meeting is called"))
        told.add(self._rows[self.where].say, N_("Place"))
        told.add(self._rows[self.language].say, N_("Language of the minutes"))
        told.add(self.date.say, N_("Date of the meeting"))
        told.add(self.minutes.setAccessibleName, N_("Minutes of the whole"))
        told.add(self.take.setText, N_("Take into the consultation"))
        told.add(self.put_down.setText, N_("Go on later"))
        told.add(self.put_away.setText, N_("Discard the meeting"))

    def _connect(self) -> None:
        self._pause.timeout.connect(self.keep)
        for line in (self.title, self.where, self.date.line):
            line.textEdited.connect(lambda _text: self._pause.start())
        self.language.activated.connect(lambda _at: self.keep())
        self.minutes.typed.connect(self._pause.start)
        self.minutes.left.connect(self.keep)
        self.minutes.refused.connect(self._session.failed)
        self.spoken.changed.connect(self.keep)
        self.attendance.changed.connect(self._seat)
        self.agenda.turned.connect(self._turn)
        self.agenda.moved.connect(lambda _article: self.keep())
        self.agenda.projected.connect(self.project)
        self.take.clicked.connect(self._take)
        self.put_down.clicked.connect(self._put_down)
        self.put_away.clicked.connect(self._put_away)

    def show_meeting(self, meeting: Meeting) -> None:
        self.meeting = None  # What stands in the fields is the last one's.
        self.notice.be_quiet()
        self.title.setText(meeting.title)
        self.where.setText(meeting.place)
        self.date.show_date(meeting.date)
        self.date.complain()
        self.language.setCurrentIndex(max(0, self.language.findData(meeting.language)))
        self.minutes.show_text(meeting.minutes)
        self.attendance.show_attendees(meeting.attendees)
        self.spoken.forget()
        self.meeting, self._is_owed = meeting, False
        self.agenda.show_article(meeting.article)
        self._show_noted()

    def keep(self) -> None:
        """As it stands; told where a text cannot be kept.

        Behind the lock, before which it was kept, nothing stands in the fields.
        """
        from focalpoint_app.workflow.consultation.meetings import keep_meeting

        self._pause.stop()
        if self.meeting is None or self._session.desk.workspace.is_locked:
            return
        now = self._written(self.meeting)
        if now != self.meeting or self._is_owed:
            self.meeting, desk = now, self._session.desk
            self._is_owed = not self._session.does(lambda: keep_meeting(desk, now))
            self._show_noted()

    def project(self) -> None:
        """The question on the wall, in a window of its own."""
        if self.projector is None:
            self.projector = Projector(self._session, self)
            self.projector.stepped.connect(self.agenda.step)
            self.projector.closed.connect(self._forget_projector)
        self.projector.show_question(self.agenda.question)
        self.projector.show()
        self.projector.raise_()

    def unproject(self) -> None:
        if self.projector is not None:
            self.projector.close()

    def retranslate(self, tr: Catalogue) -> None:
        self._told.retranslate(tr)
        self.notice.retranslate(tr)
        self.keep()
        self.attendance.retranslate(tr)
        self.agenda.retranslate(tr)
        if self.projector is not None:
            self.projector.retranslate(tr)

    def _written(self, meeting: Meeting) -> Meeting:
        date = self.date.date
        return replace(
            self.spoken.spoken(meeting),
            title=self.title.text().strip(),
            place=self.where.text().strip(),
            date=meeting.date if date is None else date,
            language=str(self.language.currentData()),
            minutes=self.minutes.text(),
            attendees=self.attendance.attendees,
            article=self.agenda.place,
        )

    def _turn(self, question: str) -> None:
        """What was typed to the last question is kept before."""
        self.keep()
        if self.meeting is not None:
            self.spoken.show_question(question, self.meeting)
        if self.projector is not None:
            self.projector.show_question(question)

    def _seat(self) -> None:
        """Another institution at the table is another row under the question."""
        before = self.meeting.institutions if self.meeting else ()
        self.keep()
        if self.meeting is not None and self.meeting.institutions != before:
            self.spoken.show_question(self.agenda.question, self.meeting)

    def _show_noted(self) -> None:
        spoken = self.meeting.spoken if self.meeting else ()
        self.agenda.show_noted(frozenset(each.question for each in spoken))

    def _take(self) -> None:
        from focalpoint_app.workflow.consultation.meetings import take_meeting

        self.keep()
        meeting, tr = self.meeting, self._session.catalogue
        if meeting is None or not self._is_complete(tr):
            return
        self.notice.be_quiet()
        self._session.autosave.flush()
        try:
            received = take_meeting(self._session.desk, meeting, tr)
        except AppError as error:
            self.notice.show_error(error, tr)
            return
        self._leave()
        self._session.refreshed.emit()
        self.taken.emit(received)

    def _is_complete(self, tr: Catalogue) -> bool:
        named = bool(self.title.text().strip())
        words = "" if named else tr("Say what the meeting is called.")
        self._rows[self.title].complain(words)
        if not named:
            self.title.setFocus()
        return self.date.check(tr) and named

    def _put_down(self) -> None:
        """Not while the file refuses it: its words stand nowhere else."""
        self.keep()
        if self._is_owed:
            return
        self._leave()
        self.left.emit()

    def _put_away(self) -> None:
        from focalpoint_app.workflow.consultation.meetings import drop_meeting

        meeting, desk = self.meeting, self._session.desk
        self._leave()
        if meeting is not None:
            self._session.act(lambda: drop_meeting(desk, meeting))
        self.left.emit()

    def _leave(self) -> None:
        self.unproject()
        self.meeting = None

    def _forget_projector(self) -> None:
        if self.projector is not None:
            self.projector.deleteLater()
        self.projector = None


_MINUTES = N_("What belongs to no single question; kept with every contribution.")
