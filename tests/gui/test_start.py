"""The start page: making, opening, the sample, and files that are refused."""

import sqlite3
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from focalpoint_app.domain.profile import StateProfile
from focalpoint_app.gui.app import Program, prepared
from focalpoint_app.gui.controls.notice import Mood
from focalpoint_app.gui.start.new_review import NewReviewForm
from focalpoint_app.gui.start.page import StartPage
from focalpoint_app.language.isolates import has_rtl
from focalpoint_app.platform.settings import Settings
from focalpoint_app.storage.workspace import Workspace
from focalpoint_app.workflow.review.answering import now
from focalpoint_app.workflow.review.desk import Desk
from tests.gui.files import Answering
from tests.gui.typing import press_key, type_text

pytestmark = pytest.mark.usefixtures("swept")
WAIT = 20_000  # ms; the machine may be busy with others


class Begun:
    """A window on its start page, with dialogs that answer."""

    def __init__(self, qtbot: QtBot, language: str, recent: tuple[str, ...]) -> None:
        prepared([], "light")
        settings = Settings(language=language, recent=recent, author="سلمى; خبيرة")
        self.program = Program(settings)
        qtbot.addWidget(self.program.window)
        self.dialogs = Answering()
        self.page = StartPage(
            self.program.translator, self.program.runner, settings, self.dialogs
        )
        self.desks: list[Desk] = []
        self.forgotten: list[Path] = []
        self.page.opened.connect(self.desks.append)
        self.page.forgotten.connect(self.forgotten.append)
        self.program.window.show_page(self.page)
        self.program.window.show()

    def form(self) -> NewReviewForm:
        self.page.ways.new.click()
        assert self.page.form is not None
        return self.page.form

    def close(self) -> None:
        for desk in self.desks:
            desk.close()
        self.program.end()


Begin = Callable[..., Begun]


@pytest.fixture
def begin(qtbot: QtBot) -> Iterator[Begin]:
    made: list[Begun] = []

    def start(language: str = "ar", recent: tuple[str, ...] = ()) -> Begun:
        made.append(Begun(qtbot, language, recent))
        return made[-1]

    yield start
    for each in made:
        each.close()


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    path = tmp_path / "made.focalpoint"
    Workspace.create(path, StateProfile("XAA"), now()).close()
    return path


def name_field(form: NewReviewForm) -> QLineEdit:
    field = form.author["name"].field
    assert isinstance(field, QLineEdit)
    return field


@pytest.mark.parametrize(
    ("language", "direction"),
    [
        ("ar", Qt.LayoutDirection.RightToLeft),
        ("en", Qt.LayoutDirection.LeftToRight),
    ],
)
def test_the_form_makes_a_file_and_opens_it(
    begin: Begin,
    qtbot: QtBot,
    tmp_path: Path,
    language: str,
    direction: Qt.LayoutDirection,
) -> None:
    begun = begin(language)
    form = begun.form()
    assert form.layoutDirection() == direction
    form.state.show_state("TUN")
    form.start.line.setText("1/7/2026")
    form.profile.parts["firearms"].tick.setChecked(False)
    form.profile.parts["untoc"].dates["entry_into_force"].line.setText("2003-09-29")
    form.profile.texts["legal_system"].show_text("نظام مدون")
    form.profile.units.show_text("ولاية أولى\n\n ولاية ثانية ")
    form.path.show_path(tmp_path / "تونس")

    with qtbot.waitSignal(begun.page.opened, timeout=WAIT):
        form.make.click()

    (desk,) = begun.desks
    assert desk.path == tmp_path / "تونس.focalpoint"
    assert desk.review.parts == ("untoc", "tip", "som")
    assert desk.review.start == date(2026, 7, 1)
    assert desk.review.languages[0] == language
    assert desk.profile.state == "TUN"
    assert desk.profile.entry_into_force("untoc") == "2003-09-29"
    assert desk.profile.constituent_units == ("ولاية أولى", "ولاية ثانية")
    assert (desk.author.name, desk.author.role) == ("سلمى", "خبيرة")


def test_what_is_missing_is_said_and_nothing_is_made(
    begin: Begin, tmp_path: Path
) -> None:
    begun = begin("en")
    form = begun.form()
    name_field(form).clear()
    form.start.line.setText("soon")
    form.path.show_path(tmp_path / "new")
    form.make.click()
    assert form.notice.mood is Mood.WRONG
    assert form.start.complaint == "Write a date as 2010-01-31."
    assert form.author["name"].complaint == "Write the name."
    assert list(tmp_path.iterdir()) == []
    assert form.focusWidget() is form.state.search  # The first of what is wrong.


def test_a_review_of_no_instrument_is_refused(begin: Begin) -> None:
    form = begin("en").form()
    for part in form.profile.parts.values():
        part.tick.setChecked(False)
    form.make.click()
    assert form.notice.code == "clearance.no_parts"


def test_an_existing_file_is_refused_in_the_form_and_left_as_it_was(
    begin: Begin, qtbot: QtBot, workspace: Path
) -> None:
    begun = begin("en")
    form = begun.form()
    before = workspace.read_bytes()
    form.state.show_state("TUN")
    form.path.show_path(workspace)
    form.make.click()
    qtbot.waitUntil(lambda: form.notice.isVisible(), timeout=WAIT)
    assert form.notice.code == "file.exists"
    assert begun.page.isEnabled()
    assert workspace.read_bytes() == before


def foreign(path: Path) -> None:
    path.write_bytes(b"no workspace at all")


def damaged(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    path.write_bytes(content)


def newer(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()


def missing(path: Path) -> None:
    path.unlink()


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (foreign, "workspace.foreign"),
        (damaged, "workspace.damaged"),
        (newer, "workspace.newer"),
        (missing, "workspace.not_found"),
    ],
)
def test_a_refused_file_leaves_the_start_page_standing(
    begin: Begin, workspace: Path, spoil: Callable[[Path], None], code: str
) -> None:
    spoil(workspace)
    begun = begin("en")
    begun.dialogs.path = workspace
    begun.page.ways.open.click()
    assert begun.page.notice.code == code
    assert begun.desks == []
    assert begun.page.ways.new.isEnabled()


def test_a_file_open_elsewhere_is_refused_with_who_holds_it(
    begin: Begin, workspace: Path
) -> None:
    held = Workspace.open(workspace, writing=True, holder="سمير, مكتب")
    begun = begin("en")
    begun.page.open_file(workspace)
    assert "سمير" in begun.page.notice.text
    held.close()


def test_a_refusal_is_told_again_in_the_other_language(
    begin: Begin, workspace: Path
) -> None:
    foreign(workspace)
    begun = begin("en")
    begun.page.open_file(workspace)
    english = begun.page.notice.text
    begun.program.translator.speak("ar")
    assert has_rtl(begun.page.notice.text)
    assert begun.page.notice.text != english


def test_a_recent_file_that_is_gone_is_told_and_can_be_forgotten(
    begin: Begin, workspace: Path, tmp_path: Path
) -> None:
    gone = tmp_path / "gone.focalpoint"
    begun = begin("en", (str(workspace), str(gone)))
    there, lost = begun.page.rows
    assert there.open.isEnabled()
    assert not lost.open.isEnabled()
    lost.forgotten.emit(gone)
    assert begun.forgotten == [gone]
    assert begun.page.rows == [there]


def test_a_state_is_found_by_a_part_of_its_name_in_either_language(
    begin: Begin,
) -> None:
    form = begin("ar").form()
    for typed, code in (("الاردن", "JOR"), ("keny", "KEN")):
        form.state.search.clear()
        type_text(form.state.search, typed)
        press_key(form.state.search, Qt.Key.Key_Return)
        assert form.state.code == code


def test_typing_over_a_chosen_state_takes_it_back(begin: Begin) -> None:
    form = begin("en").form()
    form.state.show_state("KEN")
    type_text(form.state.search, "x")
    assert form.state.code == ""


def test_the_file_is_named_after_the_state_until_one_is_chosen(
    begin: Begin, tmp_path: Path
) -> None:
    begun = begin("en")
    form = begun.form()
    form.state.show_state("KEN")
    form.state.chosen.emit("KEN")
    assert form.path.path is not None
    assert form.path.path.name == "Kenya.focalpoint"
    begun.dialogs.path = tmp_path / "mine.focalpoint"
    form.path.button.click()
    form.state.chosen.emit("KEN")
    assert form.path.path == tmp_path / "mine.focalpoint"


def test_going_back_from_the_form_shows_the_ways_again(begin: Begin) -> None:
    begun = begin()
    begun.form().back.click()
    assert begun.page.form is None
    assert begun.page.ways.new.isVisible()


def test_the_program_without_a_file_shows_the_start_page(qtbot: QtBot) -> None:
    prepared([], "light")
    program = Program(Settings(language="ar"))
    program.start(None)
    qtbot.waitUntil(lambda: isinstance(program.window.page, StartPage), timeout=WAIT)
    program.end()


def test_a_file_given_at_the_start_and_refused_shows_the_start_page(
    qtbot: QtBot, tmp_path: Path
) -> None:
    prepared([], "light")
    program = Program(Settings(language="en"))
    program.start(tmp_path / "no.focalpoint")
    qtbot.waitUntil(lambda: isinstance(program.window.page, StartPage), timeout=WAIT)
    page = program.window.page
    assert isinstance(page, StartPage)
    assert page.notice.code == "workspace.not_found"
    program.end()


def test_opening_a_review_puts_the_window_on_it(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    desk.seal()
    copy = tmp_path / "copy.focalpoint"
    desk.workspace.backup(copy)
    prepared([], "light")
    program = Program(Settings(language="ar"))
    program.start(None)
    qtbot.waitUntil(lambda: isinstance(program.window.page, StartPage), timeout=WAIT)
    page = program.window.page
    assert isinstance(page, StartPage)
    page.open_file(copy)
    assert program.desk is not None
    assert program.settings.recent[0] == str(copy)
    assert program.settings.author.startswith("سلمى الحداد")
    program.end()
