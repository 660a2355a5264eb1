"""Offers, at opening, the texts that the last session could not save."""

from __future__ import annotations

from typing import TYPE_CHECKING

from focalpoint_app.domain.errors import AppError
from focalpoint_app.gui.shell.asking_bar import AskingBar
from focalpoint_app.gui.texts import listed
from focalpoint_app.language.catalogue import Catalogue

if TYPE_CHECKING:
    from focalpoint_app.gui.rescue import Rescued
    from focalpoint_app.gui.session import Session


class RescueBar(AskingBar):
    """Hidden where nothing is to be offered, and once it was decided upon."""

    def __init__(self) -> None:
        super().__init__("notice")
        self._session: Session | None = None
        self._texts: tuple[Rescued, ...] = ()
        self.likely.clicked.connect(self._restore)
        self.other.clicked.connect(self._discard)

    def offer(self, session: Session) -> None:
        """Look for texts of this review and ask about them, if there are any."""
        from focalpoint_app.gui.rescue import rescued, unread

        self._session = session
        self._texts = rescued(session.desk)
        for error in unread(session.desk):
            session.failed.emit(error)
        self.setVisible(bool(self._texts))
        self.retranslate(session.catalogue)

    def retranslate(self, tr: Catalogue) -> None:
        if not self._texts:
            return
        count, named = len(self._texts), self._named(tr)
        words = tr.counted(
            "{n} text could not be saved last time: {questions}.",
            "{n} texts could not be saved last time: {questions}.",
            count,
            questions=named,
        )
        self.say(words, tr("Restore"), tr("Discard"))
        self.likely.setToolTip(tr("What the answers hold now stays in their history."))

    def _named(self, tr: Catalogue) -> str:
        from focalpoint_app.gui.words import question_name

        assert self._session is not None
        questions = self._session.desk.questionnaire.questions
        named = (question_name(questions[each.question], tr) for each in self._texts)
        return listed(list(dict.fromkeys(named)), tr)

    def _restore(self) -> None:
        """As if typed now; what cannot be written stays offered."""
        session = self._session
        assert session is not None
        session.autosave.flush()
        self._texts = tuple(each for each in self._texts if not self._write(each))
        session.refreshed.emit()
        self.setVisible(bool(self._texts))
        self.retranslate(session.catalogue)

    def _write(self, each: Rescued) -> bool:
        assert self._session is not None
        desk = self._session.desk
        try:
            desk.seal(each.question)
            desk.write(each.question, each.language, each.text, each.directions)
            desk.seal(each.question)
        except AppError as error:
            self._session.failed.emit(error)
            return False
        self._dismiss(each)
        return True

    def _discard(self) -> None:
        for each in self._texts:
            self._dismiss(each)
        self._texts = ()
        self.hide()

    def _dismiss(self, each: Rescued) -> None:
        from focalpoint_app.gui.rescue import dismiss

        assert self._session is not None
        error = dismiss(each.path)
        if error is not None:
            self._session.failed.emit(error)
