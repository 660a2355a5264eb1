"""Fields and tabs where there is little room: folded or smaller, never cut."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QGuiApplication, QImage
from PySide6.QtWidgets import QCheckBox, QComboBox, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from focalpoint_app.domain.author import Author
from focalpoint_app.gui.app import prepared
from focalpoint_app.gui.consultation.figures import Figure, FigureTable, Heading, Line
from focalpoint_app.gui.consultation.meeting.meeting_desk import MeetingDesk
from focalpoint_app.gui.controls.abreast import Abreast
from focalpoint_app.gui.controls.buttons import push_button
from focalpoint_app.gui.controls.complaint import Complaint
from focalpoint_app.gui.controls.form import FormRow
from focalpoint_app.gui.controls.line_field import LineField
from focalpoint_app.gui.controls.screens import size_on_screen
from focalpoint_app.gui.controls.split import split
from focalpoint_app.gui.controls.surfaces import Badge, Tone
from focalpoint_app.gui.controls.tabs import Tabs
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.shell.author_menu import AuthorMenu
from focalpoint_app.gui.shell.sheets import KeySheet
from focalpoint_app.gui.theme.fonts import WINDOW_SIZE, sized_font
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.workflow.consultation.meetings import Meeting
from focalpoint_app.workflow.consultation.stakeholders import save_stakeholders
from focalpoint_app.workflow.review.desk import Desk
from tests.gui.alone import alone
from tests.gui.consultation.institutions import JUSTICE

_RUSSIAN = ("Учреждения", "Запросы", "Полученные ответы", "Письма", "Совещания",
            "Ход работы", "Журнал")  # fmt: skip
_LARGE = 19
_PANE = 440
"""px of text at 125 %; px beside the agenda, at 125 %, in a window 1024 px wide."""

Shown = Callable[[QWidget, int], None]


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    prepared([], "light")

    def show(widget: QWidget, width: int) -> None:
        qtbot.addWidget(widget)
        widget.resize(width, 300)
        widget.show()
        qtbot.waitExposed(widget)

    return show


def large_tabs() -> Tabs:
    font = QFont()
    font.setPixelSize(_LARGE)
    tabs = Tabs(font)
    tabs.say(_RUSSIAN)
    return tabs


def test_every_tab_is_whole_where_there_is_little_room(shown: Shown) -> None:
    tabs = large_tabs()
    shown(tabs, 840)
    places = [tabs.tabRect(at) for at in range(tabs.count())]
    assert places[0].left() >= 0
    assert places[-1].right() < tabs.width()
    words = map(tabs.fontMetrics().horizontalAdvance, _RUSSIAN)
    assert all(
        word <= box.width() - 20 for word, box in zip(words, places, strict=True)
    )


@pytest.mark.parametrize(("width", "size"), [(1600, _LARGE), (200, WINDOW_SIZE)])
def test_tabs_are_as_large_as_the_text_but_never_too_small_to_read(
    shown: Shown, width: int, size: int
) -> None:
    tabs = large_tabs()
    shown(tabs, width)
    assert tabs.font().pixelSize() == size


@pytest.fixture
def fields(shown: Shown) -> Callable[..., list[tuple[int, int]]]:
    """Left edge and top of two fields in a row, and of a box with a third."""

    def places(width: int, *, rtl: bool = False) -> list[tuple[int, int]]:
        holder = QWidget()
        way = Qt.LayoutDirection
        holder.setLayoutDirection(way.RightToLeft if rtl else way.LeftToRight)
        rows = [FormRow(LineField()) for _ in range(3)]
        box = QCheckBox()
        lines = Abreast((rows[0], rows[1]), (rows[2], box))
        holder.setLayout(lines)
        for row in rows:
            row.say("A name that asks for room")
        shown(holder, width)
        return [(each.x(), each.y()) for each in (*rows, box)]

    return places


def test_fields_stand_side_by_side_from_the_leading_edge(
    fields: Callable[..., list[tuple[int, int]]],
) -> None:
    first, second, third, _ = fields(800)
    assert first[0] == third[0] < second[0]
    assert first[1] == second[1] < third[1]
    first, second, *_ = fields(800, rtl=True)
    assert second[0] < first[0]


def test_fields_fold_together_where_one_would_be_cut(
    fields: Callable[..., list[tuple[int, int]]],
) -> None:
    places = fields(260)
    assert len({left for left, _ in places}) == 1
    assert [top for _, top in places] == sorted({top for _, top in places})


def test_a_list_of_long_names_asks_for_no_more_than_a_pane_has(shown: Shown) -> None:
    box = QComboBox()
    box.addItem("An institution with a name that takes its time " * 6)
    shown(box, 300)
    assert box.minimumSizeHint().width() <= _PANE


def test_a_window_of_its_own_opens_no_larger_than_the_screen(qtbot: QtBot) -> None:
    prepared([], "light")
    window = QWidget()
    qtbot.addWidget(window)
    size_on_screen(window, 300, 5_000)
    assert window.width() == 300
    assert window.height() < window.screen().availableSize().height()


@pytest.mark.parametrize(("width", "leading"), [(1600, 400), (884, 332)])
def test_a_narrow_page_leaves_most_of_itself_to_what_was_chosen(
    shown: Shown, width: int, leading: int
) -> None:
    page, shelf = QWidget(), QWidget()
    split(page, shelf, QWidget())
    shown(page, width)
    assert shelf.width() == pytest.approx(leading, abs=2)


@pytest.fixture
def session(desk: Desk) -> Iterator[Session]:
    save_stakeholders(desk, JUSTICE)
    with alone(desk) as session:
        yield session


@pytest.mark.parametrize("language", ["ar", "ru", "es"])
def test_the_desk_of_a_meeting_fits_its_pane(
    session: Session, qtbot: QtBot, language: str
) -> None:
    session.translator.speak(language)
    table = MeetingDesk(session)
    qtbot.addWidget(table)
    table.retranslate(session.catalogue)
    table.show_meeting(Meeting("m", "لقاء", "2026-01-01", language="ar"))
    table.attendance.add.click()
    (sheet,) = (
        area
        for area in table.findChildren(QScrollArea)
        if area.isAncestorOf(table.spoken)
    )
    body = sheet.widget()
    assert body is not None
    assert body.minimumSizeHint().width() <= _PANE


def test_a_long_name_of_who_writes_leaves_the_foot_its_room(
    session: Session, desk: Desk, qtbot: QtBot
) -> None:
    author = Author(desk.new_id(), "الدكتورة سلمى الحداد " * 8)
    desk.write_as(author)
    menu = AuthorMenu()
    qtbot.addWidget(menu)
    menu.follow(session)
    menu.retranslate(session.catalogue)
    assert menu.minimumSizeHint().width() <= 320
    assert author.name.strip() in menu.toolTip()


def _ink(picture: QImage, ground: int) -> tuple[int, int]:
    """First and last column of pixels that something is drawn in."""
    inked = [
        x
        for x in range(3, picture.width() - 3)
        if any(picture.pixel(x, y) != ground for y in range(6, picture.height() - 6))
    ]
    return inked[0], inked[-1]


def test_no_number_or_month_is_broken_in_a_narrow_table(shown: Shown) -> None:
    table = FigureTable()
    shown(table, 200)
    cells = tuple(map(Figure, ("2026/118/ABC-22", "17 septembre 2026", "Any", "-")))
    table.show_lines(tuple(map(Heading, "abcd")), [Line("", cells)])
    measure = QFontMetrics(sized_font(14))
    for at, word in enumerate(("2026/118/ABC-22", "septembre")):
        assert table.columnWidth(at) >= measure.horizontalAdvance(word) + 16


def test_the_sheet_of_keys_fits_a_small_screen(shown: Shown) -> None:
    parent = QWidget()
    shown(parent, 300)
    sheet = KeySheet(Catalogue("ru"), parent)
    assert sheet.minimumSizeHint().height() < 400
    inner = sheet.area.widget()
    assert inner is not None
    assert sheet.width() >= inner.sizeHint().width()


@pytest.mark.parametrize("rtl", [False, True])
def test_a_heading_of_numbers_stands_over_its_numbers(
    shown: Shown, *, rtl: bool
) -> None:
    table = FigureTable()
    way = Qt.LayoutDirection
    table.setLayoutDirection(way.RightToLeft if rtl else way.LeftToRight)
    shown(table, 600)
    headings = (Heading("Group", 2), Heading("Answers", 2, is_number=True))
    table.show_lines(headings, [Line("", (Figure("Ministries"), Figure("7")))])
    header = table.horizontalHeader()
    picture = header.grab().toImage()
    left = header.sectionViewportPosition(1)
    part = picture.copy(left, 0, header.sectionSize(1), picture.height())
    first, last = _ink(part, part.pixel(part.width() // 2, 8))
    assert part.width() - last < 14 < first


@pytest.mark.parametrize("make", [push_button, lambda: Badge(Tone.PLAIN)])
def test_words_run_as_the_window_does_before_the_program_is_told(
    shown: Shown, make: Callable[[], QPushButton | Badge]
) -> None:
    pictures = []
    for program in (Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight):
        QGuiApplication.setLayoutDirection(program)
        widget = make()
        widget.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        widget.setText("41 days…")
        shown(widget, 160)
        pictures.append(widget.grab().toImage())
    assert pictures[0] == pictures[1]


def test_what_is_wrong_with_a_field_is_said_in_as_many_lines_as_it_takes(
    shown: Shown,
) -> None:
    row = FormRow(LineField())
    row.complain("The reason repeats the passage and would keep what is taken out.")
    shown(row, 200)
    complaint = row.findChild(Complaint)
    assert complaint is not None
    assert complaint.geometry().right() < row.width()
    assert complaint.height() >= complaint.heightForWidth(complaint.width()) > 50


@pytest.mark.parametrize("words", ["An institution of the Ministry ", "وزارة العدل "])
def test_a_choice_that_is_too_long_shows_where_it_begins(
    shown: Shown, words: str
) -> None:
    """Whatever direction the window has, what follows the beginning is left out."""
    box, pictures = QComboBox(), []
    box.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    shown(box, 160)
    for ending in (" and of its departments", "، وإداراتها كلها"):
        box.clear()
        box.addItem(words * 4 + ending)
        pictures.append(box.grab().toImage())
    assert pictures[0] == pictures[1]


def test_the_list_under_a_cut_choice_shows_its_words_whole(shown: Shown) -> None:
    box, words = QComboBox(), "Directorate General for International Co-operation"
    box.addItem(words)
    shown(box, 160)
    box.showPopup()
    needed = QFontMetrics(box.font()).horizontalAdvance(words)
    assert 320 < needed <= box.view().width()
    box.hidePopup()
