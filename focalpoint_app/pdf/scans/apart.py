"""Codes on the scan of a stranger, read in a process that may be lost.

PDFium is C++ and knows no limits of time or memory: a page of 2 KB can keep it busy
for a year.  So it looks at such a file in a process of its own, which the system
stops where a step takes too long or too much.
"""

from __future__ import annotations

import faulthandler
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.page_code import PageCode
from focalpoint_app.pdf.scans.codes import FoundCode, codes_in
from focalpoint_app.pdf.scans.sheets import whole_scan

APART = "--codes-in-scan"
"""What the program is started with to read one scan and say what is on it."""

SECONDS = 5
"""Of work for one look at one page."""

MEGABYTES = 256
"""Of memory beyond what the program itself maps; A3 at 400 dots takes 110."""

_SECONDS_BY_THE_CLOCK = 30  # Where work cannot be told from waiting: Windows.
_SECONDS_IN_ALL = 180


def codes_read_apart(scan: Path) -> tuple[FoundCode, ...]:
    """As ``codes_in``.

    Raises:
        AppError: as ``codes_in``; ``scan.too_costly`` where the reader was lost.
    """
    whole_scan(scan)
    try:
        ran = subprocess.run(
            [*program(), APART, str(scan)],
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_SECONDS_IN_ALL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            check=False,
        )
    except subprocess.TimeoutExpired as exc:
        raise AppError("scan.too_costly", file=scan.name) from exc
    if ran.returncode:
        raise AppError("scan.too_costly", file=scan.name)
    return tuple(_told(json.loads(ran.stdout)))


def answer(scan: str) -> int:
    """The other process: what was found, or why nothing was, as JSON."""
    limit_memory()
    said: dict[str, Any]
    try:
        found = codes_in(Path(scan), before_each=wind_up)
        said = {"found": [[each.page, each.code.written()] for each in found]}
    except AppError as exc:
        said = {"refused": exc.code, "context": exc.context}
    except MemoryError:
        return 1
    sys.stdout.write(json.dumps(said))
    return 0


def program() -> list[str]:
    """This program again, in a bundle or in Python."""
    if getattr(sys, "frozen", False):
        return [sys.executable]
    return [sys.executable, "-m", "focalpoint_app"]


def _told(said: Any) -> list[FoundCode]:
    if "refused" in said:
        raise AppError(said["refused"], **said["context"])
    codes = ((page, PageCode.read(text)) for page, text in said["found"])
    return [FoundCode(page, code) for page, code in codes if code is not None]


def limit_memory() -> None:
    if sys.platform != "win32":
        import resource

        _, most = resource.getrlimit(resource.RLIMIT_DATA)
        resource.setrlimit(resource.RLIMIT_DATA, (MEGABYTES * 1024 * 1024, most))


def wind_up() -> None:
    """From here on another step's worth of time; the system ends what takes longer."""
    nowhere = 2  # Standard error: nobody reads it.
    faulthandler.dump_traceback_later(_SECONDS_BY_THE_CLOCK, exit=True, file=nowhere)
    if sys.platform != "win32":
        import resource
        from time import process_time

        _, most = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(
            resource.RLIMIT_CPU, (int(process_time()) + 1 + SECONDS, most)
        )
