"""The questions that a reply speaks to, each row a way to its contributions."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout

from focalpoint_app.domain.contribution import Contribution
from focalpoint_app.gui.controls.buttons import push_button
from focalpoint_app.gui.controls.jump_row import JumpRow
from focalpoint_app.gui.controls.sheet import Section, beside
from focalpoint_app.gui.controls.told import Told
from focalpoint_app.gui.places import QUESTIONNAIRE
from focalpoint_app.gui.questionnaire.contributions.words import value_words
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.texts import beginning, dotted
from focalpoint_app.gui.words import ROLES, question_name
from focalpoint_app.language.isolates import isolate
from focalpoint_app.language.markers import N_

_AT_ONCE = 12
_WORDS = 90


class AnswersSaid(Section):
    def __init__(self, session: Session, told: Told) -> None:
        super().__init__(
            told,
            N_("What it answers"),
            N_("Each leads to the question, where it is compared and taken over."),
        )
        self._session = session
        self._given: tuple[Contribution, ...] = ()
        self._all = False
        self.rows: list[JumpRow] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        self.rest = push_button(quiet=True)
        self.column.addLayout(self._rows)
        self.column.addLayout(beside(self.rest))
        self.rest.clicked.connect(self._show_all)

    def show_given(self, given: tuple[Contribution, ...]) -> None:
        """What a reply said, in the order in which it is listed."""
        self._given = given
        self._all = False
        self.setVisible(bool(self._given))
        self._list()

    def _list(self) -> None:
        tr = self._session.catalogue
        for row in self.rows:
            row.hide()
            row.deleteLater()
        shown = self._given if self._all else self._given[:_AT_ONCE]
        self.rows = [self._row(each) for each in shown]
        left = len(self._given) - len(shown)
        self.rest.setVisible(left > 0)
        self.rest.setText(tr.counted("Show {n} more", "Show {n} more", left))

    def _row(self, given: Contribution) -> JumpRow:
        from focalpoint_app.workflow.consultation.consolidating import said

        desk, tr = self._session.desk, self._session.catalogue
        asked = desk.questionnaire.questions[given.question]
        role = tr(ROLES[asked.role]) if asked.role in ROLES else ""
        words = value_words(said(desk, given), asked, tr) or tr("comments only")
        name = dotted(*dict.fromkeys((question_name(asked, tr), role)))
        row = JumpRow(f"{name}: {isolate(beginning(' '.join(words.split()), _WORDS))}")
        row.clicked.connect(partial(self._go, given.question))
        self._rows.addWidget(row)
        return row

    def _go(self, question: str) -> None:
        self._session.go.emit(QUESTIONNAIRE)
        self._session.consulted.emit(question)

    def _show_all(self) -> None:
        self._all = True
        self._list()
