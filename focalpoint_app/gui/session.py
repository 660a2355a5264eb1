"""What pages share: the open review, the language, and word of what changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from focalpoint_app.domain.errors import AppError
from focalpoint_app.gui.autosave import Autosave
from focalpoint_app.gui.judge import Judge
from focalpoint_app.gui.tasks import TaskRunner
from focalpoint_app.gui.translator import Translator
from focalpoint_app.language.catalogue import Catalogue

if TYPE_CHECKING:
    from focalpoint_app.domain.source import Source
    from focalpoint_app.workflow.consultation.following import Requests
    from focalpoint_app.workflow.review.desk import Desk

T = TypeVar("T")
U = TypeVar("U")


class Session(QObject):
    """One open review in one window.

    Every change goes through ``act``, so that errors become sentences and
    everyone hears of it.  ``desk`` is used on the window's thread only.

    Signals:
        answered: an answer changed; the question's id.
        refreshed: many answers may have changed (undo, import, restore).
        sources_changed: a source was made, changed or deleted.
        current_changed: the question the user works on; its id, or empty.
        jump: show this question in the questionnaire's place.
        go: show the place of this id.
        consulted: show what institutions said on this question.
        saved: the workspace holds everything; the time.
        failed: an ``AppError`` for the message bar.
        told: a sentence for the message bar, already in the window's language.
        setting_changed: a setting's name and what it is from now on.
        lock_wanted: the window is to be locked now.
    """

    answered = Signal(str)
    refreshed = Signal()
    sources_changed = Signal()
    current_changed = Signal(str)
    jump = Signal(str)
    go = Signal(str)
    consulted = Signal(str)
    saved = Signal(object)
    failed = Signal(object)
    told = Signal(str)
    setting_changed = Signal(str, object)
    lock_wanted = Signal()

    def __init__(
        self,
        desk: Desk,
        translator: Translator,
        runner: TaskRunner,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.desk = desk
        self.translator = translator
        self.runner = runner
        runner.borrow(desk.workspace.lease)
        self.current = ""
        self._sources: Mapping[str, Source] | None = None
        self._requests: Requests | None = None
        self.sources_changed.connect(self._forget_sources)
        self.refreshed.connect(self._forget_sources)
        self.judge = Judge(self)
        self.autosave = Autosave(desk, self)
        self.autosave.saved.connect(self.saved)
        self.autosave.written.connect(self.answered)
        self.autosave.stayed.connect(self.failed)

    @property
    def catalogue(self) -> Catalogue:
        return self.translator.catalogue

    @property
    def language(self) -> str:
        return self.translator.language

    @property
    def sources(self) -> Mapping[str, Source]:
        """As the desk has them, read once: every chip of a page asks for them."""
        if self._sources is None:
            self._sources = self.desk.sources
        return self._sources

    @property
    def requests(self) -> Requests:
        """What was sent to institutions, read once for all rooms that show it."""
        if self._requests is None:
            from focalpoint_app.workflow.consultation.following import Requests

            self._requests = Requests(self.desk)
        return self._requests

    def act(self, verb: Callable[[], T], question: str = "") -> T | None:
        """Do a verb of the desk; None where it was refused and told.

        Typing that waits is written first, so that steps keep their order.
        """
        self.autosave.flush()
        try:
            result = verb()
        except AppError as error:
            self.failed.emit(error)
            return None
        if not self.autosave.owes:
            self.saved.emit(datetime.now().astimezone())
        if question:
            self.answered.emit(question)
        return result

    def does(self, verb: Callable[[], object], question: str = "") -> bool:
        """``act`` for a verb that gives nothing back: False where it was refused."""

        def done() -> bool:
            verb()
            return True

        return self.act(done, question) is not None

    def read(self, look: Callable[[], T], otherwise: U) -> T | U:
        """What the file says; ``otherwise`` where it cannot be read, and that is told.

        Behind the locked window nothing is read, and nothing told.
        """
        if self.desk.workspace.is_locked:
            return otherwise
        try:
            return look()
        except AppError as error:
            self.failed.emit(error)
            return otherwise

    def _forget_sources(self) -> None:
        self._sources = None

    def work_on(self, question: str) -> None:
        """The answer worked on before is left, and so sealed, whatever its kind."""
        if question != self.current:
            if self.current:
                self.autosave.leave(self.current)
            self.current = question
            self.current_changed.emit(question)
