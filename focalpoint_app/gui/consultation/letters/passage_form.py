"""One passage: the question it answers, and its answer as that question takes it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QComboBox,
    QVBoxLayout,
    QWidget,
)

from focalpoint_app.domain.canonical import decimal_text
from focalpoint_app.domain.questionnaire import Kind, Question
from focalpoint_app.gui.consultation.received.question_field import QuestionField
from focalpoint_app.gui.controls.buttons import push_button
from focalpoint_app.gui.controls.form import FormRow
from focalpoint_app.gui.controls.labels import bold_label, plain_label, say
from focalpoint_app.gui.controls.line_field import LineField
from focalpoint_app.gui.controls.options import CheckOption, RadioOption
from focalpoint_app.gui.controls.sheet import Section, beside
from focalpoint_app.gui.controls.text_area import TextArea
from focalpoint_app.gui.controls.told import Told
from focalpoint_app.gui.questionnaire.inputs.typed import (
    read_date,
    read_number,
    two_numbers,
)
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.texts import in_language
from focalpoint_app.gui.words import question_name
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.markers import N_
from focalpoint_app.language.names import OFFICIAL_LANGUAGES, language_name

if TYPE_CHECKING:
    from focalpoint_app.workflow.consultation.written_letters import Passage

_PAUSE = 500  # ms


class PassageForm(Section):
    """Signals:
    changed: what is being written changed half a second ago.
    added: a ``Passage`` with its question.
    dropped: it is not to be assigned after all.
    """

    changed = Signal()
    added = Signal(object)
    dropped = Signal()

    def __init__(self, session: Session, told: Told) -> None:
        super().__init__(told, N_("Assign to a question"))
        self._session = session
        self._passage: Passage | None = None
        self._chosen: Question | None = None
        language = session.desk.review.languages[0]
        self.text = TextArea(language)
        self.language = QComboBox()
        self.line = LineField()
        self.options: dict[str, QAbstractButton] = {}
        self.add = push_button(primary=True)
        self.drop = push_button()
        self.question = QuestionField(session)
        self.other = push_button(quiet=True)
        self._asked = bold_label(wrap=True)
        self._words = plain_label(wrap=True)
        self._language_row = FormRow(self.language)
        self._line_row = FormRow(self.line)
        self._options = QWidget()
        self._group = QButtonGroup(self)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._build(told)
        self._connect()
        self.hide()

    def _build(self, told: Told) -> None:
        for tag in OFFICIAL_LANGUAGES:
            self.language.addItem(language_name(tag), tag)
        self._options_column = QVBoxLayout(self._options)
        self._options_column.setContentsMargins(0, 0, 0, 0)
        self._options_column.setSpacing(0)
        for widget in (self.text, self._language_row, self._asked, self._words,
                       self._options, self._line_row, self.question):  # fmt: skip
            self.column.addWidget(widget)
        self.column.addLayout(beside(self.add, self.other, self.drop))
        told.add(self._language_row.say, N_("Language of the text"))
        told.add(self.text.setAccessibleName, N_("Text to assign"))
        told.add(self.add.setText, N_("Assign"))
        told.add(self.other.setText, N_("Another question"))
        told.add(self.drop.setText, N_("Discard"))

    def _connect(self) -> None:
        self._pause.timeout.connect(self.changed)
        self.text.typed.connect(self._pause.start)
        self.text.refused.connect(self._session.failed)
        self.language.activated.connect(lambda _at: self.changed.emit())
        self.question.chosen.connect(self.choose)
        self.other.clicked.connect(lambda: self.choose(""))
        self.add.clicked.connect(self._add)
        self.drop.clicked.connect(self._drop)

    @property
    def passage(self) -> Passage | None:
        """As it stands, its question not said before it is added."""
        if self._passage is None:
            return None
        text, language = self.text.text(), str(self.language.currentData())
        return replace(self._passage, question="", language=language, value=text)

    def show_passage(self, passage: Passage | None) -> None:
        """None puts the form away; what was in it is gone."""
        self._passage = passage
        self.setVisible(passage is not None)
        if passage is None:
            self.text.show_text("")
            return
        at = self.language.findData(passage.language)
        self.language.setCurrentIndex(max(0, at))
        self.text.show_text(str(passage.value))
        self.choose("")
        (self.text if passage.is_transcribed else self.question.search).setFocus()

    def choose(self, question: str) -> None:
        """Ask for what this question takes; empty lets another be chosen."""
        self._chosen = self._session.desk.questionnaire.questions.get(question)
        self._show_question()
        self._offer_options()
        kind = self._chosen.kind if self._chosen else None
        is_line = kind in (Kind.NUMBER, Kind.DATE)
        self._line_row.setVisible(is_line)
        self._line_row.complain()
        self.line.clear()
        self.add.setVisible(self._chosen is not None and kind is not Kind.TABLE)
        self._language_row.setVisible(kind in (None, Kind.TEXT))
        if self._chosen is None:
            self.question.search.clear()
        else:
            self._answer_widget().setFocus()

    def _answer_widget(self) -> QWidget:
        """Where one goes on once the question is chosen."""
        if self.options:
            return next(iter(self.options.values()))
        shown = (self.line, self.add, self.other)
        return next(each for each in shown if each.isVisibleTo(self))

    def retranslate(self, tr: Catalogue) -> None:
        self._line_row.say(tr("Answer"))
        self._show_question()

    def _show_question(self) -> None:
        tr, asked = self._session.catalogue, self._chosen
        for widget in (self._asked, self._words, self.other):
            widget.setVisible(asked is not None)
        self.question.setVisible(asked is None)
        if asked is not None:
            say(self._asked, question_name(asked, tr))
            words = in_language(asked.text, tr.language)
            if asked.kind is Kind.TABLE:
                words = tr("A table takes rows and no text; choose another question.")
            say(self._words, words)

    def _offer_options(self) -> None:
        for button in self.options.values():
            self._group.removeButton(button)
            button.hide()
            button.deleteLater()
        self.options = {}
        asked, tr = self._chosen, self._session.catalogue
        if asked is not None and asked.kind in (Kind.CHOICE, Kind.CHOICES):
            self._group.setExclusive(asked.kind is Kind.CHOICE)
            for choice in asked.choices:
                single = asked.kind is Kind.CHOICE
                button = RadioOption() if single else CheckOption()
                button.setText(in_language(choice.text, tr.language))
                self._group.addButton(button)
                self._options_column.addWidget(button)
                self.options[choice.id] = button
        self._options.setVisible(bool(self.options))

    def _value(self) -> str | tuple[str, ...] | None:
        """None where what is written is no answer to the question."""
        assert self._chosen is not None
        match self._chosen.kind:
            case Kind.CHOICE | Kind.CHOICES:
                ticked = tuple(k for k, b in self.options.items() if b.isChecked())
                if self._chosen.kind is Kind.CHOICE:
                    return ticked[0] if ticked else None
                return ticked or None
            case Kind.NUMBER:
                number = read_number(self.line.text(), self._session.catalogue)
                return None if number is None else decimal_text(number)
            case Kind.DATE:
                return read_date(self.line.text())
        return self.text.text().strip() or None

    def _add(self) -> None:
        if self._passage is None or self._chosen is None:
            return
        value = self._value()
        if value is None:
            self._line_row.complain(self._trouble())
            self._line_row.show()
            return
        language = str(self.language.currentData())
        is_text = self._chosen.kind is Kind.TEXT
        made = replace(
            self._passage,
            question=self._chosen.id,
            language=language if is_text else "",
            value=value,
            words="" if is_text else self.text.text().strip(),
        )
        self.show_passage(None)
        self.added.emit(made)

    def _trouble(self) -> str:
        tr = self._session.catalogue
        is_number = self._chosen is not None and self._chosen.kind is Kind.NUMBER
        either = two_numbers(self.line.text(), tr) if is_number else ""
        return either or tr("The question takes no such answer.")

    def _drop(self) -> None:
        self.show_passage(None)
        self.dropped.emit()
