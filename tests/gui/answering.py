"""The cards of the questionnaire, used as a hand uses them."""

from PySide6.QtWidgets import QAbstractButton, QApplication

from focalpoint_app.domain.answer import TextValue
from focalpoint_app.gui.controls.text_area import TextArea
from focalpoint_app.gui.questionnaire.inputs.text import TextInput
from focalpoint_app.gui.questionnaire.place import QuestionnairePlace
from focalpoint_app.gui.questionnaire.question_block import QuestionBlock
from focalpoint_app.workflow.review.desk import Desk


def block(place: QuestionnairePlace, question: str) -> QuestionBlock:
    place.show_question(question)
    assert place.page is not None
    found = place.page.block(question)
    assert found is not None
    QApplication.processEvents()  # what was just built is shown by the event loop
    return found


def press(place: QuestionnairePlace, question: str, words: str) -> None:
    control = block(place, question).input
    buttons = {
        button.text(): button for button in control.findChildren(QAbstractButton)
    }
    buttons[words].click()


def area(place: QuestionnairePlace, question: str, language: str = "ar") -> TextArea:
    control = block(place, question).input
    assert isinstance(control, TextInput)
    control.show_language(language)
    return control.area(language)


def text_of(desk: Desk, question: str, language: str = "ar") -> str:
    value = desk.answer(question).value
    return value.texts.get(language, "") if isinstance(value, TextValue) else ""


def settle() -> None:
    for _ in range(5):
        QApplication.processEvents()
