"""Numbers typed into fields mean what they mean in the window's language."""

from decimal import Decimal

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication

from focalpoint_app.domain.answer import NumberValue, Row
from focalpoint_app.domain.questionnaire import Column, Kind
from focalpoint_app.gui.questionnaire.inputs.line import NumberInput
from focalpoint_app.gui.questionnaire.inputs.table import Records
from focalpoint_app.gui.questionnaire.inputs.typed import read_number
from focalpoint_app.gui.questionnaire.place import QuestionnairePlace
from focalpoint_app.gui.session import Session
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.workflow.review.desk import Desk
from tests.gui.answering import block
from tests.gui.small_review import NUMBER
from tests.gui.typing import type_text

_ROLE = Qt.ItemDataRole.EditRole


@pytest.fixture
def control(place: QuestionnairePlace) -> NumberInput:
    found = block(place, NUMBER).input
    assert isinstance(found, NumberInput)
    return found


def answered(desk: Desk) -> str:
    value = desk.answer(NUMBER).value
    return str(value.number) if isinstance(value, NumberValue) else ""


@pytest.mark.parametrize(
    ("language", "number"), [("en", "7125"), ("fr", "7.125"), ("ar", "7125")]
)
def test_a_comma_is_read_as_the_window_prints_it(
    control: NumberInput, session: Session, desk: Desk, language: str, number: str
) -> None:
    session.translator.speak(language)
    type_text(control.field, "7,125")
    assert answered(desk) == number


def test_a_number_that_was_understood_otherwise_is_shown_as_read(
    control: NumberInput, session: Session
) -> None:
    session.translator.speak("en")
    type_text(control.field, "7,125")
    assert control.hint.text() == "Read as 7125"
    QApplication.sendEvent(control.field, QFocusEvent(QEvent.Type.FocusOut))
    assert control.field.text() == "7125"
    assert control.hint.text() == ""


def test_what_may_be_two_numbers_is_told_and_not_written(
    control: NumberInput, session: Session, desk: Desk
) -> None:
    session.translator.speak("fr")
    type_text(control.field, "7.125")
    assert answered(desk) == ""
    assert "7125" in control.wrong.text()
    assert "7,125" in control.wrong.text()


def test_a_field_follows_the_windows_language_and_keeps_its_number(
    control: NumberInput, session: Session, desk: Desk
) -> None:
    session.translator.speak("en")
    type_text(control.field, "7.125")
    session.translator.speak("fr")
    assert control.field.text() == "7,125"
    assert answered(desk) == "7.125"


@pytest.mark.parametrize("language", ["ar", "en", "fr"])
def test_a_cell_that_is_opened_and_left_keeps_its_number(language: str) -> None:
    records = Records((Column("cases", Kind.NUMBER, {}),), turned=False)
    records.retranslate(Catalogue(language))
    records.show_rows((Row("r", {"cases": Decimal("7.125")}),))
    edited: list[Row] = []
    records.edited.connect(edited.append)
    cell = records.index(0, 0)

    assert records.setData(cell, records.data(cell, _ROLE))

    assert edited == []


def test_a_cell_that_may_be_two_numbers_is_refused() -> None:
    records = Records((Column("cases", Kind.NUMBER, {}),), turned=False)
    records.retranslate(Catalogue("fr"))
    records.show_rows((Row("r", {}),))
    assert not records.setData(records.index(0, 0), "7.125")


def test_a_number_that_an_import_would_refuse_is_not_taken_here_either() -> None:
    english = Catalogue("en")
    assert read_number("9" * 15, english) == Decimal("9" * 15)
    assert read_number("9" * 16, english) is None
