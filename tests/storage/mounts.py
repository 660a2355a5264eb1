"""Small real file systems, taken away again whatever happens in between."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


@contextmanager
def small_disk(kilobytes: int) -> Iterator[Path]:
    """A tmpfs outside pytest's folders, which must not stumble over a mount."""
    folder = Path(tempfile.mkdtemp(prefix="focalpoint-disk-"))
    try:
        _mount(folder, f"size={kilobytes}k")
        try:
            yield folder
        finally:
            subprocess.run(["umount", "-l", str(folder)], check=True)
    finally:
        folder.rmdir()


@contextmanager
def bound(folder: Path, point: Path) -> Iterator[None]:
    """The folder seen at a second place."""
    _run_mount(["mount", "--bind", str(folder), str(point)])
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", str(point)], check=True)


def make_read_only(folder: Path) -> None:
    command = ["mount", "-o", "remount,ro", str(folder)]
    subprocess.run(command, check=True, capture_output=True)


def fill(folder: Path, leaving: int = 0) -> Path:
    """The file that took all the room there was, but so many bytes."""
    filler = folder / "filler"
    with pytest.raises(OSError, match="space"):
        _pour_into(filler)
    os.truncate(filler, filler.stat().st_size - leaving)
    return filler


def _pour_into(filler: Path) -> None:
    with filler.open("wb", buffering=0) as file:
        while True:
            file.write(bytes(4096))


def _mount(folder: Path, options: str) -> None:
    _run_mount(["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)])


def _run_mount(command: list[str]) -> None:
    try:
        done = subprocess.run(command, capture_output=True, check=False)
    except OSError:
        pytest.skip("no mount command")
    if done.returncode:
        pytest.skip("file systems may not be mounted here")
