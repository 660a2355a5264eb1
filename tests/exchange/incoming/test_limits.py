"""The largest letters that are read at all take under 5 s and 300 MB.

The seconds are the processor's, in a process of its own.
"""

import base64
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from focalpoint_app.exchange.incoming.mail import MOST_HEADERS, MOST_LINES

ROOT = Path(__file__).parents[3]
SECONDS, MEGABYTES = 5, 300
HEAD = b"From: a@b\nMIME-Version: 1.0\n"
READING = """
import json, sys, time
from pathlib import Path
from focalpoint_app.exchange.incoming.reading import read_written
content = Path(sys.argv[1]).read_bytes()
started = time.process_time()
found = read_written(content, "ar")
seconds = time.process_time() - started
status = Path("/proc/self/status").read_text().splitlines()
(peak,) = (int(e.split()[1]) for e in status if e.startswith("VmHWM:"))
print(json.dumps([seconds, peak / 1024, len(found.texts), len(found.enclosures)]))
"""


def with_attachment() -> bytes:
    """24 MB, as much as mail servers let through."""
    body = base64.encodebytes(os.urandom(23_000_000))
    return (
        HEAD + b'Content-Type: multipart/mixed; boundary="x"\n\n'
        b"--x\nContent-Type: text/plain\n\ntext\n"
        b"--x\nContent-Disposition: attachment; filename=a.pdf\n"
        b"Content-Transfer-Encoding: base64\n\n" + body + b"\n--x--\n"
    )


def with_headers() -> bytes:
    return HEAD + b"X-A: b\n" * (MOST_HEADERS - 2) + b"\ntext"


def with_lines() -> bytes:
    """A text of as many lines as there may be."""
    return HEAD + b"\n" + b"a line\n" * (MOST_LINES - 4)


@pytest.mark.skipif(sys.platform != "linux", reason="read from Linux's /proc")
@pytest.mark.parametrize("made", [with_attachment, with_headers, with_lines])
def test_a_large_mail_stays_within_time_and_memory(
    made: Callable[[], bytes], tmp_path: Path
) -> None:
    path = tmp_path / "large.eml"
    path.write_bytes(made())
    ran = subprocess.run(
        [sys.executable, "-c", READING, str(path)],
        capture_output=True, text=True, check=True, cwd=ROOT,
    )  # fmt: skip
    seconds, megabytes, texts, _ = json.loads(ran.stdout)
    assert texts
    assert seconds < SECONDS
    assert megabytes < MEGABYTES
