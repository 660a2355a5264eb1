"""A letter beside what is made of it: whose it is, its passages, taking it in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget

from focalpoint_app.domain.errors import AppError
from focalpoint_app.gui.consultation.letters.letter_fields import LetterFields
from focalpoint_app.gui.consultation.letters.passage_form import PassageForm
from focalpoint_app.gui.consultation.letters.passage_list import PassageList
from focalpoint_app.gui.consultation.letters.viewer import LetterViewer
from focalpoint_app.gui.controls.buttons import push_button
from focalpoint_app.gui.controls.notice import Notice
from focalpoint_app.gui.controls.sheet import Section, Sheet, beside
from focalpoint_app.gui.controls.told import Told
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.submission.work_bar import WorkBar
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.markers import N_

if TYPE_CHECKING:
    from focalpoint_app.workflow.consultation.letter_files import OpenLetter
    from focalpoint_app.workflow.consultation.receiving import Received
    from focalpoint_app.workflow.consultation.written_letters import (
        LetterAtWork,
        Passage,
    )


class LetterDesk(QWidget):
    """Every change is kept at once, as soon as it is said whose letter it is.

    Signals:
        taken: what became of the letter, a ``Received``.
        left: the letter is put down, or away.
    """

    taken = Signal(object)
    left = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._told = Told()
        self._sheet = Sheet(widest=680)
        self.letter: LetterAtWork | None = None
        self._open: OpenLetter | None = None
        self._is_kept = False
        self._is_owed = False
        self.viewer = LetterViewer(session)
        self.fields = LetterFields(session)
        self.form = PassageForm(session, self._told)
        self.passages = PassageList(session, self._told)
        self.notice = Notice()
        self.bar = WorkBar(session, self._told, can_stop=False)
        self.take = push_button(primary=True)
        self.put_down = push_button()
        self.put_away = push_button()
        self._build()
        self._connect()

    def _build(self) -> None:
        sheet = self._sheet
        whose = Section(self._told, N_("Whose letter"))
        whose.column.addWidget(self.fields)
        noted = Section(self._told, N_("What the register notes"))
        noted.column.addWidget(self.fields.register)
        for card in (whose, self.form, self.passages, noted, self.notice, self.bar):
            sheet.column.addWidget(card)
        sheet.column.addLayout(beside(self.take, self.put_down, self.put_away))
        sheet.finish()
        splitter = QSplitter()
        splitter.addWidget(self.viewer)
        splitter.addWidget(sheet)
        splitter.setSizes([620, 620])
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(splitter)
        self._told.add(self.take.setText, N_("Take into the consultation"))
        self._told.add(self.put_down.setText, N_("Go on later"))
        self._told.add(self.put_away.setText, N_("Discard the letter"))

    def _connect(self) -> None:
        self.viewer.quoted.connect(self._begin)
        self.viewer.enclosure.connect(self._open_enclosure)
        self.viewer.home.connect(self._show_home)
        self.form.changed.connect(self.keep)
        self.form.dropped.connect(self.keep)
        self.form.added.connect(self._assign)
        self.passages.removed.connect(self._remove)
        self.fields.changed.connect(self.keep)
        self.take.clicked.connect(self._take)
        self.put_down.clicked.connect(self._put_down)
        self.put_away.clicked.connect(self._put_away)

    def show_letter(
        self, letter: LetterAtWork, opened: OpenLetter | None, *, kept: bool
    ) -> None:
        """``kept``: the workspace has its file already."""
        named = opened.named if opened is not None else ()
        self.letter, self._open = replace(letter, named=named), opened
        self._is_kept = kept
        self._is_owed = False
        self.notice.be_quiet()
        self.viewer.show_letter(opened, letter.name)
        self.fields.show_letter(letter)
        self.passages.show_passages(letter.passages)
        waiting = [each for each in letter.passages if not each.question]
        self.form.show_passage(waiting[0] if waiting else None)

    def keep(self) -> None:
        """As it stands, with what is being typed; told where that is refused.

        Behind the lock, before which it was kept, nothing stands in the fields.
        """
        if self.letter is not None and not self._session.desk.workspace.is_locked:
            self._write(self._with_writing(self.letter.passages))

    def retranslate(self, tr: Catalogue) -> None:
        self._told.retranslate(tr)
        self.notice.retranslate(tr)
        self.viewer.retranslate(tr)
        self.fields.retranslate(tr)
        self.form.retranslate(tr)
        if self.letter is not None:
            self.passages.show_passages(self.letter.passages)

    def _begin(self, text: str, page: int, is_transcribed: bool) -> None:
        """Text in the institution's language, unless its letters are another's."""
        from focalpoint_app.workflow.consultation.written_letters import Passage

        if self.form.passage is not None and self.form.text.text().strip():
            self._session.told.emit(self._session.catalogue(_FIRST))
            return
        language = self.fields.language or self._session.desk.review.languages[0]
        made = Passage(
            self._session.desk.new_id(), "", language, text, page, is_transcribed
        )
        self.form.show_passage(made)
        self.keep()
        # It grows first: only then is there anything to scroll to.
        QTimer.singleShot(0, self, self._show_form)

    def _show_form(self) -> None:
        self._sheet.ensureWidgetVisible(self.form)

    def _show_home(self) -> None:
        if self.letter is not None:
            self.viewer.show_letter(self._open, self.letter.name)

    def _assign(self, passage: Passage) -> None:
        if self.letter is not None:
            self._change((*self.letter.passages, passage))
            self.viewer.quote.setFocus()

    def _remove(self, passage: str) -> None:
        if self.letter is not None:
            self._change(tuple(e for e in self.letter.passages if e.id != passage))

    def _change(self, passages: tuple[Passage, ...]) -> None:
        self._write(self._with_writing(passages))
        self.passages.show_passages(passages)

    def _with_writing(self, passages: tuple[Passage, ...]) -> tuple[Passage, ...]:
        """Those assigned, and the one that is being written, if one is."""
        assigned = tuple(each for each in passages if each.question)
        writing = self.form.passage
        return assigned if writing is None else (*assigned, writing)

    def _write(self, passages: tuple[Passage, ...]) -> None:
        from focalpoint_app.workflow.consultation.written_letters import keep_letter

        assert self.letter is not None
        before = self.letter
        letter = self.fields.written(replace(before, passages=passages))
        if letter == before and not self._is_owed:
            return
        desk, self.letter = self._session.desk, letter
        content = None if self._is_kept else self._content()
        self._is_owed = not self._session.does(
            lambda: keep_letter(desk, letter, content)
        )
        if not self._is_owed:
            self._is_kept = self._is_kept or letter.stakeholder != ""

    def _content(self) -> bytes:
        return self._open.content if self._open is not None else b""

    def _take(self) -> None:
        from focalpoint_app.workflow.consultation.written_letters import take_letter

        self.keep()
        letter, desk, content = self.letter, self._session.desk, self._content()
        if letter is None:
            return
        if not self.fields.date.check(self._session.catalogue):
            return
        done = self._told_here(lambda: take_letter(desk, letter, content))
        if done is not None and done.refusal is None:
            self.letter = None
            self._session.refreshed.emit()
            self.taken.emit(done)
        elif done is not None and done.refusal is not None:
            self.notice.show_error(done.refusal, self._session.catalogue)

    def _told_here(self, verb: Callable[[], Received]) -> Received | None:
        self.notice.be_quiet()
        self._session.autosave.flush()
        try:
            return verb()
        except AppError as error:
            self.notice.show_error(error, self._session.catalogue)
        return None

    def _put_down(self) -> None:
        """Not while the file refuses it: its words stand nowhere else."""
        self.keep()
        if self._is_owed:
            return
        self.letter = None
        self.left.emit()

    def _put_away(self) -> None:
        from focalpoint_app.workflow.consultation.written_letters import drop_letter

        letter, desk = self.letter, self._session.desk
        if letter is not None:
            self._session.act(lambda: drop_letter(desk, letter))
        self.letter = None
        self.left.emit()

    def _open_enclosure(self, number: int) -> None:
        """Shown beside the form; what is kept is the letter that it came in."""
        letter = self._open
        if letter is None or self.bar.is_busy:
            return
        language = self._session.desk.review.languages[0]

        def work(_progress: object, _cancelled: object) -> OpenLetter:
            from focalpoint_app.workflow.consultation.letter_files import (
                enclosed_letter,
            )

            return enclosed_letter(letter, number, language)

        def show(found: OpenLetter) -> None:
            self._know(found.named)
            self.viewer.show_letter(found, found.name, enclosed=True)

        def fail(error: AppError) -> None:
            self.notice.show_error(error, self._session.catalogue)

        self.notice.be_quiet()
        words = self._session.catalogue("The file is being read…")
        self.bar.run(words, work, show, fail)

    def _know(self, named: tuple[str, ...]) -> None:
        """Whoever a file in the letter is from is left out where nobody is named."""
        if self.letter is not None:
            self.letter = replace(self.letter, named=(*self.letter.named, *named))


_FIRST = N_("Assign or discard what you are writing first.")
