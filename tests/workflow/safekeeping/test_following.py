"""Backups follow another passphrase, also where it was broken off in the middle."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.rolling import Reason
from focalpoint_app.platform.places import settings_folder
from focalpoint_app.platform.settings import Settings, save_settings
from focalpoint_app.storage.ciphers.ciphering import Key
from focalpoint_app.storage.ciphers.following import note
from focalpoint_app.storage.ciphers.keyring import Keyring, keyring, using
from focalpoint_app.storage.file.header import salt_of
from focalpoint_app.storage.workspace import Workspace
from focalpoint_app.workflow.review.desk import Desk
from focalpoint_app.workflow.review.opening import open_review
from focalpoint_app.workflow.safekeeping import backing, following, securing
from focalpoint_app.workflow.safekeeping.following import take_up
from focalpoint_app.workflow.safekeeping.securing import secure
from tests.storage.samples import closed_workspace, reopened
from tests.workflow.safekeeping.test_rescued import keep, text_of

FIRST, SECOND, THIRD = (Key(bytes([n]) * 32, bytes([n]) * 16) for n in (1, 2, 3))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return closed_workspace(tmp_path / "w.focalpoint")


@contextmanager
def opened(path: Path, *keys: Key) -> Iterator[Workspace]:
    """By a program that knows these keys only."""
    with using(Keyring()):
        for each in keys:
            keyring().add(each)
        with closing(reopened(path)) as workspace:
            yield workspace


def backed_up(workspace: Workspace) -> Path:
    assert backing.before(workspace, Reason.IMPORT) is None
    return workspace.shelved(backing.backup_folder())[0].path


def broken_off(path: Path, wanted: Key | None, *keys: Key) -> Path:
    """Killed when the file had its new key; a backup that has not followed."""
    with opened(path, *keys) as workspace:
        backup = backed_up(workspace)
        workspace.rekey(wanted)
    return backup


@pytest.mark.parametrize("before", [None, FIRST])
def test_what_a_killed_program_left_under_the_old_key_follows_at_the_next_opening(
    path: Path, before: Key | None
) -> None:
    if before is not None:
        with opened(path) as workspace:
            secure(workspace, before)
    keys = () if before is None else (before,)
    backup = broken_off(path, SECOND, *keys)
    with opened(path, SECOND) as workspace:
        assert code_of(take_up(workspace)) == "backup.followed_now"
        assert workspace.former_keys() is None
        assert take_up(workspace) is None
    assert salt_of(backup) == SECOND.salt
    with opened(backup, SECOND) as copy:
        assert copy.reviews()


def test_twice_broken_off_it_still_knows_all_that_were(path: Path) -> None:
    plain = broken_off(path, FIRST)
    first = broken_off(path, SECOND, FIRST)
    with opened(path, SECOND) as workspace:
        assert secure(workspace, THIRD).left == ()
        assert workspace.former_keys() is None
    assert {salt_of(plain), salt_of(first)} == {THIRD.salt}


def test_a_text_that_was_not_saved_follows_as_well(path: Path) -> None:
    with opened(path) as workspace:
        secure(workspace, FIRST)
        text = keep(workspace)
        workspace.rekey(SECOND)
    with opened(path, SECOND) as workspace:
        assert code_of(take_up(workspace)) == "backup.followed_now"
        assert text_of(workspace, text) is not None


def test_a_file_that_has_no_passphrase_any_more_keeps_no_key_that_was(
    path: Path,
) -> None:
    broken_off(path, FIRST)
    backup = broken_off(path, None, FIRST)
    assert FIRST.raw.hex().encode() not in path.read_bytes()
    with opened(path) as workspace:
        told = take_up(workspace)
        assert told is not None
        assert (told.code, told.context["files"]) == (
            "backup.under_former",
            backup.name,
        )
        assert take_up(workspace) is None


def test_nor_does_a_backup_that_was_made_while_the_key_was_still_kept(
    path: Path,
) -> None:
    with opened(path) as workspace:
        secure(workspace, FIRST)
    broken_off(path, SECOND, FIRST)
    with opened(path, SECOND) as workspace:
        backup = backed_up(workspace)
        assert secure(workspace, None).left == ()
    assert salt_of(backup) == b""
    for each in backup.parent.iterdir():
        assert FIRST.raw.hex().encode() not in each.read_bytes()
    with opened(backup) as copy:
        assert copy.former_keys() is None
        assert copy.reviews()


def test_a_disk_that_was_away_is_waited_for(path: Path, tmp_path: Path) -> None:
    stick, away = tmp_path / "stick", tmp_path / "away"
    stick.mkdir()
    assert save_settings(Settings(backup_folder=str(stick)), settings_folder())
    with opened(path) as workspace:
        backup = backed_up(workspace)
        shutil.move(stick, away)
        secure(workspace, FIRST)
    with opened(path, FIRST) as workspace:
        assert take_up(workspace) is None
        shutil.move(away, stick)
        assert code_of(take_up(workspace)) == "backup.followed_now"
    assert salt_of(backup) == FIRST.salt


def test_a_key_that_was_never_exchanged_leaves_nothing_to_do(path: Path) -> None:
    with opened(path) as workspace:
        secure(workspace, FIRST)
        with workspace._database.writing() as connection:
            note(connection, FIRST, SECOND)
        assert take_up(workspace) is None
        assert workspace.former_keys() is None


@pytest.mark.parametrize("said", ["'x'", "x'00ff'", "''", "'abcd abc plain'"])
def test_what_others_wrote_in_the_keys_place_hinders_nothing(
    path: Path, said: str
) -> None:
    with closing(dbapi2.connect(str(path))) as raw:
        raw.execute(f"INSERT INTO meta VALUES ('former_keys', {said})")
        raw.execute("UPDATE meta SET value = x'00ff' WHERE name = 'workspace'")
        raw.commit()
    with opened(path) as workspace:
        assert take_up(workspace) is None
        assert workspace.former_keys() is None


def test_a_disk_that_fails_meanwhile_is_told_and_the_file_is_open(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = desk.path
    with using(Keyring()):
        desk.workspace.rekey(FIRST)
        desk.close()

        def failing(*_: object) -> None:
            raise AppError("disk.full", file=str(file))

        monkeypatch.setattr(following, "bring_backups", failing)
        with closing(open_review(file)) as again:
            assert [each.code for each in again.notices] == ["disk.full"]
            assert again.workspace.former_keys() == (None,)


def test_opening_a_review_tells_it(desk: Desk) -> None:
    file = desk.path
    with using(Keyring()):
        backup = backed_up(desk.workspace)
        desk.workspace.rekey(FIRST)
        desk.close()
        with closing(open_review(file)) as again:
            assert [each.code for each in again.notices] == ["backup.followed_now"]
    assert salt_of(backup) == FIRST.salt


def test_a_lock_whose_minute_runs_out_in_the_middle_waits_for_the_end(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its backups have followed when the key is forgotten, not half of them."""
    with opened(path) as workspace:
        secure(workspace, FIRST)
        backup = backed_up(workspace)
        bring = following.bring_backups

        def locked_meanwhile(
            of: Workspace, former: Iterable[Key | None]
        ) -> following.Followed:
            of.lock()
            of.lock_now()
            return bring(of, former)

        monkeypatch.setattr(securing, "bring_backups", locked_meanwhile)
        with workspace.lease():
            assert secure(workspace, SECOND).left == ()
            assert workspace._database.key is None
            with pytest.raises(AppError, match=r"workspace\.locked_meanwhile"):
                secure(workspace, THIRD)
        assert salt_of(backup) == SECOND.salt


def code_of(error: AppError | None) -> str:
    return "" if error is None else error.code
