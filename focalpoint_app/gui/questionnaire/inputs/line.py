"""Numbers and dates: one line each, read leniently, written exactly."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from focalpoint_app.domain.answer import Answer, DateValue, NumberValue
from focalpoint_app.domain.questionnaire import Question
from focalpoint_app.gui.controls.complaint import Complaint
from focalpoint_app.gui.controls.flow import FlowLayout
from focalpoint_app.gui.controls.labels import soft_label
from focalpoint_app.gui.questionnaire.inputs.base import Input
from focalpoint_app.gui.questionnaire.inputs.typed import (
    as_read,
    read_date,
    read_number,
    two_numbers,
)
from focalpoint_app.gui.session import Session
from focalpoint_app.language.catalogue import Catalogue

_WIDTH = 180


class AnswerField(QLineEdit):
    """``is_wrong`` while its text is none that the answer could take."""

    is_wrong = False


class _Line(Input):
    """A short field and, beside it, what is wrong or how it was understood."""

    def __init__(self, session: Session, question: Question) -> None:
        super().__init__(session, question)
        self.field = AnswerField()
        self.field.setFixedWidth(_WIDTH)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
        self.field.setAlignment(right)
        self.field.installEventFilter(self)
        self.field.textEdited.connect(self._read)
        self.wrong = Complaint()
        self.hint = soft_label()
        said = QWidget()
        flow = FlowLayout(said, 12)
        for widget in (self.field, self.wrong, self.hint):
            flow.addWidget(widget)
        self.column.addWidget(said)
        self.wrong.hide()

    def focus_first(self) -> None:
        self.field.setFocus()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self.entered.emit()
        elif event.type() == QEvent.Type.FocusOut:
            self.session.autosave.leave(self.question.id)
        return False

    def _read(self) -> None:
        raise NotImplementedError

    def _show(self, text: str) -> None:
        """Never overwrite what is being typed with another spelling of it."""
        if not self.field.hasFocus() or self.field.text() == "" or text == "":
            self.field.setText(text)
            self._accept()

    def _accept(self) -> None:
        self.field.is_wrong = False
        self.wrong.say("")

    def _refuse(self, words: str) -> None:
        self.field.is_wrong = True
        self.wrong.say(words)


class NumberInput(_Line):
    """Written as the window's language writes numbers, once it is left too."""

    def __init__(self, session: Session, question: Question) -> None:
        super().__init__(session, question)
        self._number: Decimal | None = None
        self.field.editingFinished.connect(self._write)

    def show_answer(self, answer: Answer) -> None:
        value = answer.value
        number = value.number if isinstance(value, NumberValue) else None
        if number != self._number:
            self._number = number
            self._show(self._written)

    def retranslate(self, tr: Catalogue) -> None:
        self.field.setAccessibleName(tr("Number"))
        if self.field.is_wrong:
            self._complain(tr)
        else:
            self._write()

    @property
    def _written(self) -> str:
        tr, number = self.session.catalogue, self._number
        return "" if number is None else tr.number(number)

    def _write(self) -> None:
        """What is no number stays as it was typed."""
        if not self.field.is_wrong:
            self.field.setText(self._written)
            self.hint.clear()

    def _read(self) -> None:
        tr, text = self.session.catalogue, self.field.text().strip()
        number = read_number(text, tr)
        self.hint.setText(as_read(text, tr))
        if text and number is None:
            self._complain(tr)
            if two_numbers(text, tr):  # On the way there it was one: 7.12 of 7.125.
                self._put(None)
            return
        self._accept()
        self._put(number)

    def _put(self, number: Decimal | None) -> None:
        self._number = number
        desk, question = self.session.desk, self.question.id
        self.session.act(lambda: desk.set_number(question, number), question)

    def _complain(self, tr: Catalogue) -> None:
        words = two_numbers(self.field.text(), tr)
        self._refuse(words or tr("This is not a number; write digits only."))


class DateInput(_Line):
    def show_answer(self, answer: Answer) -> None:
        value = answer.value
        found = value.date if isinstance(value, DateValue) else ""
        if found != (read_date(self.field.text()) or ""):
            self._show(found)

    def retranslate(self, tr: Catalogue) -> None:
        self.field.setAccessibleName(tr("Date"))
        self.field.setPlaceholderText("YYYY-MM-DD")
        self.hint.setText(tr("Year, month, day, as in 2010-01-31"))
        if self.wrong.text():
            self._complain(tr)

    def _read(self) -> None:
        text = self.field.text().strip()
        found = read_date(text)
        if text and found is None:
            self._complain(self.session.catalogue)
            return
        self._accept()
        desk, question = self.session.desk, self.question.id
        self.session.act(lambda: desk.set_date(question, found), question)

    def _complain(self, tr: Catalogue) -> None:
        self._refuse(tr("This is not a date yet."))
