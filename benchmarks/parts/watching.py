"""How long a program runs, and how much memory it and its children hold at most."""

from __future__ import annotations

import subprocess
import threading
import time
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

_GLANCE = 0.02  # seconds
_PAGE_KB = 4


@dataclass(frozen=True, slots=True)
class Watched:
    """``peak_mb``: resident memory of the whole family, summed at each look."""

    seconds: float
    peak_mb: float
    said: str


def watched(command: list[str], environment: dict[str, str]) -> Watched:
    begun = time.perf_counter()
    program = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        env=environment,
    )  # fmt: skip
    peak = [0]
    done = threading.Event()
    eye = threading.Thread(target=_look, args=(program.pid, peak, done))
    eye.start()
    said, complained = program.communicate()
    seconds = time.perf_counter() - begun
    done.set()
    eye.join()
    if program.returncode:
        raise RuntimeError(f"{' '.join(command)}: {complained[-2000:]}")
    return Watched(seconds, peak[0] / 1024, said)


def _look(first: int, peak: list[int], done: threading.Event) -> None:
    while not done.wait(_GLANCE):
        peak[0] = max(peak[0], family_kb(first))


def family_kb(first: int) -> int:
    """Proportional set sizes would take longer to read than the work itself."""
    children: dict[int, list[int]] = defaultdict(list)
    sizes: dict[int, int] = {}
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            parent, resident = _seen(folder)
            children[parent].append(int(folder.name))
            sizes[int(folder.name)] = resident
    total, due = 0, [first]
    while due:
        each = due.pop()
        total += sizes.get(each, 0)
        due += children.get(each, [])
    return total


def _seen(folder: Path) -> tuple[int, int]:
    try:
        words = (folder / "stat").read_text().rsplit(")", 1)[1].split()
    except (FileNotFoundError, ProcessLookupError):  # gone since it was listed
        return 0, 0
    return int(words[1]), int(words[21]) * _PAGE_KB
