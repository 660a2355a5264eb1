"""Receives each reply in a process of its own; run as a program.

One process loads everything once, by receiving the first file itself, and forks one for
each reply.  It prints, a line a reply, what the verb said of it and what it took: the
seconds of work and the megabytes at the most.
"""

from __future__ import annotations

import io
import json
import os
import re
import sys
import time
from contextlib import redirect_stdout, suppress
from pathlib import Path

from focalpoint_app.cli import main as focalpoint


def main() -> int:
    file, first, *replies = sys.argv[1:]
    said_of(file, first)
    for reply in replies:
        sys.stdout.write(received_apart(file, reply))
        sys.stdout.flush()
    return 0


def received_apart(file: str, reply: str) -> str:
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        os.write(writing, received(file, reply).encode())
        sys.exit()
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8") as told:
        line = told.read()
    os.waitpid(child, 0)
    return line


def received(file: str, reply: str) -> str:
    started = time.process_time()
    (said,) = json.loads(said_of(file, reply))
    seconds = time.process_time() - started
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    (peak,) = re.findall(r"VmHWM:\s+(\d+)", status)
    took = {"seconds": seconds, "megabytes": int(peak) / 1024}
    return json.dumps({**said, **took}) + "\n"


def said_of(file: str, reply: str) -> str:
    told = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    with redirect_stdout(told), suppress(SystemExit):
        focalpoint(["receive", file, reply, "--json"])
    told.seek(0)
    return told.read()


if __name__ == "__main__":
    sys.exit(main())
