"""Backups that nobody asks for: when, where, and what hinders them."""

from __future__ import annotations

import os
import platform
import sqlite3
import unicodedata
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from focalpoint_app.domain.author import Author
from focalpoint_app.domain.expunging import passage_of
from focalpoint_app.domain.rolling import Reason
from focalpoint_app.platform.places import settings_folder
from focalpoint_app.platform.settings import Settings, save_settings
from focalpoint_app.storage.backups.shelving import Shelved, prune, shelved
from focalpoint_app.storage.ciphers.ciphering import Key
from focalpoint_app.storage.ciphers.keyring import Keyring, using
from focalpoint_app.storage.expunging.expunged import Scope
from focalpoint_app.storage.expunging.expunging import Decision
from focalpoint_app.storage.people import write_meta
from focalpoint_app.storage.workspace import Workspace
from focalpoint_app.workflow.review.desk import Desk
from focalpoint_app.workflow.safekeeping import backing
from focalpoint_app.workflow.safekeeping.expunging import copies_holding
from focalpoint_app.workflow.safekeeping.securing import secure
from tests.storage.file.test_migrating import version_0
from tests.storage.mounts import fill, small_disk

STAMP = "%Y%m%d-%H%M%S-%f"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The one that the user chose."""
    chosen = tmp_path / "نسخ احتياطية"
    chosen.mkdir()
    use(chosen)
    return chosen


def use(folder: Path) -> None:
    assert save_settings(Settings(backup_folder=str(folder)), settings_folder())


def kept(desk: Desk, folder: Path) -> tuple[Shelved, ...]:
    return desk.workspace.shelved(folder)


def test_a_backup_lies_where_the_user_says_and_is_a_workspace(
    desk: Desk, folder: Path
) -> None:
    assert backing.before(desk.workspace, Reason.IMPORT) is None
    (made,) = kept(desk, folder)
    assert made.reason is Reason.IMPORT
    assert abs(made.time - datetime.now(UTC)) < timedelta(minutes=5)
    with closing(Workspace.open(made.path, writing=False)) as copy:
        assert copy.sources() == desk.workspace.sources()


def test_until_then_it_lies_in_the_programs_own_folder(desk: Desk) -> None:
    assert backing.before(desk.workspace, Reason.CLEARANCE) is None
    assert len(kept(desk, backing.backup_folder())) == 1


def test_an_hour_is_waited_for_and_idle_hours_make_none(
    desk: Desk, folder: Path
) -> None:
    assert backing.hourly(desk.workspace) is None
    assert backing.hourly(desk.workspace) is None
    (made,) = kept(desk, folder)
    two_hours = made.time - timedelta(hours=2)
    older = made.path.with_name(f"{two_hours:{STAMP}}-hour{made.line}.focalpoint")
    made.path.rename(older)
    asleep = (two_hours - timedelta(minutes=1)).timestamp()
    beside = desk.path.parent.glob(desk.path.name + "*")
    for each in beside:
        os.utime(each, (asleep, asleep))
    assert backing.hourly(desk.workspace) is None
    assert len(kept(desk, folder)) == 1
    desk.workspace.save_author(Author("new", "جديد"))
    assert backing.hourly(desk.workspace) is None
    assert [each.reason for each in kept(desk, folder)] == [Reason.HOUR] * 2


@pytest.mark.parametrize("blocked", ["file", "missing disk"])
def test_what_hinders_a_backup_is_told_and_stops_nothing(
    desk: Desk, tmp_path: Path, blocked: str
) -> None:
    place = tmp_path / "no"
    place.write_text("")
    use(place if blocked == "file" else Path("/proc/nowhere"))
    hindered = backing.before(desk.workspace, Reason.IMPORT)
    assert hindered is not None
    assert hindered.code == "backup.not_made"
    assert backing.hourly(desk.workspace) is not None
    desk.save_source(next(iter(desk.sources.values())))


def test_a_full_disk_for_backups_stops_nothing(desk: Desk) -> None:
    with small_disk(64) as disk:
        fill(disk)
        use(disk)
        hindered = backing.before(desk.workspace, Reason.HOUR)
        assert hindered is not None
        assert hindered.context == {"folder": str(disk)}


def test_old_ones_go_and_strangers_stay(desk: Desk, folder: Path) -> None:
    backing.before(desk.workspace, Reason.HOUR)
    (made,) = kept(desk, folder)
    shelf = made.path.parent
    for age in range(1, 60):
        time = made.time - timedelta(minutes=age)
        (shelf / f"{time:{STAMP}}-hour x.focalpoint").touch()
    stranger = shelf / "mine.focalpoint"
    stranger.write_text("")
    prune(shelf, made.time, " x")
    assert 20 <= len(shelved(shelf)) <= 23  # Of a line of their own, and a second hour.
    assert made in shelved(shelf)
    assert stranger.exists()


def test_two_machines_in_one_folder_take_nothing_from_each_other(
    desk: Desk, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor do two copies of one workspace."""
    monkeypatch.setattr(platform, "node", lambda: "ALPHA")
    left = begun(desk, folder)  # It may be at it just now.
    assert backing.hourly(desk.workspace) is None
    (first,) = kept(desk, folder)
    left.touch()
    shelf = first.path.parent

    monkeypatch.setattr(platform, "node", lambda: "BETA")
    assert backing.hourly(desk.workspace) is None
    assert len(kept(desk, folder)) == 2  # ALPHA's is none of BETA's.
    assert left.exists()
    newest = kept(desk, folder)[0]
    for minute in range(1, 60):
        time = newest.time + timedelta(minutes=minute)
        (shelf / f"{time:{STAMP}}-hour{newest.line}.focalpoint").touch()
    prune(shelf, newest.time + timedelta(hours=2), newest.line)
    assert first in kept(desk, folder)
    assert len(kept(desk, folder)) < 25


def test_a_file_system_that_takes_letters_apart_gives_back_the_same_backup(
    desk: Desk, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a Mac's does; without this one would be made every five minutes."""
    monkeypatch.setattr(
        platform, "node", lambda: "\N{LATIN CAPITAL LETTER E WITH ACUTE}"
    )
    assert backing.hourly(desk.workspace) is None
    (made,) = kept(desk, folder)
    apart = unicodedata.normalize("NFD", made.path.name)
    assert apart != made.path.name
    made.path.rename(made.path.with_name(apart))
    assert backing.hourly(desk.workspace) is None
    assert [each.line for each in kept(desk, folder)] == [made.line]


def test_a_file_is_kept_before_it_is_migrated(tmp_path: Path, folder: Path) -> None:
    old = tmp_path / "قديم.focalpoint"
    version_0(old)
    with closing(sqlite3.connect(old)) as raw:
        raw.execute("CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT)")
        raw.execute("INSERT INTO meta VALUES ('workspace', 'w1')")
        raw.commit()
    before = old.read_bytes()
    assert backing.before_migration(old) is None
    (made,) = shelved(folder / "w1")
    assert made.reason is Reason.MIGRATION
    assert made.path.read_bytes() == before
    assert old.read_bytes() == before


def test_a_current_file_needs_none(desk: Desk, folder: Path) -> None:
    assert backing.before_migration(desk.path) is None
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("said", ["../outside", "/outside", "..", "a/b", "C:\\x"])
def test_no_name_that_a_file_gives_itself_leads_out_of_the_folder(
    desk: Desk, folder: Path, said: str
) -> None:
    with desk.workspace._database.writing() as connection:
        write_meta(connection, "workspace", said)
    assert backing.before(desk.workspace, Reason.IMPORT) is None
    (made,) = kept(desk, folder)
    assert made.path.parent.parent == folder
    assert ".." not in made.path.parts


def test_a_long_name_in_arabic_fits_every_file_system(
    tmp_path: Path, folder: Path
) -> None:
    from tests.workflow.conftest import made as made_desk

    desk = made_desk(tmp_path / f"{'استعراض ' * 8}.focalpoint")
    with closing(desk):
        assert backing.before(desk.workspace, Reason.HOUR) is None
        (one,) = kept(desk, folder)
    assert len(os.fsencode(one.path.name)) < 200


def begun(desk: Desk, folder: Path) -> Path:
    """What a program leaves that is killed while it makes a backup."""
    assert backing.before(desk.workspace, Reason.IMPORT) is None
    (made,) = kept(desk, folder)
    return made.path.rename(made.path.with_name(f".{made.path.name}.{'0a' * 16}.new"))


def test_what_a_killed_program_had_begun_goes_with_the_next_backup(
    desk: Desk, folder: Path
) -> None:
    left = begun(desk, folder)
    assert backing.before(desk.workspace, Reason.CLEARANCE) is None
    assert not left.exists()
    assert len(kept(desk, folder)) == 1


def test_what_a_killed_program_had_begun_goes_with_the_first_passphrase(
    desk: Desk, folder: Path
) -> None:
    left = begun(desk, folder)
    with using(Keyring()):
        assert secure(desk.workspace, Key(bytes(32), bytes(16))).left == ()
    assert not left.exists()


def test_what_a_killed_program_had_begun_goes_with_what_is_expunged(
    desk: Desk, folder: Path
) -> None:
    left = begun(desk, folder)
    scope = Scope(desk.review.id, passage_of("زكريا البحتري"), None)
    decision = Decision("سبب", desk.author.id, desk.clock())
    assert copies_holding(desk.workspace, scope, decision).all == ()
    assert not left.exists()
