"""The questions that a reply speaks to, each row a way to its contributions."""

from __future__ import annotations

from functools import partial

from focalpoint_app.domain.contribution import Contribution
from focalpoint_app.gui.consultation.received.folded_rows import FoldedRows
from focalpoint_app.gui.controls.jump_row import JumpRow
from focalpoint_app.gui.controls.told import Told
from focalpoint_app.gui.places import QUESTIONNAIRE
from focalpoint_app.gui.questionnaire.contributions.words import value_words
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.texts import beginning, dotted
from focalpoint_app.gui.words import ROLES, question_name
from focalpoint_app.language.isolates import isolate
from focalpoint_app.language.markers import N_

_WORDING = (
    N_("What it answers"),
    N_("Each leads to the question, where it is compared and taken over."),
)
_AT_ONCE = 12
_WORDS = 90


class AnswersSaid(FoldedRows):
    def __init__(self, session: Session, told: Told) -> None:
        super().__init__(session, told, _WORDING, at_once=_AT_ONCE)
        self.column_of_rows.setSpacing(2)

    def show_given(self, given: tuple[Contribution, ...]) -> None:
        """What a reply said, in the order in which it is listed."""
        self.fold([partial(self._row, each) for each in given])

    def _row(self, given: Contribution) -> JumpRow:
        from focalpoint_app.workflow.consultation.consolidating import said

        desk, tr = self._session.desk, self._session.catalogue
        asked = desk.questionnaire.questions[given.question]
        role = tr(ROLES[asked.role]) if asked.role in ROLES else ""
        words = value_words(said(desk, given), asked, tr) or tr("comments only")
        name = dotted(*dict.fromkeys((question_name(asked, tr), role)))
        row = JumpRow(f"{name}: {isolate(beginning(' '.join(words.split()), _WORDS))}")
        row.clicked.connect(partial(self._go, given.question))
        return row

    def _go(self, question: str) -> None:
        self._session.go.emit(QUESTIONNAIRE)
        self._session.consulted.emit(question)
