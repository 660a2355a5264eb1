"""Readiness, worked out anew shortly after answers change."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from focalpoint_app.domain.readiness import Problem, Readiness

if TYPE_CHECKING:
    from focalpoint_app.gui.session import Session

_PAUSE = 250  # ms; judging 300 questions costs more than a key stroke should


class Judge(QObject):
    """Keeps the last verdict; one for the whole window.

    Signals:
        judged: a new ``Readiness`` stands in ``verdict``.
    """

    judged = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self.verdict = Readiness(0, 0, ())
        self._by_question: dict[str, list[Problem]] = {}
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self.judge)
        for signal in (session.answered, session.refreshed, session.sources_changed):
            signal.connect(self._later)

    def judge(self) -> None:
        """The last verdict stays where the file cannot be read; that is told."""
        self._timer.stop()
        verdict = self._session.read(self._session.desk.readiness, None)
        if verdict is None:
            return
        self.verdict = verdict
        found: dict[str, list[Problem]] = {}
        for problem in self.verdict.problems:
            found.setdefault(problem.question, []).append(problem)
        self._by_question = found
        self.judged.emit()

    @property
    def by_question(self) -> Mapping[str, list[Problem]]:
        return self._by_question

    @property
    def complaints(self) -> tuple[Problem, ...]:
        """Problems other than a question simply not answered yet."""
        return tuple(p for p in self.verdict.problems if p.code != "unanswered")

    def after(self, question: str) -> str | None:
        """The question of the next problem in the questionnaire's order, round."""
        order = list(self._session.desk.questionnaire.questions)
        at = order.index(question) + 1 if question in order else 0
        ahead = (each for each in order[at:] + order[:at] if each in self._by_question)
        return next(ahead, None)

    def _later(self, *_: object) -> None:
        self._timer.start()
