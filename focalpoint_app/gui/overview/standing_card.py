"""The whole review in one card: how far, how long, what stands in the way."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QHBoxLayout, QProgressBar

from focalpoint_app.domain.calendar import days_until
from focalpoint_app.gui.controls.buttons import push_button
from focalpoint_app.gui.controls.labels import plain_label, soft_label
from focalpoint_app.gui.controls.sheet import Section, beside
from focalpoint_app.gui.controls.told import Told
from focalpoint_app.gui.places import QUESTIONNAIRE
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.submission.problem_rows import ProblemRows, go_to
from focalpoint_app.gui.texts import dotted
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.dates import written_date
from focalpoint_app.language.markers import N_


class StandingCard(Section):
    def __init__(self, session: Session, told: Told) -> None:
        super().__init__(told, N_("Where the review stands"))
        self._session = session
        self.bar = QProgressBar()
        self.count = plain_label()
        self.due = soft_label(wrap=True)
        self.problems = soft_label(wrap=True)
        self.rows = ProblemRows(session)
        self.go_on = push_button(primary=True)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(12)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self.bar, 1)
        line.addWidget(self.count)
        self.column.addLayout(line)
        self.column.addWidget(self.due)
        self.column.addLayout(beside(self.go_on))
        self.column.addWidget(self.problems)
        self.column.addWidget(self.rows)
        self.go_on.clicked.connect(self.open_first)

    def refresh(self, tr: Catalogue) -> None:
        verdict = self._session.judge.verdict
        self.bar.setRange(0, max(1, verdict.of))
        self.bar.setValue(verdict.answered)
        words = tr(
            "{answered} of {of} answered.", answered=verdict.answered, of=verdict.of
        )
        self.bar.setAccessibleName(tr("Questions answered"))
        self.bar.setAccessibleDescription(words)
        self.count.setText(words)
        self.go_on.setText(
            tr("Open the questionnaire at the first open question")
            if self._waiting
            else tr("Open the questionnaire")
        )
        self._say_due(tr)
        self._say_problems(tr)

    def open_first(self) -> None:
        """Where there is still something to do, else at the beginning."""
        first = next(iter((*self._waiting, *self._asked)), "")
        if first:
            go_to(self._session, first)
        else:
            self._session.go.emit(QUESTIONNAIRE)

    @property
    def _asked(self) -> list[str]:
        visible = self._session.desk.facts.visible_questions()
        return [each.id for each in visible if each.parent is None]

    @property
    def _waiting(self) -> list[str]:
        desk = self._session.desk
        return [each for each in self._asked if not desk.answer(each).counts]

    def _say_due(self, tr: Catalogue) -> None:
        due = self._session.desk.review.answers_due
        if due is None:
            self.due.setText(tr("The start of the review is not known yet."))
            return
        left = days_until(due, datetime.now().astimezone().date())
        day = written_date(due, tr.language, tr.digits)
        said = (
            tr.counted(
                "{n} day left before the answers are due",
                "{n} days left before the answers are due",
                left,
            )
            if left >= 0
            else tr.counted(
                "answers were due {n} day ago", "answers were due {n} days ago", -left
            )
        )
        self.due.setText(dotted(said, day))

    def _say_problems(self, tr: Catalogue) -> None:
        """Blocking obligations are in the cards below; here what looks wrong."""
        complaints = list(self._session.judge.complaints)
        nothing = tr("Nothing that is answered looks wrong.")
        words = tr.counted(
            "{n} answer asks for a second look:",
            "{n} answers ask for a second look:",
            len(complaints),
        )
        self.problems.setText(words if complaints else nothing)
        self.rows.show_problems(complaints, tr)
        self.rows.setVisible(bool(complaints))
