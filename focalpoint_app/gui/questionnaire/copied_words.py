"""Credits institutions whose words were copied into an answer by hand."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from focalpoint_app.gui.questionnaire.heard import Heard
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.texts import listed

if TYPE_CHECKING:
    from focalpoint_app.domain.contribution import Contribution

_REST = 2_000
"""Milliseconds without another change: a sentence that is still typed is none yet."""


class CopiedWords(QObject):
    """Looks once writing pauses, and only where somebody was heard.

    Signals:
        credited: the contributions to a question were credited; its id.
    """

    credited = Signal(str)

    def __init__(self, session: Session, heard: Heard) -> None:
        super().__init__(session)
        self._session = session
        self._heard = heard
        self._written: dict[str, None] = {}
        self._soon = QTimer(self, singleShot=True, interval=_REST)
        self._soon.timeout.connect(self.look)
        session.answered.connect(self._note)
        session.refreshed.connect(self._written.clear)

    @property
    def is_waiting(self) -> bool:
        return self._soon.isActive()

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
        from focalpoint_app.workflow.consultation.copied import credit_copied

        if not self._heard.count(question):
            return
        desk = self._session.desk
        credited = self._session.act(lambda: credit_copied(desk, question))
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
