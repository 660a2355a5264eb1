"""What each institution says to the question before the meeting."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from focalpoint_app.domain.questionnaire import Question
from focalpoint_app.gui.controls.labels import bold_label, plain_label, say
from focalpoint_app.gui.controls.sheet import Section
from focalpoint_app.gui.controls.text_area import TextArea
from focalpoint_app.gui.controls.told import Told
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.texts import in_language
from focalpoint_app.gui.words import question_name
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.markers import N_

if TYPE_CHECKING:
    from focalpoint_app.workflow.consultation.meetings import Meeting, Spoken

_PAUSE = 500  # ms


class SpokenCard(Section):
    """Signals:
    changed: something was typed half a second ago, or chosen.
    """

    changed = Signal()

    def __init__(self, session: Session, told: Told) -> None:
        super().__init__(told, N_("What is said"))
        self._session = session
        self._question: Question | None = None
        self.rows: list[SpokenRow] = []
        self.name = bold_label(wrap=True)
        self.words = plain_label(wrap=True)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(16)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.changed)
        for widget in (self.name, self.words):
            self.column.addWidget(widget)
        self.column.addLayout(self._rows)

    def show_question(self, question: str, meeting: Meeting) -> None:
        """A row for each institution that attends, and one for the meeting."""
        tr = self._session.catalogue
        self._question = self._session.desk.questionnaire.questions.get(question)
        self.forget()
        if self._question is None:
            return
        say(self.name, question_name(self._question, tr))
        say(self.words, in_language(self._question.text, tr.language))
        names = {e.id: e.name for e in self._session.desk.workspace.stakeholders()}
        for speaker in (*meeting.institutions, ""):
            name = names.get(speaker, "") if speaker else tr("The meeting as a whole")
            self._put(name, meeting.said(question, speaker), meeting.language)

    def forget(self) -> None:
        """Nobody's words stand here."""
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = []

    def spoken(self, meeting: Meeting) -> Meeting:
        """The meeting with what stands here."""
        for row in self.rows:
            meeting = meeting.saying(row.said)
        return meeting

    def _put(self, name: str, said: Spoken, language: str) -> None:
        assert self._question is not None
        row = SpokenRow(self._question, said, language)
        row.retranslate(name, self._session.catalogue)
        row.text.typed.connect(self._pause.start)
        row.text.left.connect(self.changed)
        row.text.refused.connect(self._session.failed)
        row.choice.activated.connect(lambda _at: self.changed.emit())
        self.rows.append(row)
        self._rows.addWidget(row)


class SpokenRow(QWidget):
    """One speaker's words, and the choice where the question has choices."""

    def __init__(self, question: Question, said: Spoken, language: str) -> None:
        super().__init__()
        self._said = said
        self._asked = question
        self.speaker = bold_label(wrap=True)
        self.choice = QComboBox()
        self.text = TextArea(language)
        self.text.show_text(said.text)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for widget in (self.speaker, self.choice, self.text):
            column.addWidget(widget)
        self.choice.setVisible(bool(question.choices))

    @property
    def said(self) -> Spoken:
        choice = str(self.choice.currentData() or "")
        return replace(self._said, text=self.text.text(), choice=choice)

    def retranslate(self, name: str, tr: Catalogue) -> None:
        say(self.speaker, name)
        self.text.setAccessibleName(tr("What {institution} says", institution=name))
        self.choice.setAccessibleName(tr("What {institution} chooses",
                                         institution=name))  # fmt: skip
        self.choice.clear()
        self.choice.addItem(tr("No choice named"), "")
        for each in self._asked.choices:
            self.choice.addItem(in_language(each.text, tr.language), each.id)
        at = self.choice.findData(self._said.choice)
        self.choice.setCurrentIndex(max(0, at))
