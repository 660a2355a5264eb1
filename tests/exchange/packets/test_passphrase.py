"""What we lock for a passphrase is an age file like any other's."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pyrage
import pytest

from focalpoint_app.domain.errors import AppError
from focalpoint_app.exchange.packets.locking import Lock, locked
from focalpoint_app.exchange.packets.passphrase import WORK, locked_for_passphrase

CHUNK = 64 * 1024


@pytest.mark.parametrize("size", [0, CHUNK, 2 * CHUNK + 5])
def test_another_implementation_opens_content_of_any_length(size: int) -> None:
    content = os.urandom(size)
    locked = locked_for_passphrase(content, "كلمة سر طويلة")

    assert pyrage.passphrase.decrypt(locked, "كلمة سر طويلة") == content


def test_the_same_content_is_never_locked_the_same() -> None:
    first, second = (locked_for_passphrase(b"x", "p") for _ in range(2))
    heads = [each.split(b"\n") for each in (first, second)]

    assert heads[0][1] != heads[1][1]
    assert heads[0][2] != heads[1][2]
    assert first[-17:] != second[-17:]


def test_a_changed_byte_anywhere_is_noticed() -> None:
    locked = locked_for_passphrase(b"content", "p")
    for place in (40, locked.index(b"---") + 6, len(locked) - 1):
        broken = bytearray(locked)
        broken[place] ^= 1
        with pytest.raises(pyrage.DecryptError):
            pyrage.passphrase.decrypt(bytes(broken), "p")


def test_the_work_is_the_same_on_every_machine() -> None:
    assert locked_for_passphrase(b"", "p").split(b"\n")[1].endswith(b" %d" % WORK)


@pytest.mark.skipif(
    not shutil.which("age") or sys.platform == "win32", reason="age is not installed"
)
def test_debian_s_age_opens_it(tmp_path: Path) -> None:
    import pty

    locked, opened = tmp_path / "locked", tmp_path / "opened"
    locked.write_bytes(locked_for_passphrase(b"content", "a passphrase"))
    ours, theirs = pty.openpty()  # It asks a terminal, never a pipe.
    command = ["setsid", "--ctty", "--wait", "age", "--decrypt", "--output"]
    with subprocess.Popen(
        [*command, str(opened), str(locked)], stdin=theirs, stdout=theirs, stderr=theirs
    ) as running:
        os.write(ours, b"a passphrase\n")
        assert running.wait(timeout=60) == 0
    os.close(ours)
    os.close(theirs)

    assert opened.read_bytes() == b"content"


@pytest.mark.parametrize("typed", ["", "  ", "\u200f\u200e", "\u2067 \u2069"])
def test_what_nobody_sees_locks_no_packet(typed: str) -> None:
    with pytest.raises(AppError, match=r"passphrase\.empty"):
        locked(b"content", Lock(typed))
