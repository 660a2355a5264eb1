"""What killed programs had begun to write beside a file goes; what is alive stays."""

from __future__ import annotations

import os
import re
import sys
import time
from contextlib import suppress
from pathlib import Path

_OLD = 60.0
"""Seconds: between making a file and holding it lies less, on slow disks too."""


def hold(descriptor: int) -> None:
    """For as long as it is open nobody takes its file for left behind.

    Windows lets nobody delete a file that is open.
    """
    if sys.platform != "win32":
        import fcntl

        with suppress(
            OSError
        ):  # A share without locks: then ``sweep`` has none either.
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


def sweep(target: Path) -> None:
    """Of ``.NAME.xxxxxxxx`` beside it what is older than a minute and nobody holds.

    What cannot be listed, asked or deleted stays.
    """
    ours = re.compile(rf"\.{re.escape(target.name)}\.[0-9a-f]{{8}}", re.DOTALL)
    with suppress(OSError):
        for each in target.parent.iterdir():
            if ours.fullmatch(each.name) and not each.is_symlink():
                with suppress(OSError):
                    _sweep_one(each)


def _sweep_one(path: Path) -> None:
    found = path.stat()
    if path.is_file() and time.time() - found.st_mtime > _OLD and not _is_held(path):
        path.unlink()


def _is_held(path: Path) -> bool:
    """OSError where it cannot be known; Windows tells when it is deleted."""
    if sys.platform == "win32":
        return False
    import fcntl

    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOFOLLOW)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(descriptor)
    return False
