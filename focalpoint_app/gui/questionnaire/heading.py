"""The first line of a question: where it stands, how it binds, who may read it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from focalpoint_app.domain.answer import Answer, AnswerState, Confidentiality
from focalpoint_app.domain.questionnaire import Obligation, Question
from focalpoint_app.domain.readiness import Problem
from focalpoint_app.gui.controls.buttons import ChoiceMenu, IconButton
from focalpoint_app.gui.controls.flow import FlowLayout
from focalpoint_app.gui.controls.labels import bold_label, plain_label
from focalpoint_app.gui.controls.surfaces import Badge, Mark, Tone
from focalpoint_app.gui.questionnaire.level_menus import add_audiences, add_markings
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.words import (
    AUDIENCES,
    ROLES,
    STANDINGS,
    STATES,
    obligation_words,
    question_name,
)
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.markers import N_

PROBLEM_BADGES = {
    "no_law": N_("law and provision missing"),
    "no_explanation": N_("explanation missing"),
    "no_type": N_("type of assistance missing"),
    "too_long": N_("text too long"),
    "contradiction": N_("contradiction"),
    "before_entry_into_force": N_("before entry into force"),
    "before_signature": N_("before signature"),
    "before_ratification": N_("before ratification"),
    "may_identify": N_("may identify a person"),
    "direction_override": N_("hidden direction marks"),
    "spoofing": N_("misleading characters"),
    "working_input_only": N_("not confirmed by any office"),
    "unprintable": N_("prints as boxes"),
    "unprintable_source": N_("source prints as boxes"),
}
"""What a card says of a problem; a question merely open says nothing."""

_LINE = 34


class Heading(QWidget):
    """Signals:
    skip: the user wants to skip, and will be asked for the reason.
    clear: the user takes the whole answer back.
    """

    skip = Signal()
    clear = Signal()

    def __init__(self, session: Session, question: Question) -> None:
        super().__init__()
        self._session = session
        self._question = question
        self._is_main = question.parent is None
        self._mark = Mark()
        self._name = bold_label() if self._is_main else plain_label()
        self._name.setFixedHeight(_LINE)
        self._mark.setFixedHeight(_LINE)
        self._obligation = Badge()
        self.problem = Badge(Tone.NOTICE)
        self.level = Badge(Tone.NOTICE)
        self.state: ChoiceMenu | None = None
        self.audience: ChoiceMenu | None = None
        self._more = IconButton("more")
        self._build()

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        said = QWidget()
        flow = FlowLayout(said, 8)
        for widget in (self._name, self._obligation, self.level, self.problem):
            flow.addWidget(widget)
        if self._is_main:
            flow.trail(*self._menus())
        row.addWidget(said, 1)
        row.addWidget(self._more, 0, Qt.AlignmentFlag.AlignTop)
        self._more.clicked.connect(self._open_menu)
        self.problem.hide()
        self.level.hide()
        self._obligation.setVisible(self._is_main)

    def _menus(self) -> tuple[QWidget, ...]:
        """Companions go with their parent's state and audience on the page."""
        self.state, self.audience = ChoiceMenu(), ChoiceMenu("lock")
        self.state.chosen.connect(self._set_state)
        self.audience.chosen.connect(self._choose_audience)
        return self.state, self.audience

    def show_answer(self, answer: Answer) -> None:
        standing = self._session.desk.standing(self._question.id)
        word = self._session.catalogue(STANDINGS[standing])
        self._mark.show_standing(standing, word)
        if self.state is not None and self.audience is not None:
            self.state.show_choice(answer.state)
            self.audience.show_choice(answer.confidentiality)
        self.level.say(" · ".join(self._levels(answer)))

    def show_problems(self, problems: list[Problem]) -> None:
        tr = self._session.catalogue
        codes = [each.code for each in problems if each.code in PROBLEM_BADGES]
        self.problem.say(tr(PROBLEM_BADGES[codes[0]]) if codes else "")

    def retranslate(self, tr: Catalogue) -> None:
        question = self._question
        if self._is_main:
            self._name.setText(question_name(question, tr))
            self._say_obligation(tr)
        else:
            self._name.setText(tr(ROLES[question.role]))
        if self.state is not None and self.audience is not None:
            states = [(key.value, tr(word)) for key, word in STATES.items()]
            self.state.offer(tr("State of the answer"), states)
            levels = [(key.value, tr(word)) for key, word in AUDIENCES.items()]
            self.audience.offer(tr("Who may read the answer"), levels)
        self._more.name_it(tr("More about this question"))

    def menu(self) -> QMenu:
        tr = self._session.catalogue
        menu = QMenu(self)
        skip = menu.addAction(tr("Skip with a reason…"))
        skip.triggered.connect(self.skip)
        clear = menu.addAction(tr("Clear the answer"))
        clear.triggered.connect(self.clear)
        answer = self._session.desk.answer(self._question.id)
        clear.setEnabled(answer.is_given)
        menu.addSeparator()
        if not self._is_main:
            add_audiences(menu, tr, answer.confidentiality, self._set_audience)
        add_markings(menu, tr, self._marking, self._set_marking)
        return menu

    @property
    def _marking(self) -> str:
        from focalpoint_app.workflow.consultation.markings import answer_marking

        return answer_marking(self._session.desk, self._question.id)

    def _levels(self, answer: Answer) -> Iterator[str]:
        """Its national marking; a companion's audience, where it is not the usual."""
        from focalpoint_app.workflow.consultation.markings import national_markings

        tr, marking = self._session.catalogue, self._marking
        if marking:
            yield national_markings().printed(marking, tr.language)
        usual = answer.confidentiality is Confidentiality.REVIEWING
        if not self._is_main and not usual:
            yield tr(AUDIENCES[answer.confidentiality])

    def _say_obligation(self, tr: Catalogue) -> None:
        strong = self._question.obligation is Obligation.MANDATORY
        tone = Tone.ACCENT if strong else Tone.PLAIN
        self._obligation.say(obligation_words(self._question, tr), tone)

    def _open_menu(self) -> None:
        menu = self.menu()
        menu.exec(self._more.mapToGlobal(self._more.rect().bottomLeft()))
        menu.deleteLater()

    def _set_state(self, key: str) -> None:
        desk, question = self._session.desk, self._question.id
        state = AnswerState(key)
        self._session.act(lambda: desk.set_state(question, state), question)

    def _choose_audience(self, key: str) -> None:
        self._set_audience(Confidentiality(key))

    def _set_marking(self, marking: str) -> None:
        from focalpoint_app.workflow.consultation.markings import set_answer_marking

        desk, question = self._session.desk, self._question.id
        self._session.act(lambda: set_answer_marking(desk, question, marking), question)

    def _set_audience(self, level: Confidentiality) -> None:
        desk, question = self._session.desk, self._question.id
        self._session.act(lambda: desk.set_confidentiality(question, level), question)
