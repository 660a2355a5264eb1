"""The window's worker makes the backups and tells once what hinders them."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from focalpoint_app.gui.app import Program
from focalpoint_app.gui.session import Session
from focalpoint_app.platform.places import backups_folder, settings_folder
from focalpoint_app.platform.settings import Settings, save_settings


def test_the_worker_makes_a_backup_when_it_is_due(
    program: Program, session: Session, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(session.runner.busy, check_params_cb=lambda busy: not busy):
        program.backing.look()
    assert len(session.desk.workspace.shelved(backups_folder())) == 1


def test_what_hinders_it_is_told_once(
    program: Program, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    place = tmp_path / "no folder"
    place.write_text("")
    save_settings(Settings(backup_folder=str(place)), settings_folder())
    told: list[object] = []
    session.failed.connect(told.append)
    for _ in range(2):
        with qtbot.waitSignal(
            session.runner.busy, check_params_cb=lambda busy: not busy
        ):
            program.backing.look()
        qtbot.waitUntil(lambda: len(told) == 1)
    assert [getattr(each, "code", "") for each in told] == ["backup.not_made"]
