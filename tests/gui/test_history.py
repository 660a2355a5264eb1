"""Every answer's history: texts, choices and the rows of tables."""

from decimal import Decimal

from PySide6.QtWidgets import QLabel, QPushButton

from focalpoint_app.domain.answer import NOT_COLLECTED, Cell, Row, TableValue
from focalpoint_app.gui.questionnaire.context import HISTORY
from focalpoint_app.gui.questionnaire.place import QuestionnairePlace
from focalpoint_app.gui.session import Session
from focalpoint_app.workflow.review.desk import Desk
from tests.gui.answering import press
from tests.gui.small_review import FIGURES, MAIN, MEASURES


def shown(place: QuestionnairePlace) -> list[str]:
    """What each revision says, newest first."""
    place.context.show_tab(HISTORY)
    place.context.refresh()
    labels = place.context.history.findChildren(QLabel)
    return [label.text() for label in labels]


def restore_last(place: QuestionnairePlace, session: Session) -> None:
    words = session.catalogue("Restore this one")
    buttons = place.context.history.findChildren(QPushButton)
    [button for button in buttons if button.text() == words][-1].click()


def test_a_choice_is_kept_when_another_question_is_worked_on(
    place: QuestionnairePlace, desk: Desk, session: Session
) -> None:
    session.work_on(MAIN)
    press(place, MAIN, "نعم")
    session.work_on(MEASURES)
    session.work_on(MAIN)
    press(place, MAIN, "لا")
    session.work_on(MEASURES)
    assert [each.content for each in desk.history(MAIN)] == ["no", "yes"]


def test_a_tables_rows_have_a_history_that_can_be_restored(
    place: QuestionnairePlace, desk: Desk, session: Session
) -> None:
    before: dict[str, Cell] = {
        "year": Decimal(2024),
        "cases": NOT_COLLECTED,
        "court": "النقض",
    }
    desk.put_row(FIGURES, Row("r", before))
    desk.seal(FIGURES)
    desk.remove_row(FIGURES, "r")
    desk.seal(FIGURES)
    session.work_on(FIGURES)
    uncollected = session.catalogue("not collected")
    row = f"السنة: 2024\nالقضايا: {uncollected}\nالمحكمة: النقض"
    assert row in shown(place)
    restore_last(place, session)
    value = desk.answer(FIGURES).value
    assert isinstance(value, TableValue)
    assert dict(value.rows[0].cells) == before
