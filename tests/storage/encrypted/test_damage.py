"""Backups, doctor, repair and restore of encrypted files: as of any other."""

from __future__ import annotations

import random
from contextlib import closing
from pathlib import Path

import pytest

from focalpoint_app.domain.asking import asking
from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.rolling import Reason
from focalpoint_app.storage.backups.restoring import restore
from focalpoint_app.storage.ciphers.ciphering import PAGE, Key
from focalpoint_app.storage.ciphers.keyring import Keyring
from focalpoint_app.storage.file.header import salt_of
from focalpoint_app.storage.repair.doctoring import examine
from focalpoint_app.storage.repair.repairing import repair
from tests.storage.encrypted.conftest import PASSPHRASE, SECRET
from tests.storage.samples import (
    AT,
    LAYLA,
    NARRATIVE,
    change,
    local,
    questionnaire_data,
    reopened,
    text,
)


@pytest.fixture(autouse=True)
def known(ring: Keyring, key: Key) -> None:
    ring.add(key)


def spoilt(path: Path, at: int) -> None:
    content = bytearray(path.read_bytes())
    content[at] ^= 0x55
    path.write_bytes(content)


def test_a_sound_file_is_healthy(locked: Path) -> None:
    found = examine(locked)
    assert found.is_healthy
    assert found.counted["revisions"] == 1


def test_a_changed_byte_is_found_by_the_doctor(locked: Path) -> None:
    spoilt(locked, 3 * PAGE + 100)
    assert [each.code for each in examine(locked).problems] == ["file.damaged"]


def test_backups_have_the_files_key_and_open_with_it(
    locked: Path, tmp_path: Path, ring: Keyring
) -> None:
    with closing(reopened(locked)) as workspace:
        shelved = workspace.shelve(tmp_path, Reason.HOUR, AT)
        workspace.backup(tmp_path / "b.focalpoint")
    ring.forget()
    for each in (shelved, tmp_path / "b.focalpoint"):
        assert SECRET.encode() not in each.read_bytes()
        with (
            asking(lambda _path: (PASSPHRASE,)),
            closing(reopened(each)) as copy,
        ):
            assert copy.fields("r1")[NARRATIVE] == text(SECRET)


def test_a_backup_takes_the_place_of_a_file_whose_passphrase_is_lost(
    locked: Path, tmp_path: Path, ring: Keyring
) -> None:
    copy = tmp_path / "copy.focalpoint"
    with closing(reopened(locked)) as workspace:
        workspace.backup(copy)
        workspace.rekey(Key(bytes(32), bytes(16)))
    ring.forget()
    with asking(lambda _path: (PASSPHRASE,)):
        kept = restore(copy, locked, AT, judge=local)
        with closing(reopened(locked)) as workspace:
            assert workspace.fields("r1")[NARRATIVE] == text(SECRET)
    assert kept is not None
    assert salt_of(kept) == bytes(16)


def test_what_can_be_read_of_a_damaged_file_is_saved_encrypted(
    locked: Path, tmp_path: Path, key: Key
) -> None:
    with closing(reopened(locked)) as workspace:
        for number in range(60):
            key_of_field = change(NARRATIVE, text(f"{SECRET} {number} " * 40))
            workspace.save("r1", [key_of_field], LAYLA.id, AT)
            workspace.seal("r1", None, AT)
    chance = random.Random(1)
    pages = locked.stat().st_size // PAGE
    for _ in range(4):
        spoilt(locked, chance.randrange(2, pages) * PAGE + chance.randrange(100, 900))
    target = tmp_path / "saved.focalpoint"
    repaired = repair(locked, target, [questionnaire_data()])
    assert repaired.saved["revisions"] > 30
    assert salt_of(target) == key.salt
    assert SECRET.encode() not in target.read_bytes()
    with closing(reopened(target)) as saved:
        assert SECRET in str(saved.fields("r1")[NARRATIVE])


def test_a_damaged_first_page_is_no_hindrance(locked: Path, tmp_path: Path) -> None:
    spoilt(locked, 2000)
    with pytest.raises(AppError) as caught:
        reopened(locked)
    assert caught.value.code in ("workspace.wrong_passphrase", "workspace.locked")
    repair(locked, tmp_path / "saved.focalpoint", [questionnaire_data()])
    with closing(reopened(tmp_path / "saved.focalpoint")) as saved:
        assert saved.fields("r1")[NARRATIVE] == text(SECRET)


def test_without_the_passphrase_nothing_is_saved(
    locked: Path, tmp_path: Path, ring: Keyring
) -> None:
    ring.forget()
    spoilt(locked, 2000)
    with asking(lambda _path: ("wrong",)), pytest.raises(AppError) as caught:
        repair(locked, tmp_path / "saved.focalpoint", [questionnaire_data()])
    assert caught.value.code == "workspace.wrong_passphrase"
    assert not (tmp_path / "saved.focalpoint").exists()
