"""Problems as rows that jump to their question, the first ones at once."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from focalpoint_app.domain.readiness import Problem
from focalpoint_app.gui.controls.buttons import push_button
from focalpoint_app.gui.controls.jump_row import JumpRow
from focalpoint_app.gui.places import QUESTIONNAIRE, SUBMISSION
from focalpoint_app.gui.session import Session
from focalpoint_app.language.catalogue import Catalogue

_AT_ONCE = 6


class ProblemRows(QWidget):
    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._problems: list[Problem] = []
        self._all = False
        self.rows: list[JumpRow] = []
        self.rest = push_button(quiet=True)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(self._rows)
        line = QHBoxLayout()
        line.addWidget(self.rest)
        line.addStretch(1)
        column.addLayout(line)
        self.rest.clicked.connect(self._show_all)

    def show_problems(self, problems: list[Problem], tr: Catalogue) -> None:
        self._problems = problems
        self._list(tr)

    def _list(self, tr: Catalogue) -> None:
        for row in self.rows:
            row.hide()
            row.deleteLater()
        shown = self._problems if self._all else self._problems[:_AT_ONCE]
        self.rows = [self._row(each, tr) for each in shown]
        left = len(self._problems) - len(shown)
        self.rest.setVisible(left > 0)
        self.rest.setText(tr.counted("Show {n} more", "Show {n} more", left))

    def _row(self, problem: Problem, tr: Catalogue) -> JumpRow:
        from focalpoint_app.workflow.verbs.reports import problem_message

        questionnaire = self._session.desk.questionnaire
        row = JumpRow(problem_message(questionnaire, problem, tr))
        row.clicked.connect(lambda: go_to_problem(self._session, problem))
        self._rows.addWidget(row)
        return row

    def _show_all(self) -> None:
        self._all = True
        self._list(self._session.catalogue)


def go_to_problem(session: Session, problem: Problem) -> None:
    """What rests on unconfirmed input is mended among the contributions."""
    if problem.code == "working_input_only":
        session.go.emit(QUESTIONNAIRE)
        session.consulted.emit(problem.question)
    else:
        go_to(session, problem.question)


def go_to(session: Session, question: str) -> None:
    """Show the question in the questionnaire's place; where there is none, what
    stands around the answers."""
    if not question:
        session.go.emit(SUBMISSION)
        return
    session.go.emit(QUESTIONNAIRE)
    session.jump.emit(question)
