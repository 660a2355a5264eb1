"""Choosing one answer, or several."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QWidget

from focalpoint_app.domain.answer import Answer
from focalpoint_app.domain.questionnaire import Question
from focalpoint_app.gui.controls.flow import FlowLayout
from focalpoint_app.gui.controls.options import CheckOption, RadioOption
from focalpoint_app.gui.questionnaire.inputs.base import Input
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.texts import in_language
from focalpoint_app.language.catalogue import Catalogue

_SHORT = 24
_GAP = 22


class _Options(Input):
    """A button for each choice: in a line where they are short, else one a line."""

    def __init__(self, session: Session, question: Question) -> None:
        super().__init__(session, question)
        self._buttons: dict[str, QAbstractButton] = {}
        self._group = QButtonGroup(self)
        holder = QWidget()
        line = FlowLayout(holder, _GAP) if _is_short(question) else None
        for choice in question.choices:
            button = self._button()
            button.installEventFilter(self)
            self._buttons[choice.id] = button
            self._group.addButton(button)
            (line or self.column).addWidget(button)
        if line is not None:
            self.column.addWidget(holder)

    def _button(self) -> QAbstractButton:
        raise NotImplementedError

    def show_answer(self, answer: Answer) -> None:
        chosen = answer.choices
        exclusive = self._group.exclusive()
        self._group.setExclusive(False)  # else the last one cannot be cleared
        for key, button in self._buttons.items():
            button.setChecked(key in chosen)
        self._group.setExclusive(exclusive)

    def retranslate(self, tr: Catalogue) -> None:
        for choice in self.question.choices:
            words = in_language(choice.text, tr.language)
            button = self._buttons[choice.id]
            button.setText(words)
            button.setAccessibleName(words)

    def focus_first(self) -> None:
        buttons = list(self._buttons.values())
        checked = [button for button in buttons if button.isChecked()]
        (checked or buttons)[0].setFocus()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self.entered.emit()
        return False


class ChoiceInput(_Options):
    """Radio buttons; a second press on the chosen one takes it back."""

    def __init__(self, session: Session, question: Question) -> None:
        super().__init__(session, question)
        self._group.buttonClicked.connect(self._choose)

    def _button(self) -> QAbstractButton:
        return RadioOption()

    def _choose(self, button: QAbstractButton) -> None:
        chosen = next(key for key, each in self._buttons.items() if each is button)
        desk, question = self.session.desk, self.question.id
        again = desk.answer(question).choices == (chosen,)
        wanted = None if again else chosen
        self.session.act(lambda: desk.choose(question, wanted), question)
        self.show_answer(desk.answer(question))


class ChoicesInput(_Options):
    """Check boxes."""

    def __init__(self, session: Session, question: Question) -> None:
        super().__init__(session, question)
        self._group.setExclusive(False)
        self._group.buttonClicked.connect(self._choose)

    def _button(self) -> QAbstractButton:
        return CheckOption()

    def _choose(self, _button: QAbstractButton) -> None:
        pairs = self._buttons.items()
        chosen = tuple(key for key, button in pairs if button.isChecked())
        desk, question = self.session.desk, self.question.id
        self.session.act(lambda: desk.choose_all(question, chosen), question)
        self.show_answer(desk.answer(question))


def _is_short(question: Question) -> bool:
    texts = [text for choice in question.choices for text in choice.text.values()]
    return len(question.choices) <= 5 and all(len(text) <= _SHORT for text in texts)
