"""From start of the process to its window on the screen, ours and KeePassXC's.

Both are watched by the same eye: xdotool, polling an X server of our own.
"""

from __future__ import annotations

import json
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

PATIENCE = 20.0  # seconds
GLANCE = 0.005  # seconds between looks, else the looking takes a core of its own
SCREEN = "1600x1000x24"


def main() -> int:
    sample, rounds = sys.argv[1], int(sys.argv[2])
    if not shutil.which("Xvfb") or not shutil.which("xdotool"):
        sys.stdout.write(json.dumps({"first_paint_ms": None}))
        return 0
    ours: list[float] = []
    theirs: list[float] = []
    with display() as name:
        for _ in range(rounds):
            command = [sys.executable, "-m", "focalpoint_app", sample]
            ours.append(seen(command, "Focal point", name))
            if shutil.which("keepassxc"):
                theirs.append(seen(["keepassxc"], "KeePassXC", name))
    figures: dict[str, float | None] = {"first_paint_ms": milliseconds(ours)}
    figures["keepassxc_first_paint_ms"] = milliseconds(theirs)
    sys.stdout.write(json.dumps(figures))
    return 0


def milliseconds(seconds: list[float]) -> float | None:
    return round(median(seconds) * 1000) if seconds else None


@contextmanager
def display() -> Iterator[str]:
    """An X server of our own; its name."""
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-noreset", "-displayfd", str(write), "-screen", "0", SCREEN],
        pass_fds=(write,), stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        os.close(write)
        yield f":{os.read(read, 16).decode().strip()}"
    finally:
        os.close(read)
        server.terminate()
        server.wait()


def seen(command: list[str], title: str, name: str) -> float:
    """Seconds until a visible window bears the title.

    Every start has an empty home: no settings, locks or sockets of the last one.
    """
    with tempfile.TemporaryDirectory() as home:
        environment = settings(Path(home), name)
        begun = time.perf_counter()
        program = subprocess.Popen(
            command, env=environment,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        try:
            return appeared(title, environment, begun)
        finally:
            program.terminate()
            program.wait()


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


def appeared(title: str, environment: dict[str, str], begun: float) -> float:
    while time.perf_counter() - begun < PATIENCE:
        found = subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--name", title],
            env=environment, capture_output=True, check=False,
        )  # fmt: skip
        if found.stdout.strip():
            return time.perf_counter() - begun
        time.sleep(GLANCE)
    raise TimeoutError(title)


if __name__ == "__main__":
    sys.exit(main())
