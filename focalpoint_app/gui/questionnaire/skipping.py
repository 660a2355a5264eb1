"""Skipping a question: the reason it asks for, and the note that tells it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from focalpoint_app.domain.answer import Answer
from focalpoint_app.domain.questionnaire import Question
from focalpoint_app.gui.controls.buttons import push_button
from focalpoint_app.gui.controls.labels import say, soft_label
from focalpoint_app.gui.controls.line_field import LineField
from focalpoint_app.gui.session import Session
from focalpoint_app.language.catalogue import Catalogue


class SkipBox(QWidget):
    """Hidden, and not even built, unless the question is skipped or about to be."""

    def __init__(self, session: Session, question: Question) -> None:
        super().__init__()
        self._session = session
        self._question = question
        self._form: SkipForm | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    @property
    def form(self) -> SkipForm:
        """Built when first asked for."""
        if self._form is None:
            self._form = SkipForm(self._session, self._question)
            layout = self.layout()
            assert layout is not None
            layout.addWidget(self._form)
            self._form.closed.connect(self.hide)
        return self._form

    def ask(self) -> None:
        self.show()
        self.form.show()
        self.form.ask()

    def show_answer(self, answer: Answer) -> None:
        if answer.skipped or self._form is not None:
            self.form.show_answer(answer)
        self.setVisible(bool(answer.skipped))

    def retranslate(self, tr: Catalogue) -> None:
        if self._form is not None:
            self._form.retranslate(tr)


class SkipForm(QWidget):
    """The reason, asked for or told.

    Signals:
        closed: nothing is skipped and nothing asked for any more.
    """

    closed = Signal()

    def __init__(self, session: Session, question: Question) -> None:
        super().__init__()
        self._session = session
        self._question = question
        self._asked = False
        self.reason = LineField()
        self._keep = push_button(primary=True)
        self._back = push_button(quiet=True)
        self._told = soft_label(wrap=True)
        self._build()
        self.retranslate(session.catalogue)

    def _build(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.reason, 1)
        row.addWidget(self._keep)
        row.addWidget(self._back)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._told)
        column.addLayout(row)
        self.reason.returnPressed.connect(self._skip)
        self._keep.clicked.connect(self._skip)
        self._back.clicked.connect(self._take_up)

    def ask(self) -> None:
        self._asked = True
        self._show(self._session.desk.answer(self._question.id))
        self.reason.setFocus()

    def show_answer(self, answer: Answer) -> None:
        self._asked = False
        self._show(answer)

    def retranslate(self, tr: Catalogue) -> None:
        self.reason.setPlaceholderText(tr("Why is this question skipped?"))
        self.reason.setAccessibleName(tr("Reason for skipping"))
        self._keep.setText(tr("Skip"))
        self._show(self._session.desk.answer(self._question.id))

    def _show(self, answer: Answer) -> None:
        tr = self._session.catalogue
        skipped = bool(answer.skipped)
        self.reason.setVisible(self._asked)
        self._keep.setVisible(self._asked)
        self._told.setVisible(skipped and not self._asked)
        say(self._told, tr("Skipped: {reason}", reason=answer.skipped or ""))
        self._back.setText(tr("Take it up again") if skipped else tr("Cancel"))

    def _skip(self) -> None:
        reason = self.reason.text().strip()
        if not reason:
            self.reason.setFocus()
            return
        desk, question = self._session.desk, self._question.id
        self._session.act(lambda: desk.skip(question, reason), question)

    def _take_up(self) -> None:
        self.reason.clear()
        desk, question = self._session.desk, self._question.id
        self._session.act(lambda: desk.skip(question, None), question)
        if not desk.answer(question).skipped:
            self.closed.emit()
