"""What was found at opening and stops nothing is told."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from focalpoint_app.domain.questionnaire_data import (
    questionnaire_from_data,
    structure_hash,
)
from focalpoint_app.platform.places import settings_folder
from focalpoint_app.platform.settings import Settings, save_settings
from focalpoint_app.storage.file.migrating import migrate_file
from focalpoint_app.storage.migrations import UPGRADES
from focalpoint_app.workflow.review.opening import open_review
from tests.cli.conftest import run as run
from tests.cli.running import Run
from tests.storage.file.test_migrating import PROFILE_OF_VERSION_1, version_0
from tests.storage.samples import questionnaire_data


@pytest.fixture
def older(tmp_path: Path) -> Path:
    """A workspace of version 3, and a folder for backups that cannot be one."""
    path = tmp_path / "old.focalpoint"
    version_0(path)
    migrate_file(path, UPGRADES[:3])
    data = questionnaire_data()
    pinned = structure_hash(questionnaire_from_data(data))
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("INSERT INTO profile VALUES ('XAA', ?)", (PROFILE_OF_VERSION_1,))
        raw.execute("INSERT INTO meta VALUES ('workspace', 'w1')")
        raw.execute(
            "INSERT INTO reviews VALUES"
            """ ('r1', 'cluster-1', '1', 1, '["untoc"]', '["ar"]', NULL)"""
        )
        raw.execute(
            "INSERT INTO questionnaires VALUES ('r1', ?, ?)", (pinned, json.dumps(data))
        )
        raw.commit()
    (tmp_path / "a file").touch()
    folder = tmp_path / "a file" / "backups"
    save_settings(Settings(backup_folder=str(folder)), settings_folder())
    return path


def test_a_backup_that_failed_before_a_migration_is_told(older: Path) -> None:
    desk = open_review(older)
    assert [each.code for each in desk.notices] == ["backup.not_made"]
    assert desk.notice == desk.notices[0]
    desk.close()
    again = open_review(older)
    assert again.notice is None
    again.close()


def test_the_command_line_tells_it_beside_what_it_did(run: Run, older: Path) -> None:
    done = run("stakeholders", older, "--add", "وزارة العدل")
    assert done.status == 0
    assert "No backup could be made" in done.err


def test_a_letterhead_is_set_and_tells_it_too(run: Run, older: Path) -> None:
    done = run("letterhead", older, "--line", "وزارة العدل")
    assert done.status == 0
    assert "No backup could be made" in done.err
