"""What every control of a question has in common."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from focalpoint_app.domain.answer import Answer
from focalpoint_app.domain.questionnaire import Question
from focalpoint_app.gui.session import Session
from focalpoint_app.language.catalogue import Catalogue


class Input(QWidget):
    """Shows an answer's value and writes it through the session.

    Signals:
        entered: the focus came into it.
    """

    entered = Signal()

    def __init__(self, session: Session, question: Question) -> None:
        super().__init__()
        self.session = session
        self.question = question
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(6)

    def show_answer(self, answer: Answer) -> None:
        """Show what the desk holds; called after every change to this answer."""
        raise NotImplementedError

    def retranslate(self, tr: Catalogue) -> None:
        raise NotImplementedError

    def focus_first(self) -> None:
        """Put the focus where one begins to answer."""
        raise NotImplementedError
