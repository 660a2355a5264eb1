"""Text of a reply that no question took: shown whole, assigned by hand."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from focalpoint_app.gui.consultation.received.question_field import QuestionField
from focalpoint_app.gui.controls.buttons import push_button
from focalpoint_app.gui.controls.labels import plain_label, say, soft_label
from focalpoint_app.gui.controls.sheet import Line, Section, beside
from focalpoint_app.gui.controls.told import Told
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.texts import listed
from focalpoint_app.gui.words import question_name
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.markers import N_

if TYPE_CHECKING:
    from focalpoint_app.workflow.consultation.kept_replies import KeptReply


class LooseText(Section):
    """Signals:
    assigned: a text became a contribution.
    """

    assigned = Signal()

    def __init__(self, session: Session, told: Told) -> None:
        super().__init__(
            told,
            N_("Text outside every question"),
            N_("Kept word for word. Assign it to the question that it answers."),
        )
        self._session = session
        self._kept: KeptReply | None = None
        self.rows: list[LooseRow] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(12)
        self.column.addLayout(self._rows)

    def show_reply(self, kept: KeptReply) -> None:
        from focalpoint_app.workflow.consultation.kept_replies import assigned_to

        self._kept = kept
        for row in self.rows:
            row.hide()
            row.deleteLater()
        went = assigned_to(self._session.desk, kept) if kept.receipt.unassigned else {}
        self.rows = [
            LooseRow(self._session, text, went.get(text, ()))
            for text in dict.fromkeys(kept.receipt.unassigned)
        ]
        for row in self.rows:
            row.chosen.connect(partial(self._assign, row.text))
            self._rows.addWidget(row)
        self.setVisible(bool(self.rows))

    def _assign(self, text: str, question: str) -> None:
        from focalpoint_app.workflow.consultation.kept_replies import assign

        kept, desk = self._kept, self._session.desk
        if kept is not None:
            self._session.act(lambda: assign(desk, kept, text, question))
            self._session.refreshed.emit()
            self.assigned.emit()


class LooseRow(QWidget):
    """Signals:
    chosen: the question that the text goes to.
    """

    chosen = Signal(str)

    def __init__(self, session: Session, text: str, went_to: tuple[str, ...]) -> None:
        super().__init__()
        tr = session.catalogue
        self.text = text
        self._session = session
        self.field: QuestionField | None = None
        self.assign = push_button()
        self.assign.setText(tr("Assign to a question…"))
        words = plain_label(wrap=True)
        say(words, text)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addWidget(Line())
        self._column.addWidget(words)
        if went_to:
            self._column.addWidget(_told(session, went_to, tr))
        self._column.addLayout(beside(self.assign))
        self.assign.clicked.connect(self._ask)

    def _ask(self) -> None:
        if self.field is None:
            self.field = QuestionField(self._session)
            self.field.chosen.connect(self.chosen)
            self._column.addWidget(self.field)
        self.assign.hide()
        self.field.search.setFocus()


def _told(session: Session, went_to: tuple[str, ...], tr: Catalogue) -> QWidget:
    questions = session.desk.questionnaire.questions
    names = listed([question_name(questions[each], tr) for each in went_to], tr)
    label = soft_label(wrap=True)
    label.setText(tr("Assigned to {question}.", question=names))
    return label
