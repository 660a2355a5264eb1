"""What a good answer holds, for the question worked on."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from focalpoint_app.gui.controls.labels import bold_label, plain_label, say, soft_label
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.texts import in_language
from focalpoint_app.gui.words import question_name
from focalpoint_app.language.catalogue import Catalogue


class Guidance(QWidget):
    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._question = ""
        self._name = bold_label(wrap=True)
        self._text = plain_label(wrap=True)
        self._none = soft_label(wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 6)
        column.setSpacing(8)
        for label in (self._name, self._text, self._none):
            column.addWidget(label)
        column.addStretch()

    def show_question(self, question: str) -> None:
        """Its guidance, or its parent's where it has none of its own."""
        self._question = question
        tr = self._session.catalogue
        asked = self._session.desk.questionnaire.questions.get(question)
        text = self._guidance(question, tr.language)
        say(self._name, question_name(asked, tr) if asked else "")
        say(self._text, text)
        self._text.setVisible(bool(text))
        self._none.setVisible(not text)
        self._none.setText(
            tr("There is no guidance on this question.")
            if asked
            else tr("Choose a question to read its guidance.")
        )

    def retranslate(self, _tr: Catalogue) -> None:
        self.show_question(self._question)

    def _guidance(self, question: str | None, language: str) -> str:
        asked = self._session.desk.questionnaire.questions.get(question or "")
        if asked is None:
            return ""
        own = in_language(asked.guidance, language)
        return own or self._guidance(asked.parent, language)
