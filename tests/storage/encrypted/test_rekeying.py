"""Another passphrase, a first one, none: at every moment one of both opens the file."""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from focalpoint_app.domain.errors import AppError
from focalpoint_app.storage.ciphers.ciphering import Key
from focalpoint_app.storage.ciphers.keyed import Keyed
from focalpoint_app.storage.ciphers.keyring import Keyring
from focalpoint_app.storage.ciphers.rekeying import exchange
from focalpoint_app.storage.file.header import salt_of
from focalpoint_app.storage.people import write_meta
from tests.storage.encrypted.conftest import SECRET
from tests.storage.samples import (
    AT,
    LAYLA,
    NARRATIVE,
    change,
    new_workspace,
    reopened,
    text,
)

OTHER = Key(bytes(32), bytes(range(16)))
KEYS = [None, OTHER]


def test_each_way_keeps_all_there_is(locked: Path, key: Key, ring: Keyring) -> None:
    ring.add(key)
    for wanted in (OTHER, None, key):
        with closing(reopened(locked)) as workspace:
            before = workspace.heads("r1"), workspace.undo_steps("r1")
            workspace.rekey(wanted)
            assert (workspace.heads("r1"), workspace.undo_steps("r1")) == before
            assert workspace.verify_chain("r1") == ()
            assert [hit.subject for hit in workspace.search("r1", "الشاهد")]
        assert salt_of(locked) == (wanted.salt if wanted else b"")
        assert [each.name for each in locked.parent.iterdir()] == [locked.name]
        with closing(reopened(locked)) as workspace:
            assert workspace.fields("r1")[NARRATIVE] == text(SECRET)


def test_saves_go_on_in_the_file_that_came(
    locked: Path, key: Key, ring: Keyring
) -> None:
    ring.add(key)
    with closing(reopened(locked)) as workspace:
        workspace.rekey(OTHER)
        workspace.save("r1", [change(NARRATIVE, text("بعد"))], LAYLA.id, AT)
    with closing(reopened(locked)) as workspace:
        assert workspace.fields("r1")[NARRATIVE] == text("بعد")


def test_the_old_passphrase_opens_nothing_more(
    locked: Path, key: Key, ring: Keyring
) -> None:
    ring.add(key)
    with closing(reopened(locked)) as workspace:
        workspace.rekey(OTHER)
    ring.forget()
    ring.add(key)
    with pytest.raises(AppError) as caught:
        reopened(locked)
    assert caught.value.code == "workspace.locked"


def test_a_sheet_is_void_with_another_key(
    locked: Path, key: Key, ring: Keyring
) -> None:
    ring.add(key)
    with closing(reopened(locked)) as workspace:
        workspace.note_sheet(AT)
        assert workspace.sheet_made() == AT
        workspace.rekey(OTHER)
        assert workspace.sheet_made() is None


def test_a_sheet_is_void_although_the_disk_took_no_word_of_it(
    locked: Path, key: Key, ring: Keyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise AppError("disk.full", path=str(locked))

    ring.add(key)
    with closing(reopened(locked)) as workspace:
        workspace.note_sheet(AT)
        monkeypatch.setattr(f"{Keyed.__module__}.erase_meta", full)
        workspace.rekey(OTHER)
        assert workspace.sheet_made() is None


def test_a_sheets_day_that_nobody_can_read_stops_nothing(
    locked: Path, key: Key, ring: Keyring
) -> None:
    ring.add(key)
    with closing(reopened(locked)) as workspace:
        with workspace._database.writing() as connection:
            write_meta(connection, "recovery_sheet", f"yesterday {key.salt.hex()}")
        assert workspace.sheet_made() is None


def test_while_another_program_reads_nothing_is_exchanged(
    locked: Path, key: Key, ring: Keyring
) -> None:
    ring.add(key)
    with (
        closing(reopened(locked)) as workspace,
        closing(reopened(locked, writing=False)) as reader,
    ):
        workspace.save("r1", [change(NARRATIVE, text("بعد"))], LAYLA.id, AT)
        reader.fields("r1")
        with pytest.raises(AppError) as caught:
            workspace.rekey(None)
        assert caught.value.code == "workspace.busy"
        workspace.save("r1", [change(NARRATIVE, text("ثم"))], LAYLA.id, AT)
    assert salt_of(locked) == key.salt


@pytest.mark.parametrize("of", ["", ".was-1", ".from-PC-20261122-093000"])
def test_what_a_killed_program_left_in_the_clear_goes_with_the_first_passphrase(
    path: Path, of: str
) -> None:
    with closing(new_workspace(path)) as workspace:
        name = f"{path.stem}{of}{path.suffix}"
        left = path.with_name(f".{name}.{'0a' * 16}.new")
        left.write_text(SECRET)
        workspace.rekey(OTHER)
    assert not left.exists()


def test_what_cannot_be_taken_away_is_named(path: Path) -> None:
    with closing(new_workspace(path)) as workspace:
        left = path.with_name(f".{path.name}.{'0a' * 16}.new")
        left.mkdir()
        assert workspace.rekey(OTHER) == (left,)


def unlisted(_folder: Path) -> Iterator[Path]:
    raise PermissionError(13, "Permission denied")


def unflushed(_folder: Path) -> None:
    raise OSError(5, "Input/output error")


@pytest.mark.parametrize("fate", ["unlisted", "unflushed"])
def test_once_exchanged_the_new_key_writes_whatever_follows(
    path: Path, ring: Keyring, monkeypatch: pytest.MonkeyPatch, fate: str
) -> None:
    with closing(new_workspace(path)) as workspace:
        if fate == "unlisted":
            monkeypatch.setattr(Path, "iterdir", unlisted)
        else:
            monkeypatch.setattr(f"{exchange.__module__}.flush_folder", unflushed)
        left = workspace.rekey(OTHER)
        monkeypatch.undo()
        assert left == ((path.parent,) if fate == "unlisted" else ())
        workspace.save("r1", [change(NARRATIVE, text("بعد"))], LAYLA.id, AT)
    ring.add(OTHER)
    with closing(reopened(path)) as workspace:
        assert workspace.fields("r1")[NARRATIVE] == text("بعد")


def test_once_exchanged_it_is_ours_though_no_handle_was_left(
    path: Path, ring: Keyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = os.open

    def none_for_it(name: Path, flags: int, mode: int = 0o777) -> int:
        if name == path:
            raise OSError(24, "Too many open files")
        return opened(name, flags, mode)

    with closing(new_workspace(path)) as workspace:
        with monkeypatch.context() as patched:
            patched.setattr(os, "open", none_for_it)
            assert workspace.rekey(OTHER) == ()
        workspace.save("r1", [change(NARRATIVE, text("بعد"))], LAYLA.id, AT)
        workspace.backup(backup := path.with_name("backup"))
    ring.add(OTHER)
    for each in (path, backup):
        with closing(reopened(each, writing=False)) as workspace:
            assert workspace.fields("r1")[NARRATIVE] == text("بعد")


@pytest.mark.skipif(sys.platform == "win32", reason="needs fork")
def test_a_kill_at_any_moment_leaves_a_whole_file(path: Path, ring: Keyring) -> None:
    ring.add(OTHER)
    with closing(new_workspace(path)) as workspace:
        workspace.save("r1", [change(NARRATIVE, text(SECRET))], LAYLA.id, AT)
        workspace.seal("r1", None, AT)
        begun = time.perf_counter()
        workspace.rekey(OTHER)
        both = 2 * (time.perf_counter() - begun)  # The pace may fall.
    chance = random.Random(20261122)
    seen: set[bytes] = set()
    for number in range(120):
        if number >= 20 and len(seen) == 2:
            break
        _kill_one_that_rekeys(path, chance.uniform(0.0, (1.5 + number / 20) * both))
        with closing(reopened(path)) as workspace:
            assert workspace.fields("r1")[NARRATIVE] == text(SECRET)
            assert workspace.verify_chain("r1") == ()
        seen.add(salt_of(path))
    assert seen == {b"", OTHER.salt}


def _kill_one_that_rekeys(path: Path, seconds: float) -> None:
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            workspace = reopened(path)
            os.write(writing, b"o")
            while True:
                for each in KEYS:
                    workspace.rekey(each)
        finally:
            os._exit(1)
    os.close(writing)
    os.read(reading, 1)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    os.close(reading)
