"""Expunging in the window: found while typed, decided, gone, recorded."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from focalpoint_app.domain.act import ActKind
from focalpoint_app.domain.expunging import MARK
from focalpoint_app.gui.app import Program
from focalpoint_app.gui.controls.file_dialogs import FileDialogs
from focalpoint_app.gui.controls.notice import Mood
from focalpoint_app.gui.questionnaire.expunge_dialog import ExpungeDialog
from focalpoint_app.gui.questionnaire.history import History
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.window import Window
from focalpoint_app.platform.places import settings_folder
from focalpoint_app.platform.settings import Settings, save_settings
from focalpoint_app.workflow.review.desk import Desk
from tests.gui.small_review import NARRATIVE

pytestmark = pytest.mark.usefixtures("swept")
NAME = "زكريا البحتري"
WAIT = 20_000


class Chosen(FileDialogs):
    def __init__(self, path: Path) -> None:
        self.path = path

    def to_save(self, *_: object) -> Path | None:
        return self.path


@pytest.fixture
def session(program: Program, desk: Desk) -> Session:
    desk.write(NARRATIVE, "ar", f"شهد {NAME} في القضية.")
    desk.seal()
    found = program.window.session
    assert found is not None
    found.refreshed.emit()
    return found


@pytest.fixture
def dialog(session: Session, window: Window, tmp_path: Path) -> ExpungeDialog:
    dialog = ExpungeDialog(session, window, NAME, Chosen(tmp_path / "record.pdf"))
    dialog.show()
    return dialog


def test_it_says_where_the_passage_stands_and_offers_no_more(
    dialog: ExpungeDialog,
) -> None:
    assert "1" in dialog.found.text()
    assert dialog.go.isEnabled()
    assert not dialog.contributions.isVisible()
    assert not dialog.clearances.isVisible()
    assert dialog.backups.isChecked()


def test_what_is_typed_is_looked_for(qtbot: QtBot, dialog: ExpungeDialog) -> None:
    dialog.passage.setText("لم يرد قط")
    qtbot.waitUntil(lambda: not dialog.go.isEnabled())
    dialog.passage.setText("زك")
    qtbot.waitUntil(lambda: "3" in dialog.found.text())
    assert not dialog.go.isEnabled()


def test_without_a_reason_nothing_is_taken_out(
    dialog: ExpungeDialog, desk: Desk
) -> None:
    for reason in ("", f"حذف {NAME}"):
        dialog.reason.setText(reason)
        dialog.expunge()
        assert dialog.rows[1].complaint
    assert desk.workspace.acts(desk.review.id, ActKind.EXPUNGED) == ()


def test_it_is_gone_from_the_window_and_the_record_is_offered(
    qtbot: QtBot, dialog: ExpungeDialog, desk: Desk, tmp_path: Path
) -> None:
    assert not dialog.record.isVisible()
    dialog.reason.setText("اسم شاهد محمي")
    dialog.expunge()
    qtbot.waitUntil(lambda: dialog.notice.mood is Mood.DONE, timeout=WAIT)
    value = desk.answer(NARRATIVE).value
    assert getattr(value, "texts", {})["ar"] == f"شهد {MARK} في القضية."
    (act,) = desk.workspace.acts(desk.review.id, ActKind.EXPUNGED)
    assert act.author == desk.author.id
    assert dialog.passage.text() == ""
    assert not dialog.go.isEnabled()
    dialog.save_record()
    assert (tmp_path / "record.pdf").read_bytes().startswith(b"%PDF")
    assert desk.workspace.verify_chain(desk.review.id) == ()


def test_what_hindered_a_new_backup_is_told_too(
    qtbot: QtBot, dialog: ExpungeDialog, tmp_path: Path
) -> None:
    no_folder = tmp_path / "file"
    no_folder.touch()
    save_settings(Settings(backup_folder=str(no_folder)), settings_folder())
    dialog.reason.setText("اسم شاهد محمي")
    dialog.expunge()
    qtbot.waitUntil(lambda: dialog.notice.mood is Mood.DONE, timeout=WAIT)
    assert str(no_folder) in dialog.notice.text


@pytest.mark.parametrize("way", ["escape", "cross"])
def test_it_does_not_close_while_the_file_is_written_anew(
    qtbot: QtBot, dialog: ExpungeDialog, way: str
) -> None:
    dialog.reason.setText("اسم شاهد محمي")
    dialog.expunge()
    assert dialog.bar.is_busy
    if way == "escape":
        dialog.reject()
    else:
        dialog.close()
    assert dialog.isVisible()
    qtbot.waitUntil(lambda: dialog.notice.mood is Mood.DONE, timeout=WAIT)
    dialog.close()
    assert not dialog.isVisible()


def test_the_history_offers_it_where_there_is_any(
    qtbot: QtBot, session: Session
) -> None:
    pane = History(session)
    qtbot.addWidget(pane)
    pane.retranslate(session.catalogue)
    pane.show_question(NARRATIVE)
    assert not pane.expunge.isHidden()
    asked = pane.ask_expunging()
    assert asked.isVisible()
    asked.close()
    pane.show_question("untoc.5.1.b")
    assert pane.expunge.isHidden()
