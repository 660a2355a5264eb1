"""Which control a question is answered with."""

from focalpoint_app.domain.questionnaire import Kind, Question
from focalpoint_app.gui.questionnaire.inputs.base import Input
from focalpoint_app.gui.questionnaire.inputs.choice import ChoiceInput, ChoicesInput
from focalpoint_app.gui.questionnaire.inputs.line import DateInput, NumberInput
from focalpoint_app.gui.questionnaire.inputs.table_view import TableInput
from focalpoint_app.gui.questionnaire.inputs.text import TextInput
from focalpoint_app.gui.session import Session

_INPUTS: dict[Kind, type[Input]] = {
    Kind.CHOICE: ChoiceInput,
    Kind.CHOICES: ChoicesInput,
    Kind.TEXT: TextInput,
    Kind.NUMBER: NumberInput,
    Kind.DATE: DateInput,
    Kind.TABLE: TableInput,
}


def input_for(session: Session, question: Question) -> Input:
    return _INPUTS[question.kind](session, question)
