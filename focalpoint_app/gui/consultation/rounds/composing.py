"""A new round, from whom and what to the files in a folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer, Signal

from focalpoint_app.domain.errors import AppError
from focalpoint_app.gui.consultation.rounds.again_asked_card import AgainAskedCard
from focalpoint_app.gui.consultation.rounds.form_card import FormCard
from focalpoint_app.gui.consultation.rounds.leaving_card import LeavingCard
from focalpoint_app.gui.consultation.rounds.letter_card import LetterCard
from focalpoint_app.gui.consultation.rounds.questions_card import QuestionsCard
from focalpoint_app.gui.consultation.rounds.recipients_card import RecipientsCard
from focalpoint_app.gui.controls.file_dialogs import FileDialogs
from focalpoint_app.gui.controls.sheet import Sheet
from focalpoint_app.gui.controls.told import Told
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.submission.work_bar import Progress
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.workflow.consultation.asking_again import to_ask_again
from focalpoint_app.workflow.consultation.dispatching import (
    Dispatched,
    Ordered,
    dispatched,
)
from focalpoint_app.workflow.consultation.intake import intake_of
from focalpoint_app.workflow.consultation.round_drafts import (
    Others,
    drawn_up,
    forget_draft,
    keep_draft,
    kept_draft,
)
from focalpoint_app.workflow.consultation.round_files import put_files
from focalpoint_app.workflow.consultation.rounds import Wish, outlooks, own_articles

_PAUSE = 150  # ms


class Composing(Sheet):
    """Signals:
    kept: the round stands, whatever becomes of its files; its id.
    """

    kept = Signal(str)

    def __init__(self, session: Session, dialogs: FileDialogs) -> None:
        super().__init__()
        self._session = session
        self._dialogs = dialogs
        self._told = Told()
        self._requests = session.requests
        self.again = AgainAskedCard(session, self._told)
        self.recipients = RecipientsCard(session, self._told)
        self.questions = QuestionsCard(session, self._told)
        self.form = FormCard(self._told)
        self.letter = LetterCard(session, self._told)
        self.leaving = LeavingCard(session, self._told)
        self._later = QTimer(self, singleShot=True, interval=_PAUSE)
        self._is_begun = False
        self.column.addWidget(self.again)
        for card in self._cards:
            self.column.addWidget(card)
        self.finish()
        self._connect()

    @property
    def _cards(
        self,
    ) -> tuple[RecipientsCard, QuestionsCard, FormCard, LetterCard, LeavingCard]:
        return (
            self.recipients, self.questions, self.form, self.letter, self.leaving,
        )  # fmt: skip

    def _connect(self) -> None:
        for signal in (
            self.recipients.changed,
            self.questions.changed,
            self.form.changed,
            self.letter.changed,
        ):
            signal.connect(self._later.start)
        self._later.timeout.connect(self.look_ahead)
        self.recipients.suggest.connect(self._tick_suitable)
        self.again.chosen.connect(self._tick_again)
        self.leaving.wanted.connect(self._ask_folder)

    @property
    def wish(self) -> Wish:
        """What stands in the cards."""
        return Wish(
            name=self.letter.name.text().strip(),
            stakeholders=self.recipients.ticked,
            questions=self.questions.questions,
            carrier=self.form.carrier,
            with_draft=self.form.with_draft.isChecked(),
            only_own=self.recipients.only_own.isChecked(),
            letter=self.letter.text.text,
            due=self.letter.due.date or "",
            register=self.letter.register.register,
            numbering=self.letter.numbering,
            own_numbers=self.letter.numbers.numbers,
        )

    def describe_new(self, stakeholder: str = "") -> None:
        """Go on with the one at work, else a new one; for this institution, if any."""
        self.leaving.begin()
        self._show_again()
        self.recipients.refresh()
        if not self._is_begun:
            self._begin()
        if stakeholder:
            self.recipients.tick((stakeholder,))
            for each in self.recipients.ticked:
                self.questions.tree.tick_articles(own_articles(each))
        self.look_ahead()

    def keep(self) -> None:
        """What is put together outlives the window; it is no round yet."""
        if self._is_begun:
            draft = drawn_up(self.wish, self._others)
            self._session.act(lambda: keep_draft(self._session.desk, draft))

    def look_ahead(self) -> None:
        """Show what would leave, were it written now; keep what was put together."""
        if self._later.isActive():
            self._later.stop()
            self.keep()
        found = outlooks(self._session.desk, self.wish)
        self.letter.show_letters(found)
        self.leaving.show_outlooks(found)

    def write_into(self, folder: Path) -> None:
        """Drawn up, made and kept in the worker, then put in the folder."""
        session = self._session
        self.leaving.begin()
        intake = intake_of(session.desk)
        ordered = Ordered(self.wish, self._others, self.form.lock)

        def work(progress: Progress, cancelled: Callable[[], bool]) -> Dispatched:
            return dispatched(intake, ordered, progress, cancelled)

        words = session.catalogue("The forms and letters are being written…")
        self.leaving.bar.run(
            words, work, lambda made: self._put(made, folder), self._fail
        )
        self.leaving.write.setEnabled(False)

    def enter(self) -> None:
        self._show_again()
        self.recipients.refresh()
        self.look_ahead()

    def retranslate(self, tr: Catalogue) -> None:
        self._told.retranslate(tr)
        self.again.retranslate()
        for card in self._cards:
            card.retranslate(tr)

    @property
    def _others(self) -> Others:
        return Others(
            self.letter.signatory.text().strip(), self.letter.on_paper.isChecked()
        )

    def _begin(self) -> None:
        """With what was put together before, if the file holds such."""
        self._is_begun = True
        kept = kept_draft(self._session.desk)
        if kept is None:
            self.letter.describe_new()
            return
        wish, others = kept
        self.recipients.tick(each.id for each in wish.stakeholders)
        self.recipients.only_own.setChecked(wish.only_own)
        self.questions.tree.tick(wish.questions)
        self.form.choose(wish.carrier)
        self.form.with_draft.setChecked(wish.with_draft)
        self.letter.show_letter(wish, others)

    def _put(self, made: Dispatched, folder: Path) -> None:
        session = self._session
        self.form.forget()
        self._is_begun = False
        session.act(lambda: forget_draft(session.desk))
        self.kept.emit(made.round)
        words = session.catalogue("The files are put into the folder…")
        self.leaving.bar.run(
            words,
            lambda _progress, _cancelled: put_files(made.files, folder),
            lambda written: self._show_written(folder, written),
            self._fail,
        )

    def _show_written(self, folder: Path, written: tuple[Path, ...]) -> None:
        self.leaving.show_written(folder, written)
        self.look_ahead()

    def _fail(self, error: AppError) -> None:
        self.leaving.result.show_error(error, self._session.catalogue)
        self.look_ahead()

    def _show_again(self) -> None:
        self.again.show_open(
            to_ask_again(self._session.desk, self._requests.standing())
        )

    def _tick_again(self, stakeholder: str, questions: tuple[str, ...]) -> None:
        self.recipients.tick((stakeholder,))
        self.questions.tree.tick(questions)

    def _tick_suitable(self) -> None:
        known = self._session.desk.questionnaire.questions
        asked = [known[each] for each in self.questions.questions]
        self.recipients.tick_suitable({f"{q.part}.{q.article}" for q in asked})

    def _ask_folder(self) -> None:
        tr = self._session.catalogue
        cards = (self.letter, self.form)
        good = [card.check(tr) for card in cards]
        if not all(good):
            self.ensureWidgetVisible(cards[good.index(False)])
            return
        title = tr("The folder that the files are written into")
        folder = self._dialogs.folder(self, title)
        if folder is not None:
            self.write_into(folder)
