"""The room of meetings: those that are noted, and the one that goes on."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from focalpoint_app.gui.consultation.meeting.meeting_desk import MeetingDesk
from focalpoint_app.gui.controls.buttons import push_button
from focalpoint_app.gui.controls.labels import plain_label, say, soft_label
from focalpoint_app.gui.controls.notice import Mood, Notice
from focalpoint_app.gui.controls.sheet import Line, Section, Sheet, beside
from focalpoint_app.gui.controls.told import Told
from focalpoint_app.gui.room import Room
from focalpoint_app.gui.session import Session
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.dates import written_date
from focalpoint_app.language.markers import N_

if TYPE_CHECKING:
    from focalpoint_app.workflow.consultation.meetings import Meeting
    from focalpoint_app.workflow.consultation.receiving import Received


class MeetingsRoom(Room):
    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._told = Told()
        self.new = push_button(primary=True)
        self.notice = Notice()
        self.rows: list[MeetingRow] = []
        self.desk = MeetingDesk(session)
        self._rows = QVBoxLayout()
        self._sheet = Sheet()
        self._stack = QStackedWidget()
        self._build()
        self.new.clicked.connect(self.begin)
        self.desk.taken.connect(self._tell_taken)
        self.desk.left.connect(self._show_shelf)
        session.refreshed.connect(self._list)

    def _build(self) -> None:
        card = Section(self._told, N_("Meetings"), _ABOUT)
        card.column.addLayout(beside(self.new))
        card.column.addWidget(self.notice)
        card.column.addLayout(self._rows)
        self._sheet.column.addWidget(card)
        self._sheet.finish()
        self._stack.addWidget(self._sheet)
        self._stack.addWidget(self.desk)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self._told.add(self.new.setText, N_("New meeting"))

    def begin(self) -> None:
        """Today's, with its article still to choose."""
        from focalpoint_app.workflow.consultation.meetings import Meeting

        desk, tr = self._session.desk, self._session.catalogue
        today = datetime.now().astimezone().date().isoformat()
        language = desk.review.languages[0]
        title = tr("Consultation meeting")
        self.open(Meeting(desk.new_id(), title, today, language=language))

    def open(self, meeting: Meeting) -> None:
        self.notice.be_quiet()
        self.desk.show_meeting(meeting)
        self._stack.setCurrentWidget(self.desk)
        self.desk.agenda.list.setFocus()

    def enter(self) -> None:
        self._list()

    def leave(self) -> None:
        self.desk.keep()

    def panes(self) -> tuple[QWidget, ...]:
        if self._stack.currentWidget() is self.desk:
            return (self.desk.agenda.list, self.desk.title)
        return (self.new,)

    def retranslate(self, tr: Catalogue) -> None:
        self._told.retranslate(tr)
        self.notice.retranslate(tr)
        self.desk.retranslate(tr)
        self._list()

    def _show_shelf(self) -> None:
        self._stack.setCurrentWidget(self._sheet)
        self._list()
        self.new.setFocus()

    def _list(self) -> None:
        from focalpoint_app.workflow.consultation.meetings import meetings

        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = [MeetingRow(self._session, e) for e in meetings(self._session.desk)]
        for row in self.rows:
            row.open.clicked.connect(partial(self.open, row.meeting))
            self._rows.addWidget(row)

    def _tell_taken(self, received: tuple[Received, ...]) -> None:
        self._show_shelf()
        taken = sum(each.taken for each in received)

        def lines(tr: Catalogue) -> tuple[str, ...]:
            if not taken:
                return (tr("Everything that was said was taken before."),)
            told = tr.counted(
                "{n} oral contribution was taken into the consultation.",
                "{n} oral contributions were taken into the consultation.",
                taken,
            )
            return (told, tr("The minutes are kept with each of them."))

        self.notice.tell(Mood.DONE, lines, self._session.catalogue)


class MeetingRow(QWidget):
    """What it is called, when it was, and whether it was taken in."""

    def __init__(self, session: Session, meeting: Meeting) -> None:
        from focalpoint_app.workflow.consultation.meetings import is_taken

        super().__init__()
        tr = session.catalogue
        self.meeting = meeting
        self.is_taken = is_taken(session.desk, meeting)
        self.open = push_button()
        self.open.setText(tr("Open"))
        self.open.setAccessibleName(tr("Open {file}", file=meeting.title))
        title, about = plain_label(wrap=True), soft_label(wrap=True)
        say(title, meeting.title)
        date = written_date(meeting.date, tr.language, tr.digits)
        state = tr("taken into the consultation") if self.is_taken else tr("noted")
        say(about, " · ".join(filter(None, (date, meeting.place, state))))
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(title)
        texts.addWidget(about)
        line = QHBoxLayout()
        line.addLayout(texts, 1)
        line.addWidget(self.open)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 6)
        column.setSpacing(8)
        column.addWidget(Line())
        column.addLayout(line)


_ABOUT = N_(
    "One question at a time on the wall, what each institution says typed beside it."
    " At the end it is taken in as oral contributions; the minutes are kept."
)
