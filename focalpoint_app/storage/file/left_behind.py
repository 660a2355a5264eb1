"""What killed programs had begun to make in a folder goes; what is alive stays."""

from __future__ import annotations

import os
import re
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from focalpoint_app.storage.file.lock import try_lock

_OLD = 60.0
"""Seconds: between making a file and holding it lies less, on slow disks too."""

_BEGUN = r"\.[0-9a-f]{32}\.(new|migrating|restored|rekeyed)"
_UNDER_LOCK = r"\.[0-9a-f]{32}\.(migrating|restored|rekeyed)"
_COMPANION = re.compile(r"-(wal|shm|journal)\Z")


@contextmanager
def held(made: Path) -> Iterator[None]:
    """Nobody takes it for left behind meanwhile.  Windows renames nothing that is
    open; there its age alone tells.
    """
    if sys.platform == "win32":
        yield
        return
    descriptor = os.open(made, os.O_RDONLY)
    try:
        try_lock(descriptor, True)  # A share without locks tells nobody either.
        yield
    finally:
        os.close(descriptor)


def sweep(target: Path) -> None:
    """What was begun of ``target``, or of any workspace in its folder, and is older
    than a minute and held by nobody.  What cannot be asked or deleted stays.
    """
    ours = rf"\.({re.escape(target.name)}|.+\.focalpoint){_BEGUN}"
    for each in _begun(target.parent, ours):
        with suppress(OSError):
            if _is_left(each):
                each.unlink()


def sweep_under_lock(path: Path) -> None:
    """For whoever has the workspace's lock, without which nobody makes such files."""
    for each in _begun(path.parent, rf"\.{re.escape(path.name)}{_UNDER_LOCK}"):
        with suppress(OSError):
            each.unlink()
    sweep(path)


def _begun(folder: Path, name: str) -> Iterator[Path]:
    named = re.compile(rf"{name}(-wal|-shm|-journal)?", re.DOTALL)
    with suppress(OSError):
        for each in tuple(folder.iterdir()):
            if named.fullmatch(each.name) and not each.is_symlink():
                yield each


def _is_left(path: Path) -> bool:
    is_old = path.is_file() and time.time() - path.stat().st_mtime > _OLD
    whole = path.with_name(_COMPANION.sub("", path.name))
    return is_old and not _is_held(whole)


def _is_held(path: Path) -> bool:
    """Windows tells when it is deleted."""
    if sys.platform == "win32" or not path.exists():
        return False
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOFOLLOW)
    try:
        return not try_lock(descriptor, True)
    finally:
        os.close(descriptor)
