"""Technical assistance over all instruments: ordered, edited in place, led from."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from focalpoint_app.domain.answer import Row, TableValue
from focalpoint_app.domain.author import Author
from focalpoint_app.domain.profile import StateProfile
from focalpoint_app.gui.app import Program, prepared
from focalpoint_app.gui.assistance.place import AssistancePlace
from focalpoint_app.gui.session import Session
from focalpoint_app.platform.settings import Settings
from focalpoint_app.workflow.review.desk import Desk
from focalpoint_app.workflow.review.opening import NewReview, new_review, open_review

NEEDS = "{part}.closing.assistance.needs"
WHAT = 4  # columns: instrument, priority, type, article, what


def need(desk: Desk, part: str, priority: str, detail: str) -> Row:
    question = NEEDS.format(part=part)
    desk.choose(f"{part}.closing.assistance", "yes")
    row = Row(desk.new_id(), {"priority": priority, "detail": detail})
    desk.put_row(question, row)
    return row


@pytest.fixture(scope="module")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("made") / "once.focalpoint"
    author = Author(str(uuid4()), "سلمى")
    wanted = NewReview("XAA", author=author, profile=StateProfile("XAA"))
    with closing(new_review(path, wanted)) as desk:
        need(desk, "untoc", "low", "تدريب")
        need(desk, "tip", "high", "خبير")
        need(desk, "firearms", "medium", "معدات")
    return path


@pytest.fixture
def desk(made_once: Path, tmp_path: Path) -> Iterator[Desk]:
    path = tmp_path / "r.focalpoint"
    shutil.copy(made_once, path)
    with closing(open_review(path)) as desk:
        yield desk


@pytest.fixture
def program(qtbot: QtBot, desk: Desk) -> Iterator[Program]:
    prepared([], "light")
    program = Program(Settings(language="ar", scheme="light"))
    qtbot.addWidget(program.window)
    program.window.show()
    program.show_desk(desk)
    yield program
    program.desk = None  # closed by its own fixture
    program.end()


@pytest.fixture
def page(program: Program) -> AssistancePlace:
    program.window.show_place("assistance")
    page = program.window.page
    assert isinstance(page, AssistancePlace)
    return page


def details(page: AssistancePlace) -> list[str]:
    return [str(row.cells.get("detail", "")) for row in page.needed.records.rows]


def test_needs_of_all_instruments_stand_by_priority(page: AssistancePlace) -> None:
    assert details(page) == ["خبير", "معدات", "تدريب"]


def test_a_cell_edited_in_place_is_kept_under_its_own_question(
    page: AssistancePlace, desk: Desk
) -> None:
    records = page.needed.records
    assert records.setData(records.index(0, WHAT), "خبيران مقيمان")
    value = desk.answer(NEEDS.format(part="tip")).value
    assert isinstance(value, TableValue)
    (row,) = value.rows
    assert dict(row.cells) == {"priority": "high", "detail": "خبيران مقيمان"}


def test_a_changed_priority_moves_the_row(page: AssistancePlace, qtbot: QtBot) -> None:
    records = page.needed.records
    records.setData(records.index(2, 1), "high")
    qtbot.waitUntil(lambda: details(page) == ["تدريب", "خبير", "معدات"])


def test_the_instrument_can_be_read_and_not_edited(page: AssistancePlace) -> None:
    records = page.needed.records
    editable = Qt.ItemFlag.ItemIsEditable
    assert not records.flags(records.index(0, 0)) & editable
    assert records.flags(records.index(0, 1)) & editable
    assert records.index(0, 0).data() == "بروتوكول الاتجار بالأشخاص"


def test_the_current_row_leads_to_its_closing_page(
    page: AssistancePlace, program: Program, qtbot: QtBot
) -> None:
    session = program.window.session
    assert isinstance(session, Session)
    page.needed.table.setCurrentIndex(page.needed.records.index(1, 0))
    with qtbot.waitSignal(session.jump) as jumped:
        page.needed.jump.click()
    assert jumped.args == [NEEDS.format(part="firearms")]


def test_a_row_is_removed_and_undone(
    page: AssistancePlace, desk: Desk, qtbot: QtBot
) -> None:
    page.needed.table.setCurrentIndex(page.needed.records.index(0, 1))
    page.needed.remove.click()
    qtbot.waitUntil(lambda: details(page) == ["معدات", "تدريب"])
    desk.undo()
    page.enter()
    assert details(page) == ["خبير", "معدات", "تدريب"]


def test_needs_of_an_answer_taken_back_are_not_shown(
    page: AssistancePlace, desk: Desk
) -> None:
    desk.choose("tip.closing.assistance", "no")
    page.enter()
    assert details(page) == ["معدات", "تدريب"]


def test_without_any_row_the_card_says_where_rows_come_from(
    page: AssistancePlace, desk: Desk
) -> None:
    assert page.received.table.isHidden()
    for part in ("untoc", "tip", "firearms"):
        desk.choose(f"{part}.closing.assistance", "no")
    page.enter()
    assert page.needed.table.isHidden()


def test_received_assistance_stands_below(page: AssistancePlace, desk: Desk) -> None:
    desk.choose("som.closing.received", "yes")
    row = Row(desk.new_id(), {"provider": "منظمة", "what": "تدريب"})
    desk.put_row("som.closing.received.list", row)
    page.enter()
    assert [row.cells["provider"] for row in page.received.records.rows] == ["منظمة"]


def test_a_year_that_is_no_number_is_said_and_not_kept(
    page: AssistancePlace, desk: Desk
) -> None:
    desk.choose("som.closing.received", "yes")
    row = Row(desk.new_id(), {"provider": "منظمة"})
    desk.put_row("som.closing.received.list", row)
    page.enter()
    records = page.received.records
    assert not records.setData(records.index(0, 3), "last year")
    assert "last year" in page.received.notice.text
    value = desk.answer("som.closing.received.list").value
    assert isinstance(value, TableValue)
    assert value.rows == (replace(row),)


def test_the_table_speaks_the_other_language(
    page: AssistancePlace, program: Program
) -> None:
    program.translator.speak("en")
    header = page.needed.records.headerData(0, Qt.Orientation.Horizontal)
    assert header == "Instrument"
    assert page.needed.records.index(0, 1).data() == "High"
    assert page.layoutDirection() == Qt.LayoutDirection.LeftToRight
