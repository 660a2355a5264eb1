"""Numbers and dates: one line each, read leniently, written exactly."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from focalpoint_app.domain.answer import Answer, DateValue, NumberValue, is_exact
from focalpoint_app.domain.canonical import decimal_text
from focalpoint_app.domain.questionnaire import Question
from focalpoint_app.gui.controls.flow import FlowLayout
from focalpoint_app.gui.controls.labels import soft_label
from focalpoint_app.gui.controls.surfaces import Badge, Tone
from focalpoint_app.gui.questionnaire.inputs.base import Input
from focalpoint_app.gui.session import Session
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.digits import latin_digits

_WIDTH = 180
_BLANKS = re.compile(r"[\s\u066c\u200e\u200f]")
_GROUPED = re.compile(r"[-+]?[1-9][0-9]{0,2}(,[0-9]{3})+(\.[0-9]*)?")
_PLAIN = re.compile(r"[-+]?([0-9]+(\.[0-9]*)?|\.[0-9]+)")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DAY_FIRST = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})")


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
        self.wrong = Badge(Tone.PROBLEM)
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
    def show_answer(self, answer: Answer) -> None:
        value = answer.value
        number = value.number if isinstance(value, NumberValue) else None
        if number != read_number(self.field.text()):
            self._show("" if number is None else decimal_text(number))

    def retranslate(self, tr: Catalogue) -> None:
        self.field.setAccessibleName(tr("Number"))
        if self.wrong.text():
            self._complain(tr)

    def _read(self) -> None:
        text = self.field.text().strip()
        number = read_number(text)
        if text and number is None:
            self._complain(self.session.catalogue)
            return
        self._accept()
        desk, question = self.session.desk, self.question.id
        self.session.act(lambda: desk.set_number(question, number), question)

    def _complain(self, tr: Catalogue) -> None:
        self._refuse(tr("This is not a number; write digits only."))


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


def read_number(text: str) -> Decimal | None:
    """Digits of any script the program writes; None for everything else.

    A comma parts thousands where three digits follow each one, else the fraction.
    """
    plain = _BLANKS.sub("", latin_digits(text)).replace("\u066b", ".")
    between = "" if _GROUPED.fullmatch(plain) else "."
    plain = plain.replace(",", between)
    if not _PLAIN.fullmatch(plain):
        return None
    number = Decimal(plain)
    return number if is_exact(number) else None


def read_date(text: str) -> str | None:
    """``YYYY-MM-DD`` from itself or from day, month, year; None if no such day."""
    plain = latin_digits(text).strip()
    iso, day_first = _ISO.fullmatch(plain), _DAY_FIRST.fullmatch(plain)
    if iso:
        parts = [int(each) for each in iso.groups()]
    elif day_first:
        parts = [int(each) for each in reversed(day_first.groups())]
    else:
        return None
    try:
        return date(*parts).isoformat()
    except ValueError:
        return None
