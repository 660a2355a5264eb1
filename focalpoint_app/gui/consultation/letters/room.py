"""The room of letters: where they are dropped, those at work, the one on the desk."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from focalpoint_app.domain.errors import AppError
from focalpoint_app.gui.consultation.desk_room import DeskRoom, WaitingRow
from focalpoint_app.gui.consultation.letters.letter_desk import LetterDesk
from focalpoint_app.gui.controls.file_dialogs import FileDialogs, pattern_of
from focalpoint_app.gui.controls.notice import Mood
from focalpoint_app.gui.controls.sheet import Section
from focalpoint_app.gui.controls.told import Told
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.submission.drop_place import DropPlace
from focalpoint_app.gui.submission.work_bar import WorkBar
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.markers import N_
from focalpoint_app.language.sentences import sentence

if TYPE_CHECKING:
    from focalpoint_app.workflow.consultation.letter_files import OpenLetter
    from focalpoint_app.workflow.consultation.receiving import Received
    from focalpoint_app.workflow.consultation.written_letters import LetterAtWork


class LettersRoom(DeskRoom):
    def __init__(self, session: Session, dialogs: FileDialogs | None = None) -> None:
        super().__init__()
        self._session = session
        self._dialogs = dialogs or FileDialogs()
        self._told = Told()
        self.place = DropPlace()
        self.bar = WorkBar(session, self._told, can_stop=False)
        self.desk = LetterDesk(session)
        self._waiting = Section(self._told, N_("Letters to go on with"))
        self._build()
        self.place.choose.clicked.connect(self._ask)
        self.place.dropped.connect(self.open_file)
        self.desk.taken.connect(self._tell_taken)
        self.desk.left.connect(self._show_shelf)
        session.refreshed.connect(self._list_if_seen)

    def _build(self) -> None:
        card = Section(self._told, N_("A letter, a scan or an e-mail"), _ABOUT)
        for widget in (self.place, self.bar, self.notice):
            card.column.addWidget(widget)
        self._waiting.column.addLayout(self.waiting)
        self.lay(self.desk, card, self._waiting)

    def open_file(self, path: Path) -> None:
        """Read in the worker, then on the desk."""
        if self.bar.is_busy:
            return
        self.notice.be_quiet()
        language = self._session.desk.review.languages[0]

        def work(_progress: object, _cancelled: object) -> OpenLetter:
            from focalpoint_app.workflow.consultation.letter_files import letter_of

            return letter_of(path, language)

        words = self._session.catalogue("The file is being read…")
        self.bar.run(words, work, self._begin, partial(self._fail, path.name))

    def go_on(self, letter: LetterAtWork) -> None:
        """With a letter that was put down."""
        from focalpoint_app.workflow.consultation.written_letters import letter_content

        if self.bar.is_busy:
            return
        self.notice.be_quiet()
        self._session.autosave.flush()
        language = self._session.desk.review.languages[0]
        try:
            content = letter_content(self._session.desk, letter)
        except AppError:  # An anonymous contributor's is not kept.
            self._show_desk(letter, None, kept=True)
            return

        def work(_progress: object, _cancelled: object) -> OpenLetter:
            from focalpoint_app.workflow.consultation.letter_files import opened_letter

            return opened_letter(letter.name, content, language)

        def show(found: OpenLetter) -> None:
            self._show_desk(letter, found, kept=True)

        words = self._session.catalogue("The file is being read…")
        self.bar.run(words, work, show, partial(self._fail, letter.name))

    def enter(self) -> None:
        self._list()
        self.desk.fields.offer()

    def leave(self) -> None:
        self.desk.keep()

    def panes(self) -> tuple[QWidget, ...]:
        if self.is_at_desk:
            return (self.desk.viewer.text, self.desk.fields.institution)
        return (self.place.choose,)

    def retranslate(self, tr: Catalogue) -> None:
        self._told.retranslate(tr)
        self.place.say(tr("Drop the file here."), tr("Choose a file…"))
        self.notice.retranslate(tr)
        self.desk.retranslate(tr)
        self._list_if_seen()

    def _begin(self, opened: OpenLetter) -> None:
        from focalpoint_app.workflow.consultation.written_letters import LetterAtWork

        letter = LetterAtWork(
            self._session.desk.new_id(), opened.name, date=opened.date
        )
        self._show_desk(letter, opened, kept=False)

    def _show_desk(
        self, letter: LetterAtWork, opened: OpenLetter | None, *, kept: bool
    ) -> None:
        self.desk.show_letter(letter, opened, kept=kept)
        self.show_at_desk()
        self.desk.fields.institution.setFocus()

    def _show_shelf(self) -> None:
        self.show_sheet()
        self._list()
        self.place.choose.setFocus()

    def _list_if_seen(self) -> None:
        """Elsewhere ``enter`` lists them anew."""
        if self.isVisible():
            self._list()

    def _list(self) -> None:
        from focalpoint_app.workflow.consultation.written_letters import letters_at_work

        found = letters_at_work(self._session.desk)
        everyone = self._session.desk.workspace.stakeholders() if found else ()
        names = {each.id: each.name for each in everyone}
        self.show_rows(self._row(each, names) for each in found)
        self._waiting.setVisible(bool(found))

    def _row(self, letter: LetterAtWork, names: Mapping[str, str]) -> WaitingRow:
        """Whose it is, its file, how much is assigned."""
        tr = self._session.catalogue
        count = sum(1 for each in letter.passages if each.question)
        assigned = tr.counted("{n} passage assigned", "{n} passages assigned", count)
        row = WaitingRow(names.get(letter.stakeholder, ""), letter.name, assigned)
        row.say_open(tr("Go on"), tr("Go on with {file}", file=letter.name))
        row.open.clicked.connect(partial(self.go_on, letter))
        return row

    def _tell_taken(self, received: Received) -> None:
        self._show_shelf()

        def lines(tr: Catalogue) -> tuple[str, ...]:
            told = tr.counted(
                "{n} answer of the letter was taken into the consultation.",
                "{n} answers of the letter were taken into the consultation.",
                received.taken,
            )
            flaws = (
                sentence(e.code, {"question": e.question, **e.context}, tr)
                for e in received.flaws
            )
            return (told, *flaws, tr("Its standing can be judged among the replies."))

        mood = Mood.CARE if received.flaws else Mood.DONE
        self.notice.tell(mood, lines, self._session.catalogue)

    def _fail(self, name: str, error: AppError) -> None:
        told = AppError(error.code, **{**error.context, "file": name})
        self.notice.show_error(told, self._session.catalogue)

    def _ask(self) -> None:
        from focalpoint_app.workflow.consultation.letter_files import SUFFIXES

        tr = self._session.catalogue
        pattern = pattern_of(tr("Letters, scans, e-mails"), *SUFFIXES)
        path = self._dialogs.to_open(self, tr("Choose a letter"), pattern)
        if path is not None:
            self.open_file(path)


_ABOUT = N_(
    "What came without a form of ours: you assign its words to questions, or type them"
    " from its picture. The file itself is kept whole."
)
