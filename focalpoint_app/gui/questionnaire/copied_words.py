"""Credits institutions whose words were copied into an answer by hand."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from focalpoint_app.gui.questionnaire.contributions.origin_passages import (
    AT_ONCE,
    letters_of,
)
from focalpoint_app.gui.questionnaire.heard import Heard
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.tasks import Task
from focalpoint_app.gui.texts import listed

if TYPE_CHECKING:
    from focalpoint_app.domain.content import FieldKey
    from focalpoint_app.domain.contribution import Contribution
    from focalpoint_app.workflow.consultation.copied import Suspected

_REST = 2_000
"""Milliseconds without another change: a sentence that is still typed is none yet."""


class CopiedWords(QObject):
    """Looks once writing pauses, and only where somebody was heard.

    Where sentences stand that did not when it looked last, the answer's history is
    traced: a long one by the worker.

    Signals:
        credited: the contributions to a question were credited; its id.
    """

    credited = Signal(str)

    def __init__(self, session: Session, heard: Heard) -> None:
        super().__init__(session)
        self._session = session
        self._heard = heard
        self._written: dict[str, None] = {}
        self._looked: dict[FieldKey, frozenset[str]] = {}
        self._tracing: dict[str, Task[tuple[frozenset[str], ...]]] = {}
        self._soon = QTimer(self, singleShot=True, interval=_REST)
        self._soon.timeout.connect(self.look)
        session.answered.connect(self._note)
        session.refreshed.connect(self._forget)

    @property
    def is_waiting(self) -> bool:
        return self._soon.isActive() or bool(self._tracing)

    def _forget(self) -> None:
        for task in self._tracing.values():
            task.cancel()
        for each in (self._written, self._looked, self._tracing):
            each.clear()

    def look(self) -> None:
        """Now, at all that was written since."""
        if self._session.desk.workspace.is_locked:
            return
        written, self._written = self._written, {}
        for question in written:
            self._look_at(question)

    def _note(self, question: str) -> None:
        if question in self._session.desk.questionnaire.questions:
            self._written[question] = None
            self._soon.start()

    def _look_at(self, question: str) -> None:
        from focalpoint_app.workflow.consultation.copied import suspected

        self._stop(question)
        if not self._heard.count(question):
            return
        desk = self._session.desk
        found = self._session.read(lambda: suspected(desk, question), ())
        if any(self._is_new(each) for each in found):
            self._trace(question, found)
        else:
            self._note_looked(question, found)

    def _is_new(self, each: Suspected) -> bool:
        return not each.whose.keys() <= self._looked.get(each.key, frozenset())

    def _note_looked(self, question: str, found: Iterable[Suspected]) -> None:
        for key in [key for key in self._looked if key.question == question]:
            del self._looked[key]
        self._looked |= {each.key: frozenset(each.whose) for each in found}

    def _trace(self, question: str, found: tuple[Suspected, ...]) -> None:
        from focalpoint_app.workflow.consultation.copied import histories, written_here

        desk = self._session.desk
        past = self._session.read(lambda: histories(desk, found), None)
        if past is None:
            return
        if letters_of(past) <= AT_ONCE:
            self._credit(question, found, written_here(past))
            return

        def heard(own: tuple[frozenset[str], ...]) -> None:
            if self._tracing.get(question) is task:
                del self._tracing[question]
                self._credit(question, found, own)

        task = Task(lambda _progress, _cancelled: written_here(past), heard)
        self._tracing[question] = self._session.runner.run(task)

    def _stop(self, question: str) -> None:
        task = self._tracing.pop(question, None)
        if task is not None:
            task.cancel()

    def _credit(
        self,
        question: str,
        found: tuple[Suspected, ...],
        own: tuple[frozenset[str], ...],
    ) -> None:
        from focalpoint_app.workflow.consultation.copied import (
            credit_written,
            still_stands,
        )

        desk = self._session.desk
        credited = self._session.act(lambda: credit_written(desk, found, own))
        if credited is None or not all(still_stands(desk, each) for each in found):
            return  # It was refused, or written in meanwhile: another look is due.
        self._note_looked(question, found)
        if not credited:
            return
        self._session.answered.emit(question)
        self._written.pop(question, None)  # It was not written in just now.
        self.credited.emit(question)
        self._session.told.emit(self._told(credited))

    def _told(self, credited: Iterable[Contribution]) -> str:
        from focalpoint_app.gui.questionnaire.contributions.words import (
            institution_name,
        )

        tr, workspace = self._session.catalogue, self._session.desk.workspace
        people = {each.id: each for each in workspace.stakeholders()}
        ids = dict.fromkeys(each.stakeholder for each in credited)
        names = [institution_name(people[each], tr) for each in ids]
        return tr(
            "The answer has words of {institution} as they were received. It says so"
            " from now on and is as confidential as they are; undoing takes this back.",
            institution=listed(names, tr),
        )
