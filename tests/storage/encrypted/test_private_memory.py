"""No image of a process that falls reaches a disk, and none with a key can be read."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
FALLING = """
import ctypes, os, resource
most = resource.getrlimit(resource.RLIMIT_CORE)[1]
resource.setrlimit(resource.RLIMIT_CORE, (most, most))
{before}
print(*resource.getrlimit(resource.RLIMIT_CORE), ctypes.CDLL(None).prctl(3), flush=True)
os.abort()
"""
STARTED = "from focalpoint_app.__main__ import main; main(['forms'])"
KEYED = """
from focalpoint_app.storage.ciphers.ciphering import Key
from focalpoint_app.storage.ciphers.keyring import keyring
keyring().add(Key(bytes(32), bytes(16)))
"""

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="Linux alone has both")


def fallen(before: str, folder: Path) -> tuple[list[str], bool]:
    """Both limits of an image and whether others may look in; whether one was left."""
    done = subprocess.run(
        [sys.executable, "-c", FALLING.format(before=before)],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == -signal.SIGABRT, done.stderr
    return done.stdout.splitlines()[-1].split(), any(folder.glob("core*"))


def test_without_either_an_image_may_be_written(tmp_path: Path) -> None:
    """Or the next two say nothing."""
    (*_, may_be_read), has_image = fallen("", tmp_path)
    assert may_be_read == "1"
    if not has_image:
        pytest.skip("this system writes none into the folder")


def test_the_program_allows_no_image_of_itself(tmp_path: Path) -> None:
    (soft, hard, _), has_image = fallen(STARTED, tmp_path)
    assert (soft, hard) == ("0", "0")
    assert not has_image


def test_with_a_key_no_other_program_may_look_in(tmp_path: Path) -> None:
    (*_, may_be_read), has_image = fallen(KEYED, tmp_path)
    assert may_be_read == "0"
    assert not has_image


@pytest.mark.skipif(sys.platform != "linux", reason="of glibc alone")
def test_what_is_let_go_of_while_it_locks_is_written_over() -> None:
    """Looked at afterwards by a process that may be lost over it."""
    script = (
        "import ctypes\n"
        "from focalpoint_app.storage.ciphers.private_memory import overwriting\n"
        "libc = ctypes.CDLL(None)\n"
        "libc.malloc.restype = ctypes.c_void_p\n"
        "_, told, _ = (libc.malloc(2000) for _ in range(3))\n"
        "ctypes.memset(told, 65, 2000)\n"
        "with overwriting(): libc.free(ctypes.c_void_p(told))\n"
        "print(ctypes.string_at(told, 2000).count(b'A'))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert int(ran.stdout) < 50
