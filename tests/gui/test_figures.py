"""Numbers, dates and tables: read as people write them, told where they are wrong."""

import pytest
from PySide6.QtCore import Qt

from focalpoint_app.domain.answer import NOT_COLLECTED, TableValue
from focalpoint_app.gui.questionnaire.inputs.line import DateInput, NumberInput
from focalpoint_app.gui.questionnaire.inputs.table_view import TableInput
from focalpoint_app.gui.questionnaire.place import QuestionnairePlace
from focalpoint_app.workflow.review.desk import Desk
from tests.gui.answering import block
from tests.gui.small_review import DATE, FIGURES, NUMBER
from tests.gui.typing import type_text


@pytest.mark.parametrize("typed", ["1250", "١٢٥٠", "1,250"])
def test_a_number_is_read_in_either_script(
    place: QuestionnairePlace, desk: Desk, typed: str
) -> None:
    control = block(place, NUMBER).input
    assert isinstance(control, NumberInput)
    type_text(control.field, typed)
    value = desk.answer(NUMBER).value
    assert value is not None
    assert str(getattr(value, "number", "")) == "1250"


def test_what_is_no_number_is_told_and_not_written(
    place: QuestionnairePlace, desk: Desk
) -> None:
    control = block(place, NUMBER).input
    assert isinstance(control, NumberInput)
    type_text(control.field, "كثير")
    assert desk.answer(NUMBER).value is None
    assert control.wrong.text()
    assert control.field.text() == "كثير"


def test_numbers_sit_on_the_right_in_both_directions(
    place: QuestionnairePlace,
) -> None:
    control = block(place, NUMBER).input
    assert isinstance(control, NumberInput)
    wanted = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
    assert control.field.alignment() == wanted


@pytest.mark.parametrize("typed", ["2010-01-31", "31/1/2010", "٣١/١/٢٠١٠"])
def test_a_date_is_read_as_people_write_it(
    place: QuestionnairePlace, desk: Desk, typed: str
) -> None:
    control = block(place, DATE).input
    assert isinstance(control, DateInput)
    type_text(control.field, typed)
    assert getattr(desk.answer(DATE).value, "date", "") == "2010-01-31"


def test_a_day_that_does_not_exist_is_told(
    place: QuestionnairePlace, desk: Desk
) -> None:
    control = block(place, DATE).input
    assert isinstance(control, DateInput)
    type_text(control.field, "31/2/2010")
    assert desk.answer(DATE).value is None
    assert control.wrong.text()


def table(place: QuestionnairePlace) -> TableInput:
    control = block(place, FIGURES).input
    assert isinstance(control, TableInput)
    return control


def test_cells_are_written_one_by_one(place: QuestionnairePlace, desk: Desk) -> None:
    control = table(place)
    control.add_row()
    control.records.setData(control.records.index(0, 0), "٢٠٢٤")
    control.records.setData(control.records.index(0, 2), "محكمة النقض")
    value = desk.answer(FIGURES).value
    assert isinstance(value, TableValue)
    assert {key: str(cell) for key, cell in value.rows[0].cells.items()} == {
        "year": "2024",
        "court": "محكمة النقض",
    }


def test_a_figure_can_be_marked_as_not_collected(
    place: QuestionnairePlace, desk: Desk
) -> None:
    control = table(place)
    control.add_row()
    control.view.setCurrentIndex(control.records.index(0, 1))
    control.mark_uncollected()
    value = desk.answer(FIGURES).value
    assert isinstance(value, TableValue)
    assert value.rows[0].cells["cases"] == NOT_COLLECTED
    assert control.records.data(control.records.index(0, 1)) == "لم تُجمَع"


def test_a_wrong_cell_is_told_and_not_written(
    place: QuestionnairePlace, desk: Desk
) -> None:
    control = table(place)
    control.add_row()
    assert not control.records.setData(control.records.index(0, 0), "سنة")
    assert desk.answer(FIGURES).value is None


def test_a_removed_row_is_gone_and_the_others_stay(
    place: QuestionnairePlace, desk: Desk
) -> None:
    control = table(place)
    for year in ("2023", "2024"):
        control.add_row()
        row = len(control.records.rows) - 1
        control.records.setData(control.records.index(row, 0), year)
    control.view.setCurrentIndex(control.records.index(0, 0))
    control.remove_row()
    value = desk.answer(FIGURES).value
    assert isinstance(value, TableValue)
    assert [str(row.cells["year"]) for row in value.rows] == ["2024"]
