"""Who gets into an encrypted file, and what is left of it for those who do not."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from focalpoint_app.domain.asking import asking
from focalpoint_app.domain.errors import AppError
from focalpoint_app.storage import Workspace
from focalpoint_app.storage.ciphers.ciphering import PAGE, Key
from focalpoint_app.storage.ciphers.keyring import Keyring
from focalpoint_app.storage.file.header import read_header
from focalpoint_app.storage.schema import SCHEMA_VERSION
from tests.storage.encrypted.conftest import PASSPHRASE, SECRET
from tests.storage.samples import AT, LAYLA, NARRATIVE, change, reopened, text


def code_of(path: Path, *tried: str, writing: bool = False) -> str:
    with asking(lambda _path: tried), pytest.raises(AppError) as caught:
        reopened(path, writing=writing)
    return caught.value.code


def names(path: Path) -> set[str]:
    return {each.name for each in path.parent.iterdir()}


@pytest.mark.parametrize("writing", [False, True])
def test_the_passphrase_opens_it(locked: Path, writing: bool) -> None:
    with (
        asking(lambda _path: (PASSPHRASE,)),
        closing(reopened(locked, writing=writing)) as workspace,
    ):
        assert workspace.fields("r1")[NARRATIVE] == text(SECRET)


def test_a_second_try_counts(locked: Path) -> None:
    with asking(lambda _path: ("wrong", PASSPHRASE)):
        reopened(locked).close()


@pytest.mark.parametrize("writing", [False, True])
def test_who_says_nothing_or_wrong_changes_no_byte(locked: Path, writing: bool) -> None:
    before, beside = locked.read_bytes(), names(locked)
    assert code_of(locked, writing=writing) == "workspace.locked"
    assert code_of(locked, "", writing=writing) == "workspace.locked"
    assert code_of(locked, "x", writing=writing) == "workspace.wrong_passphrase"
    assert (locked.read_bytes(), names(locked)) == (before, beside)


def test_a_wrong_passphrase_says_nothing_on_standard_error(locked: Path) -> None:
    script = (
        "import sys; from pathlib import Path;"
        "from focalpoint_app.domain.asking import asking;"
        "from focalpoint_app.domain.errors import AppError;"
        "from focalpoint_app.storage import Workspace\n"
        "with asking(lambda _: ('wrong',)):\n"
        "    try: Workspace.open(Path(sys.argv[1]), writing=False)\n"
        "    except AppError: pass\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(locked)], capture_output=True, check=True
    )
    assert (done.stdout, done.stderr) == (b"", b"")


def test_any_sqlcipher_program_opens_it_with_the_passphrase(locked: Path) -> None:
    with closing(dbapi2.connect(str(locked))) as raw:
        raw.execute("PRAGMA cipher_log_level = NONE")
        raw.execute(f"PRAGMA key = '{PASSPHRASE}'")
        (found,) = raw.execute("SELECT content FROM fields").fetchone()
    assert SECRET in found


def test_the_same_keys_on_another_keyboard_open_it(locked: Path) -> None:
    decomposed = PASSPHRASE.replace("ت", "\ufe97").replace(" ", "\u00a0") + "\u200f"
    with asking(lambda _path: (decomposed,)):
        reopened(locked).close()


def test_its_header_is_read_like_any_other(
    locked: Path, key: Key, ring: Keyring
) -> None:
    ring.add(key)
    header = read_header(locked)
    assert (header.version, header.is_wal, header.key) == (SCHEMA_VERSION, False, key)


def test_a_changed_byte_anywhere_in_the_first_page_is_not_passed_over(
    locked: Path, key: Key, ring: Keyring
) -> None:
    ring.add(key)
    for at in range(0, PAGE, 97):
        content = bytearray(locked.read_bytes())
        content[at] ^= 1
        locked.write_bytes(content)
        assert code_of(locked) in ("workspace.wrong_passphrase", "workspace.locked")
        content[at] ^= 1
        locked.write_bytes(content)


def test_a_changed_byte_behind_it_is_damage(
    locked: Path, key: Key, ring: Keyring
) -> None:
    ring.add(key)
    content = bytearray(locked.read_bytes())
    content[2 * PAGE + 7] ^= 1
    locked.write_bytes(content)
    assert code_of(locked) == "workspace.damaged"


def test_a_cut_file_is_damage(locked: Path, key: Key, ring: Keyring) -> None:
    ring.add(key)
    with locked.open("rb+") as file:
        file.truncate(locked.stat().st_size // PAGE // 2 * PAGE)
    assert code_of(locked) == "workspace.damaged"


@pytest.mark.parametrize(
    "content",
    [
        b"PK\x03\x04" + os.urandom(8188),
        b"\xff\xd8\xff\xe0" + os.urandom(8188),
        "نص طويل ".encode() * 900,
        bytes(8192),
        os.urandom(700),
        b"",
    ],
    ids=["zip", "jpeg", "text", "zeros", "short", "empty"],
)
def test_what_is_no_workspace_is_told_before_a_passphrase_is_asked(
    path: Path, content: bytes
) -> None:
    path.write_bytes(content)
    assert code_of(path, PASSPHRASE) == "workspace.foreign"


def test_another_programs_encrypted_file_is_foreign(path: Path, key: Key) -> None:
    with closing(dbapi2.connect(str(path))) as raw:
        raw.execute(f'PRAGMA key = "{key.pragma}"')
        raw.execute("CREATE TABLE t (a)")
    assert code_of(path, PASSPHRASE) == "workspace.foreign"


def test_a_first_page_that_a_power_cut_tore_is_taken_from_the_log(
    locked: Path, key: Key, ring: Keyring, tmp_path: Path
) -> None:
    ring.add(key)
    workspace = reopened(locked)
    longer = text("بعد " * 9_000)
    workspace.save("r1", [change(NARRATIVE, longer)], LAYLA.id, AT)
    torn = tmp_path / "torn.focalpoint"
    content = bytearray(locked.read_bytes())
    content[512:1024] = os.urandom(512)
    torn.write_bytes(content)
    log = locked.with_name(locked.name + "-wal").read_bytes()
    workspace.close()
    torn.with_name(torn.name + "-wal").write_bytes(log)
    is_logged = any(log[at : at + 4] == b"\0\0\0\1" for at in range(32, len(log), 4120))
    assert is_logged
    with closing(Workspace.open(torn, writing=False)) as again:
        assert again.fields("r1")[NARRATIVE] == longer
