"""Cells of tables: an editor that is opened and left again changes nothing."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QStyleOptionViewItem, QTableView
from pytestqt.qtbot import QtBot

from focalpoint_app.domain.answer import NOT_COLLECTED, Row, TableValue
from focalpoint_app.domain.questionnaire import Choice, Column, Kind
from focalpoint_app.gui.questionnaire.inputs.cells import CellDelegate
from focalpoint_app.gui.questionnaire.inputs.table import Records
from focalpoint_app.gui.questionnaire.inputs.table_view import TableInput
from focalpoint_app.gui.questionnaire.place import QuestionnairePlace
from focalpoint_app.gui.window import Window
from focalpoint_app.workflow.review.desk import Desk
from tests.gui.answering import block
from tests.gui.small_review import FIGURES

_COLUMNS = (
    Column("cases", Kind.NUMBER, {"en": "Cases"}),
    Column(
        "priority",
        Kind.CHOICE,
        {"en": "Priority"},
        choices=(Choice("high", {"en": "High"}), Choice("low", {"en": "Low"})),
    ),
)
_NUMBER, _CHOICE = 0, 1


class Table:
    """One record in a view with the editors that the window gives it."""

    def __init__(self, qtbot: QtBot, row: Row) -> None:
        self.records = Records(_COLUMNS, turned=False)
        self.records.show_rows((row,))
        self.edited: list[Row] = []
        self.records.edited.connect(self.edited.append)
        self.view = QTableView()
        qtbot.addWidget(self.view)
        self.view.setModel(self.records)
        self.cells = CellDelegate(self.records, self.view)

    def opened(self, column: int) -> tuple[QComboBox | QLineEdit, QModelIndex]:
        index = self.records.index(0, column)
        editor = self.cells.createEditor(self.view, QStyleOptionViewItem(), index)
        assert isinstance(editor, QComboBox | QLineEdit)
        self.cells.setEditorData(editor, index)
        return editor, index

    def left(self, editor: QComboBox | QLineEdit, index: QModelIndex) -> None:
        self.cells.setModelData(editor, self.records, index)


def test_a_choice_looked_at_stays_as_it_was(qtbot: QtBot) -> None:
    table = Table(qtbot, Row("r", {"priority": "low"}))
    editor, index = table.opened(_CHOICE)
    assert isinstance(editor, QComboBox)
    assert editor.currentText() == "Low"
    table.left(editor, index)
    assert table.edited == []


def test_an_empty_choice_looked_at_stays_empty(qtbot: QtBot) -> None:
    table = Table(qtbot, Row("r", {}))
    table.left(*table.opened(_CHOICE))
    assert table.edited == []


def test_a_choice_is_made_and_taken_back(qtbot: QtBot) -> None:
    table = Table(qtbot, Row("r", {"priority": "low"}))
    editor, index = table.opened(_CHOICE)
    assert isinstance(editor, QComboBox)
    for data in ("high", ""):
        editor.setCurrentIndex(editor.findData(data))
        table.left(editor, index)
    assert [dict(row.cells) for row in table.edited] == [{"priority": "high"}, {}]


def test_a_figure_not_collected_looked_at_stays_not_collected(qtbot: QtBot) -> None:
    table = Table(qtbot, Row("r", {"cases": NOT_COLLECTED}))
    editor, index = table.opened(_NUMBER)
    assert isinstance(editor, QLineEdit)
    assert editor.text() == ""
    table.left(editor, index)
    assert table.edited == []


def test_a_table_is_as_high_as_its_rows(
    place: QuestionnairePlace, desk: Desk, window: Window, qtbot: QtBot
) -> None:
    for n in range(6):
        desk.put_row(FIGURES, Row(f"r{n}", {"court": "محكمة النقض والإبرام " * 6}))
    control = block(place, FIGURES).input
    assert isinstance(control, TableInput)
    view = control.view

    def is_fitting() -> bool:
        return abs(view.viewport().height() - view.verticalHeader().length()) < 20

    for width in (1440, 960, 1440):
        window.resize(width, 900)
        qtbot.waitUntil(is_fitting)


def test_tab_leaves_a_table_behind(
    place: QuestionnairePlace, desk: Desk, window: Window
) -> None:
    desk.put_row(FIGURES, Row("r", {"court": "النقض"}))
    control = block(place, FIGURES).input
    assert isinstance(control, TableInput)
    control.show_answer(desk.answer(FIGURES))
    control.view.setFocus()
    control.view.setCurrentIndex(control.records.index(0, 0))
    QTest.keyClick(control.view, Qt.Key.Key_Tab)
    focused = window.focusWidget()
    assert focused is not None
    assert focused is not control.view
    assert not control.view.isAncestorOf(focused)


def test_not_collected_is_taken_back_as_it_was_said(
    place: QuestionnairePlace, desk: Desk
) -> None:
    desk.put_row(FIGURES, Row("r", {"cases": NOT_COLLECTED, "court": "النقض"}))
    control = block(place, FIGURES).input
    assert isinstance(control, TableInput)
    control.show_answer(desk.answer(FIGURES))
    control.view.setCurrentIndex(control.records.index(0, 1))
    control.mark_uncollected()
    value = desk.answer(FIGURES).value
    assert isinstance(value, TableValue)
    assert dict(value.rows[0].cells) == {"court": "النقض"}
