"""From start of the process to its first paint on the screen: ours, KeePassXC's, and
that of a window of PySide6 with one line of text in it, than which ours cannot be less.

All are watched by the same eye: the memory of an X server of our own, looked at
until it holds more colours than an empty window has.  Beside the time that passed
stands the processor's, which other programs leave nearly as it is.
"""

from __future__ import annotations

import json
import mmap
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import NamedTuple

PATIENCE = 20.0  # seconds
GLANCE = 0.003  # seconds between looks, else the looking takes a core of its own
SCREEN = "1600x1000x24"
ROWS = 100  # of the screen are looked at, spread evenly
COLOURS = 8  # letters and icons have as many; a plain ground has one
OPENED = 200  # the questionnaire has 480; the frame, with its menus, 32
EMPTY_WINDOW = Path(__file__).with_name("empty_window.py")


class Painted(NamedTuple):
    """Milliseconds; ``processor``: of all threads of the process together.

    ``opened``: until the review itself is seen, where the program opens one.
    """

    passed: float
    processor: float
    opened: float | None = None


def main() -> int:
    sample, rounds = sys.argv[1], int(sys.argv[2])
    if not shutil.which("Xvfb"):
        sys.stdout.write(json.dumps({"first_paint_ms": None}))
        return 0
    commands = {
        "first_paint": [sys.executable, "-m", "focalpoint_app", sample],
        "empty_window_first_paint": [sys.executable, str(EMPTY_WINDOW)],
    }
    if shutil.which("keepassxc"):
        commands["keepassxc_first_paint"] = ["keepassxc"]
    turns = [
        {
            name: painted(command, opens=name == "first_paint")
            for name, command in commands.items()
        }
        for _ in range(rounds)
    ]
    figures: dict[str, int] = {}
    for name in commands:
        figures[f"{name}_ms"] = round(median(turn[name].passed for turn in turns))
        figures[f"{name}_processor_ms"] = round(
            median(turn[name].processor for turn in turns)
        )
    opened = [turn["first_paint"].opened for turn in turns]
    figures["review_seen_ms"] = round(median(each for each in opened if each))
    sys.stdout.write(json.dumps(figures))
    return 0


def painted(command: list[str], *, opens: bool = False) -> Painted:
    """How long until something is painted.

    Every start has an empty home and an empty screen: nothing of the last one.
    """
    with tempfile.TemporaryDirectory() as home, display(Path(home)) as (name, screen):
        environment = settings(Path(home), name)
        begun = time.perf_counter()
        program = subprocess.Popen(
            command, env=environment,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        try:
            passed = appeared(screen, begun, COLOURS) * 1000
            spent = processor(program.pid)
            opened = appeared(screen, begun, OPENED) * 1000 if opens else None
            return Painted(passed, spent, opened)
        finally:
            program.terminate()
            program.wait()


def processor(process: int) -> float:
    """In milliseconds; a thread's ``schedstat`` begins with its nanoseconds."""
    threads = Path(f"/proc/{process}/task").glob("*/schedstat")
    return sum(int(thread.read_text().split()[0]) for thread in threads) / 1e6


@contextmanager
def display(folder: Path) -> Iterator[tuple[str, mmap.mmap]]:
    """An X server of our own; its name, and its screen as it is in memory."""
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-noreset", "-displayfd", str(write), "-screen", "0", SCREEN,
         "-fbdir", str(folder)],
        pass_fds=(write,), stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        os.close(write)
        name = f":{os.read(read, 16).decode().strip()}"
        with (folder / "Xvfb_screen0").open("rb") as file:
            screen = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        yield name, screen
        screen.close()
    finally:
        os.close(read)
        server.terminate()
        server.wait()


def appeared(screen: mmap.mmap, begun: float, count: int) -> float:
    """Seconds from ``begun`` until so many colours are on the screen."""
    while time.perf_counter() - begun < PATIENCE:
        if len(colours(screen)) >= count:
            return time.perf_counter() - begun
        time.sleep(GLANCE)
    raise TimeoutError("nothing was painted")


def colours(screen: mmap.mmap) -> set[int]:
    """Of a few rows; the file is an X window dump, its pixels at the end."""
    width, height = (int(each) for each in SCREEN.split("x")[:2])
    step = height // ROWS * width
    found: set[int] = set()
    with (
        memoryview(screen) as dump,
        dump[-width * height * 4 :] as end,
        end.cast("I") as pixels,
    ):
        for at in range(0, width * height, step):
            found.update(pixels[at : at + width : 4])
    return found


def settings(home: Path, name: str) -> dict[str, str]:
    runtime = home / "run"
    runtime.mkdir(mode=0o700)
    return {
        **os.environ,
        "DISPLAY": name,
        "QT_QPA_PLATFORM": "xcb",
        "HOME": str(home),
        "TMPDIR": str(home),
        "XDG_RUNTIME_DIR": str(runtime),
        "FOCALPOINT_HOME": str(home),
        "FOCALPOINT_LANGUAGE": "en",
    }


if __name__ == "__main__":
    sys.exit(main())
