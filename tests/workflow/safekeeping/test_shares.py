"""Verbs that keep a file safe do so where it belongs, not where its copy lies."""

from __future__ import annotations

import shutil
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from focalpoint_app.domain.asking import asking
from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.recovery import halves, mark_of
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.platform.places import copies_folder, settings_folder
from focalpoint_app.platform.settings import load_settings, save_settings
from focalpoint_app.storage.ciphers.ciphering import Key
from focalpoint_app.storage.ciphers.keyring import Keyring, using
from focalpoint_app.storage.file.away_note import note_path
from focalpoint_app.storage.file.header import is_encrypted
from focalpoint_app.workflow.review.opening import NewReview, new_review, open_review
from focalpoint_app.workflow.safekeeping import restoring
from focalpoint_app.workflow.safekeeping.expunging import Order, expunge
from focalpoint_app.workflow.safekeeping.securing import (
    key_from,
    opening_key,
    secure,
    try_passphrase,
)
from focalpoint_app.workflow.safekeeping.staying import held

ASKED = "som.6.1.a"
NARRATIVE = f"{ASKED}.narrative"
NAME = "زكريا البحتري"
KEY = Key(bytes(32), bytes(range(16)))
EN = Catalogue("en")


@pytest.fixture(scope="module")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """It says *yes* and names somebody."""
    path = tmp_path_factory.mktemp("made") / "once.focalpoint"
    with closing(new_review(path, NewReview("XAA", parts=("som",)))) as desk:
        desk.choose(ASKED, "yes")
        desk.write(NARRATIVE, "ar", f"شهد {NAME} أمام المحكمة.")
    return path


@pytest.fixture
def file(made_once: Path, tmp_path: Path) -> Path:
    path = tmp_path / "OneDrive - وزارة العدل" / "xaa.focalpoint"
    path.parent.mkdir()
    shutil.copy(made_once, path)
    return path


def value(path: Path) -> object:
    with closing(open_review(path, writing=False)) as desk:
        return getattr(desk.answer(ASKED).value, "choice", None)


def changed(file: Path, said: str) -> None:
    with closing(open_review(file)) as desk:
        desk.choose(ASKED, said)


def restored(backup: Path, file: Path) -> None:
    done = restoring.restore(backup, file, lambda _told: True, EN, as_json=False)
    assert done.verdict


def test_a_backup_takes_a_shared_files_place_and_what_was_there_lies_beside_it(
    file: Path, made_once: Path
) -> None:
    changed(file, "no")
    restored(made_once, file)
    (kept,) = (each for each in file.parent.iterdir() if each != file)
    assert kept.name.startswith("xaa.replaced-")
    assert (value(file), value(kept)) == ("yes", "no")
    assert list(copies_folder().iterdir()) == []


def test_a_backup_is_put_where_a_share_has_no_such_file(
    file: Path, made_once: Path
) -> None:
    file.unlink()
    restored(made_once, file)
    assert value(file) == "yes"
    assert list(file.parent.iterdir()) == [file]


def test_what_cannot_be_restored_leaves_a_shared_file_alone(
    file: Path, tmp_path: Path
) -> None:
    before = file.read_bytes()
    damaged = tmp_path / "damaged.focalpoint"
    damaged.write_bytes(before[:20_000])
    with pytest.raises(AppError, match=r"workspace\.damaged"):
        restored(damaged, file)
    assert file.read_bytes() == before
    assert list(file.parent.iterdir()) == [file]


def test_a_shared_file_is_encrypted_at_once_and_its_plain_copies_are_named(
    file: Path,
) -> None:
    copy = file.with_name("xaa-LAPTOP.focalpoint")
    shutil.copy(file, copy)
    with using(Keyring()), closing(open_review(file)) as desk:
        secured = secure(desk.workspace, KEY)
        assert secured.hindered is None
        assert secured.left == (copy,)
        assert is_encrypted(file)


def test_a_passphrase_is_set_on_a_share_without_a_review(file: Path) -> None:
    with using(Keyring()), held(file, "ليلى") as workspace:
        secure(workspace, KEY)
    assert is_encrypted(file)
    assert not note_path(file).exists()


def test_a_share_that_is_gone_is_told_and_encrypted_when_it_is_back(file: Path) -> None:
    with using(Keyring()):
        desk = open_review(file)
        away = file.parent.rename(file.parent.with_name("away"))
        secured = secure(desk.workspace, KEY)
        assert secured.hindered is not None
        assert secured.hindered.code == "workspace.not_put_back"
        away.rename(file.parent)
        desk.close()
        assert is_encrypted(file)


@pytest.mark.parametrize("by", ["passphrase", "sheet"])
def test_a_copy_that_waits_encrypted_opens_although_the_share_has_it_plain(
    file: Path, by: str
) -> None:
    """As where the program ended while the share was gone."""
    said, away = "صندوق بريد قديم", file.parent.with_name("away")
    with using(Keyring()):
        desk = open_review(file)
        desk.choose(ASKED, "no")
        file.parent.rename(away)
        key = key_from(said)
        secure(desk.workspace, key)
        with pytest.raises(AppError, match=r"workspace\.not_put_back"):
            desk.close()
    away.rename(file.parent)
    assert not is_encrypted(file)
    with using(Keyring()):
        if by == "passphrase":
            try_passphrase(file, said)
        else:
            sheet = halves(key.raw, mark_of(key.salt), bytes)
            opening_key(file, *(" ".join(each.rows) for each in sheet))
        assert value(file) == "no"
        open_review(file).close()
    assert is_encrypted(file)


def test_a_passage_is_gone_from_the_share_at_once_and_copies_there_are_named(
    file: Path,
) -> None:
    copy = file.with_name("xaa (conflicted copy 2026-11-22).focalpoint")
    shutil.copy(file, copy)
    begun = file.with_name(f".{file.name}.{'0a' * 16}.new")
    with closing(open_review(file)) as desk:
        shutil.copy(file, begun)
        done = expunge(desk, Order(NAME, "اسم شاهد"))
        assert NAME.split(maxsplit=1)[0].encode() not in file.read_bytes()
    assert done.copies.all == (copy,)
    assert not begun.exists()


def test_a_passage_is_gone_from_the_share_though_no_backup_was_renewed(
    file: Path,
) -> None:
    settings = load_settings(settings_folder())
    save_settings(replace(settings, backup_folder=str(file)), settings_folder())
    with closing(open_review(file)) as desk:
        done = expunge(desk, Order(NAME, "اسم شاهد", renew_backups=True))
        assert NAME.split(maxsplit=1)[0].encode() not in file.read_bytes()
    assert done.hindered is not None
    assert done.hindered.code == "backup.not_made"
    assert done.copies.all == ()


def test_a_log_that_was_put_aside_is_named_with_the_copies(file: Path) -> None:
    log = file.with_name("xaa.was-1.focalpoint-wal")
    theirs = file.with_name("theirs.was-1.focalpoint-wal")
    for each in (log, theirs):
        each.write_bytes(bytes(range(256)) * 40)  # As noisy as ciphered text.
    with using(Keyring()), closing(open_review(file)) as desk:
        with asking(lambda path: pytest.fail(f"a passphrase for {path.name}")):
            assert expunge(desk, Order(NAME, "اسم شاهد")).copies.all == (log,)
        assert secure(desk.workspace, KEY).left == (log,)


def test_a_copy_that_is_taken_away_while_open_is_put_beside_the_shared_file(
    file: Path,
) -> None:
    before = file.read_bytes()
    desk = open_review(file)
    desk.choose(ASKED, "no")
    desk.workspace.path.unlink()
    with pytest.raises(AppError, match=r"workspace\.diverged") as caught:
        desk.close()
    assert file.read_bytes() == before
    assert value(file.with_name(str(caught.value.context["other"]))) == "no"
    assert not note_path(file).exists()


def test_a_new_file_in_a_synchronised_folder_is_its_owners_alone(file: Path) -> None:
    path = file.with_name("new.focalpoint")
    new_review(path, NewReview("XAA", parts=("som",))).close()
    assert path.stat().st_mode & 0o777 == 0o600
