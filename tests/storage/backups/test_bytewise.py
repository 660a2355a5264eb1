"""A file copied as it lies is the file of one moment, and no damaged one is copied."""

from __future__ import annotations

import random
import sys
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from focalpoint_app.domain.content import Field, FieldKey
from focalpoint_app.domain.errors import AppError
from focalpoint_app.storage import Workspace
from focalpoint_app.storage.backups import bytewise
from focalpoint_app.storage.backups.bytewise import copied_bytewise
from focalpoint_app.storage.ciphers.ciphering import Key
from focalpoint_app.storage.ciphers.keyring import Keyring, using
from focalpoint_app.storage.database import connect, file_uri
from focalpoint_app.storage.turns import Turns
from tests.storage.samples import AT, LAYLA, change, new_workspace, reopened, text

PAGE = 4096
KEY = Key(bytes(range(32)), bytes(range(16)))
KEYS = tuple(FieldKey(f"q{n:02}", Field.VALUE, "ar") for n in range(40))


@pytest.fixture(scope="module", params=[None, KEY], ids=["plain", "encrypted"])
def filled_once(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, Key | None]:
    path, key = tmp_path_factory.mktemp("filled") / "w.focalpoint", request.param
    with using(Keyring()), closing(new_workspace(path, key)) as workspace:
        write(workspace, 0)
    with closing(connect(file_uri(path, "mode=rw"), key)) as raw:
        raw.execute("VACUUM")  # No page is free, of which nobody looks at the seal.
    return path, key


@pytest.fixture
def key(filled_once: tuple[Path, Key | None]) -> Key | None:
    return filled_once[1]


@pytest.fixture
def filled(
    filled_once: tuple[Path, Key | None], path: Path, key: Key | None
) -> Iterator[Path]:
    """At rest, whoever opens it knows its key."""
    path.write_bytes(filled_once[0].read_bytes())
    ring = Keyring()
    if key is not None:
        ring.add(key)
    with using(ring):
        yield path


@pytest.fixture
def workspace(filled: Path) -> Iterator[Workspace]:
    with closing(reopened(filled)) as opened:
        yield opened


@pytest.fixture
def made(tmp_path: Path) -> Path:
    made = tmp_path / "made"
    made.touch()
    return made


def write(workspace: Workspace, number: int) -> None:
    """The same number everywhere; no moment has two."""
    said = text(f"{number} {'نص ' * 200}")
    workspace.save("r1", [change(key, said) for key in KEYS], LAYLA.id, AT)
    workspace.seal("r1", KEYS[number % 40 :][:3], AT)


def read(path: Path) -> set[str]:
    with closing(reopened(path, writing=False)) as copy:
        assert copy.verify_chain("r1") == ()
        return {
            str(content)[10:14].split()[0] for content in copy.fields("r1").values()
        }


@pytest.mark.parametrize("writing", [True, False], ids=["written to", "read"])
def test_but_for_its_head_the_copy_has_the_files_very_bytes(
    filled: Path, tmp_path: Path, writing: bool
) -> None:
    target = tmp_path / "b.focalpoint"
    with closing(reopened(filled, writing=writing)) as opened:
        if writing:
            write(opened, 1)
        opened.backup(target)
    assert target.read_bytes()[PAGE:] == filled.read_bytes()[PAGE:]
    assert read(target) == read(filled)


def test_what_is_saved_meanwhile_is_not_folded_in_before_the_copy_ends(
    workspace: Workspace, filled: Path, key: Key | None
) -> None:
    database = workspace._database
    write(workspace, 1)
    with closing(database.connect()) as still:
        assert database.begin_still(still)
        before = filled.read_bytes()
        write(workspace, 2)
        database.fold_log(0)
        assert filled.read_bytes() == before
        still.execute("COMMIT")
        database.fold_log(0)
        assert filled.read_bytes() != before


def test_saves_made_while_it_is_copied_are_wholly_in_or_wholly_out(
    workspace: Workspace, tmp_path: Path
) -> None:
    stop, number = threading.Event(), 0

    def type_on() -> None:
        nonlocal number
        while not stop.is_set():
            write(workspace, number + 1)
            number += 1

    typing = threading.Thread(target=type_on)
    typing.start()
    try:
        copies = [tmp_path / f"{each}.focalpoint" for each in range(5)]
        for copy in copies:
            before = number
            workspace.backup(copy)
            (said,) = read(copy)  # Of one moment, no earlier than the call.
            assert before <= int(said) <= number + 1
    finally:
        stop.set()
        typing.join()


def test_whoever_reads_an_older_state_costs_the_copy_nothing_but_time(
    workspace: Workspace, tmp_path: Path, made: Path
) -> None:
    database = workspace._database
    write(workspace, 1)
    with database.reading() as older:
        older.exec_driver_sql("SELECT count(*) FROM fields").one()
        write(workspace, 2)
        assert not copied_bytewise(database, made, made)
        workspace.backup(tmp_path / "b.focalpoint")
    assert read(tmp_path / "b.focalpoint") == {"2"}


def test_copying_comparing_and_walking_each_look_whether_somebody_saves(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    usual = Turns.step_aside

    def noted(turns: Turns) -> None:
        asked.append(sys._getframe(1).f_code.co_name)
        usual(turns)

    monkeypatch.setattr(Turns, "step_aside", noted)
    workspace.backup(tmp_path / "b.focalpoint")
    assert {"_copy", "_is_same", "_is_sound"} <= set(asked)


def test_a_changed_byte_of_an_encrypted_file_takes_no_backups_name(
    filled: Path, tmp_path: Path, key: Key | None
) -> None:
    if key is None:
        pytest.skip("a plain file has no seals")
    target = tmp_path / "b.focalpoint"
    target.write_bytes(b"an older one")
    content, chance = filled.read_bytes(), random.Random(20261122)
    with closing(reopened(filled, writing=False)) as opened:
        for page in chance.sample(range(1, len(content) // PAGE), 12):
            spoil(filled, page * PAGE + chance.randrange(PAGE), content)
            with pytest.raises(AppError, match=r"workspace\.damaged"):
                opened.backup(target)
    assert target.read_bytes() == b"an older one"
    assert [each.name for each in tmp_path.iterdir() if each.is_file()] == [target.name]


def test_pages_that_are_whole_but_of_another_day_take_no_backups_name(
    filled: Path, tmp_path: Path, key: Key | None
) -> None:
    """As where a disk lost a write: each seal fits, the tree does not."""
    older = filled.read_bytes()
    with closing(reopened(filled)) as workspace:
        for number in range(1, 12):
            write(workspace, number)
    with closing(connect(file_uri(filled, "mode=ro"), key)) as raw:
        roots = raw.execute(
            "SELECT rootpage FROM sqlite_master WHERE name IN ('revisions', 'chain')"
        ).fetchall()
    content = bytearray(filled.read_bytes())
    for (root,) in roots:
        place = slice((root - 1) * PAGE, root * PAGE)
        assert content[place] != older[place]
        content[place] = older[place]
    with closing(reopened(filled, writing=False)) as opened:
        filled.write_bytes(content)
        with pytest.raises(AppError, match=r"workspace\.damaged"):
            opened.backup(tmp_path / "b.focalpoint")
    assert not (tmp_path / "b.focalpoint").exists()


def test_a_file_that_is_written_into_while_it_is_copied_is_found_out(
    filled: Path, made: Path
) -> None:
    content = filled.read_bytes()
    with filled.open("rb") as source:
        bytewise._copy(source.fileno(), made, len(content), Turns())
        assert bytewise._is_alike(source.fileno(), made, len(content), Turns())
        spoil(filled, len(content) - 1, content)
        assert not bytewise._is_alike(source.fileno(), made, len(content), Turns())
        filled.write_bytes(content + bytes(PAGE))
        assert not bytewise._is_alike(source.fileno(), made, len(content), Turns())


def spoil(path: Path, at: int, content: bytes) -> None:
    """One byte of ``content`` is another in the file, and no other is."""
    path.write_bytes(content[:at] + bytes([content[at] ^ 0x55]) + content[at + 1 :])
