"""Where backups go, and whose clock stamps: kept at once, told where it is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from focalpoint_app.gui.app import Program
from focalpoint_app.gui.controls.file_dialogs import FileDialogs
from focalpoint_app.gui.controls.notice import Mood
from focalpoint_app.gui.controls.told import Told
from focalpoint_app.gui.securing.backup_card import BackupCard
from focalpoint_app.gui.securing.stamp_card import StampCard
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.submission.key_fields import KeyFields
from focalpoint_app.platform.places import settings_folder
from focalpoint_app.platform.settings import load_settings

pytestmark = pytest.mark.usefixtures("swept")
WAIT = 20_000
ADDRESS = "https://tsa.example/stamp"


@pytest.fixture
def session(program: Program) -> Session:
    found = program.window.session
    assert found is not None
    return found


def test_a_backup_is_made_in_the_chosen_folder(
    qtbot: QtBot, session: Session, tmp_path: Path
) -> None:
    card = BackupCard(session, Told())
    qtbot.addWidget(card)
    card.refresh()
    assert card.folder.path is None
    card.folder.show_path(tmp_path / "backups")
    card.back_up()
    qtbot.waitUntil(lambda: card.notice.mood is Mood.DONE, timeout=WAIT)
    assert load_settings(settings_folder()).backup_folder == str(tmp_path / "backups")
    assert len(list((tmp_path / "backups").rglob("*.focalpoint"))) == 1
    assert "1" in card.standing.text()


def test_a_folder_that_cannot_be_one_is_told(
    qtbot: QtBot, session: Session, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    card = BackupCard(session, Told())
    qtbot.addWidget(card)
    card.folder.show_path(tmp_path / "file" / "backups")
    card.back_up()
    qtbot.waitUntil(lambda: card.notice.code == "backup.not_made", timeout=WAIT)


def test_no_address_stamps_and_offers_nothing(qtbot: QtBot, session: Session) -> None:
    key = KeyFields(session, Told(), FileDialogs())
    qtbot.addWidget(key)
    key.refresh()
    assert key.timestamp == ""
    assert key.stamped.isHidden()


def test_an_address_is_kept_and_can_be_left_out_of_one_signature(
    qtbot: QtBot, session: Session
) -> None:
    card, key = StampCard(session, Told()), KeyFields(session, Told(), FileDialogs())
    for widget in (card, key):
        qtbot.addWidget(widget)
    card.refresh()
    card.address.setText(ADDRESS)
    card.address.editingFinished.emit()
    assert load_settings(settings_folder()).timestamp == ADDRESS
    key.refresh()
    assert not key.stamped.isHidden()
    assert key.timestamp == ADDRESS
    key.stamped.setChecked(False)
    assert key.timestamp == ""


def test_what_is_no_address_is_told_and_not_kept(
    qtbot: QtBot, session: Session
) -> None:
    card = StampCard(session, Told())
    qtbot.addWidget(card)
    card.address.setText("ftp://tsa.example")
    card.address.editingFinished.emit()
    assert card.row.complaint
    assert load_settings(settings_folder()).timestamp == ""
