"""What one worker of a run has made serves the others."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QLockFile

_folders: list[Path] = []


def share_in(folder: Path) -> None:
    """Where all workers of this run, and of no other, look."""
    _folders.append(folder)


def made_by_one(name: str, make: Callable[[], bytes]) -> bytes:
    """What ``make`` gives; of several who ask at once one makes it, the others wait."""
    if not _folders:
        return make()
    path = _folders[-1] / name
    lock = QLockFile(f"{path}.lock")
    lock.setStaleLockTime(0)  # However long it takes; whoever was killed lets go.
    lock.lock()
    try:
        if not path.exists():
            begun = path.with_suffix(".begun")
            begun.write_bytes(make())
            begun.replace(path)
        return path.read_bytes()
    finally:
        lock.unlock()
