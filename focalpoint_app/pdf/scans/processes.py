"""A process of our own that may be lost, and what it says before it is.

The system stops it where a step takes too long or too much; what it says is read to
a limit, since a process that a stranger's file has taken over may say anything.
"""

from __future__ import annotations

import faulthandler
import os
import subprocess
import sys
from collections import defaultdict
from dataclasses import dataclass
from threading import Thread, Timer
from time import process_time
from typing import IO

from focalpoint_app.domain.errors import AppError

SECONDS = 4.3
"""Of work for one page; the first one's begin with the process (0.4 to load)."""

_ENOUGH = 2.0
"""Seconds left of a page's, below which no further look at it is begun."""

MOST_SECONDS = 90
"""Of work for all looks together; 130 scanned pages without a code take 25."""

MEGABYTES = 256
"""Of memory beyond what the program itself maps; A3 at 400 dots takes 110."""

_SECONDS_BY_THE_CLOCK = 30  # Where work cannot be told from waiting: Windows.


@dataclass(frozen=True, slots=True)
class Bounds:
    """``seconds`` by the clock from its start to its end, ``said`` in bytes."""

    seconds: float
    said: int


@dataclass(frozen=True, slots=True)
class Said:
    """``is_whole`` unless it failed or went beyond its bounds; what it said before
    that is there all the same."""

    content: bytes
    is_whole: bool


def ran_apart(command: list[str], bounds: Bounds, given: bytes = b"") -> Said:
    """What ``command`` writes, having read ``given``."""
    process = subprocess.Popen(
        command,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    end = Timer(bounds.seconds, process.kill)
    end.start()
    try:
        said = _said(process, given, bounds.said)
    finally:
        end.cancel()
    is_whole = process.returncode == 0 and len(said) <= bounds.said
    return Said(said[: bounds.said], is_whole)


def _said(process: subprocess.Popen[bytes], given: bytes, most: int) -> bytes:
    with process:
        if process.stdin is None or process.stdout is None:
            return b""
        feeding = Thread(target=_feed, args=(process.stdin, given), daemon=True)
        feeding.start()
        said = process.stdout.read(most + 1)
        if len(said) > most:
            process.kill()
        process.wait()
        feeding.join()
    return said


def _feed(stdin: IO[bytes], given: bytes) -> None:
    try:
        stdin.write(given)
        stdin.close()
    except OSError:
        return  # It has ended: its exit says how.


def program() -> list[str]:
    """This program again, in a bundle or in Python."""
    if getattr(sys, "frozen", False):
        return [sys.executable]
    return [sys.executable, "-m", "focalpoint_app"]


def limit_memory() -> None:
    if sys.platform != "win32":
        import resource

        _, most = resource.getrlimit(resource.RLIMIT_DATA)
        resource.setrlimit(resource.RLIMIT_DATA, (MEGABYTES * 1024 * 1024, most))


class Meter:
    """Work by page, however often it is turned to: the system ends what takes more."""

    def __init__(self, name: str = "") -> None:
        self._name = name
        self._spent: defaultdict[int, float] = defaultdict(float)
        self._page, self._since = 1, 0.0

    def turn(self, page: int) -> bool:
        """To ``page``, counted from 1; whether there is time for another look at it.

        What opens the document, or comes before a page, is its own.

        Raises:
            AppError: ``scan.too_costly``: all of it was used.
        """
        now = process_time()
        self._spent[self._page] += now - self._since
        self._page, self._since = page, now
        left = min(SECONDS - self._spent[page], MOST_SECONDS - now)
        if left <= 0:
            raise AppError("scan.too_costly", file=self._name)
        _end_after(left)
        return left > _ENOUGH


def _end_after(seconds: float) -> None:
    nowhere = 2  # Standard error: nobody reads it.
    faulthandler.dump_traceback_later(_SECONDS_BY_THE_CLOCK, exit=True, file=nowhere)
    if sys.platform != "win32":
        import signal

        # Of work, to the hundredth; nothing of ours catches what it sends.
        signal.setitimer(signal.ITIMER_PROF, seconds)
