"""Files that cannot be opened, and what the start page says of them."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from focalpoint_app.gui.app import Program, prepared
from focalpoint_app.gui.start.page import StartPage
from focalpoint_app.language.isolates import has_rtl
from focalpoint_app.platform.settings import Settings
from focalpoint_app.storage.workspace import Workspace
from focalpoint_app.workflow.review.desk import Desk
from tests.gui.start.beginning import WAIT, Begin

pytestmark = pytest.mark.usefixtures("swept")


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
    there, lost = begun.page.recent.rows
    assert there.open.isEnabled()
    assert not lost.open.isEnabled()
    lost.forgotten.emit(gone)
    assert begun.forgotten == [gone]
    assert begun.page.recent.rows == [there]


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
