"""The room of meetings: those that are noted, and the one that goes on."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from focalpoint_app.gui.consultation.desk_room import DeskRoom, WaitingRow
from focalpoint_app.gui.consultation.meeting.meeting_desk import MeetingDesk
from focalpoint_app.gui.controls.buttons import push_button
from focalpoint_app.gui.controls.notice import Mood
from focalpoint_app.gui.controls.sheet import Section, beside
from focalpoint_app.gui.controls.told import Told
from focalpoint_app.gui.session import Session
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.dates import written_date
from focalpoint_app.language.markers import N_

if TYPE_CHECKING:
    from focalpoint_app.workflow.consultation.meetings import Meeting
    from focalpoint_app.workflow.consultation.receiving import Received


class MeetingsRoom(DeskRoom):
    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._told = Told()
        self.new = push_button(primary=True)
        self.desk = MeetingDesk(session)
        self._build()
        self.new.clicked.connect(self.begin)
        self.desk.taken.connect(self._tell_taken)
        self.desk.left.connect(self._show_shelf)
        session.refreshed.connect(self._list_if_seen)

    def _build(self) -> None:
        card = Section(self._told, N_("Meetings"), _ABOUT)
        card.column.addLayout(beside(self.new))
        card.column.addWidget(self.notice)
        card.column.addLayout(self.waiting)
        self.lay(self.desk, card)
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
        self.show_at_desk()
        self.desk.agenda.list.setFocus()

    def enter(self) -> None:
        self._list()

    def leave(self) -> None:
        self.desk.keep()

    def panes(self) -> tuple[QWidget, ...]:
        if self.is_at_desk:
            return (self.desk.agenda.list, self.desk.title)
        return (self.new,)

    def retranslate(self, tr: Catalogue) -> None:
        self._told.retranslate(tr)
        self.notice.retranslate(tr)
        self.desk.retranslate(tr)
        self._list_if_seen()

    def _show_shelf(self) -> None:
        self.show_sheet()
        self._list()
        self.new.setFocus()

    def _list_if_seen(self) -> None:
        """Elsewhere ``enter`` lists them anew."""
        if self.isVisible():
            self._list()

    def _list(self) -> None:
        from focalpoint_app.workflow.consultation.meetings import meetings

        self.show_rows(map(self._row, meetings(self._session.desk)))

    def _row(self, meeting: Meeting) -> WaitingRow:
        """What it is called, when and where it was, whether it was taken in."""
        from focalpoint_app.workflow.consultation.meetings import is_taken

        tr = self._session.catalogue
        date = written_date(meeting.date, tr.language, tr.digits)
        taken = is_taken(self._session.desk, meeting)
        state = tr("taken into the consultation") if taken else tr("noted")
        row = WaitingRow(meeting.title, date, meeting.place, state)
        row.say_open(tr("Open"), tr("Open {file}", file=meeting.title))
        row.open.clicked.connect(partial(self.open, meeting))
        return row

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


_ABOUT = N_(
    "One question at a time on the wall, what each institution says typed beside it."
    " At the end it is taken in as oral contributions; the minutes are kept."
)
