"""One question of a card: heading, text, control, sources, reason for skipping."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from focalpoint_app.domain.questionnaire import Question, Role
from focalpoint_app.domain.readiness import Problem
from focalpoint_app.gui.controls.labels import plain_label, say
from focalpoint_app.gui.questionnaire.cites import CiteLine
from focalpoint_app.gui.questionnaire.heading import Heading
from focalpoint_app.gui.questionnaire.inputs.making import input_for
from focalpoint_app.gui.questionnaire.skipping import SkipBox
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.texts import in_language
from focalpoint_app.language.catalogue import Catalogue

_CITING_ROLES = {Role.MAIN, Role.CASES}


class QuestionBlock(QWidget):
    """Signals:
    entered: the focus came into it; the question's id.
    """

    entered = Signal(str)

    def __init__(self, session: Session, question: Question) -> None:
        super().__init__()
        self.question = question
        self._session = session
        self.heading = Heading(session, question)
        self._text = plain_label(wrap=True)
        self.input = input_for(session, question)
        self.skip_box = SkipBox(session, question)
        self._cites = CiteLine(session, question) if _cites(question) else None
        self._build()
        self.retranslate(session.catalogue)
        self.refresh()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self.heading, self._text, self.input, self.skip_box):
            column.addWidget(widget)
        if self._cites is not None:
            column.addWidget(self._cites)
        self.input.entered.connect(self._enter)
        self.heading.skip.connect(self.skip_box.ask)
        self.heading.clear.connect(self._clear)

    def refresh(self) -> None:
        """Show what the desk holds now."""
        answer = self._session.desk.answer(self.question.id)
        self.heading.show_answer(answer)
        self.input.show_answer(answer)
        self.skip_box.show_answer(answer)
        if self._cites is not None:
            self._cites.show_answer(answer)

    def show_problems(self, problems: list[Problem]) -> None:
        self.heading.show_problems(problems)

    def retranslate(self, tr: Catalogue) -> None:
        words = in_language(self.question.text, tr.language)
        say(self._text, words)
        self.input.setAccessibleName(words)
        self.heading.retranslate(tr)
        self.input.retranslate(tr)
        self.skip_box.retranslate(tr)
        if self._cites is not None:
            self._cites.retranslate(tr)

    def focus_first(self) -> None:
        self.input.focus_first()

    def _enter(self) -> None:
        self.entered.emit(self.question.id)

    def _clear(self) -> None:
        desk, question = self._session.desk, self.question.id
        self._session.act(lambda: desk.empty(question), question)


def _cites(question: Question) -> bool:
    return question.cites_law or question.role in _CITING_ROLES
