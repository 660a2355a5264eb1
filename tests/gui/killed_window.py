"""Windows that type without a pause until they are killed; run as a program.

One process loads everything once and forks a window for each kill.  Every window
writes into a pipe when it has typed each letter; this process kills it at a random
moment, opens its file and prints, a line a kill, how long the lost letters took.
"""

from __future__ import annotations

import os
import random
import signal
import struct
import sys
import tempfile
import time
from importlib import import_module
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QTimer

from focalpoint_app.domain.answer import TextValue
from focalpoint_app.gui.app import Program, prepared
from focalpoint_app.gui.questionnaire.place import QuestionnairePlace
from focalpoint_app.platform.settings import Settings
from focalpoint_app.storage.workspace import Workspace
from focalpoint_app.workflow.review.opening import open_review
from tests.gui.small_review import OTHER, small_desk
from tests.gui.typing import type_text

LETTERS = "تعاقب المادة كل من شارك في جماعة إجرامية منظمة "
EVERY = 15
"""Milliseconds between letters: four times as fast as the fastest typist."""
TURN = 2 * EVERY / 1000
"""Seconds that a letter counts for at most: the rest is what other programs took."""
TOGETHER = 4
TIME = struct.Struct("d")
LATER = (
    "PySide6.QtDBus",
    "babel.messages.pofile",
    "focalpoint_app.gui.backing",
    "focalpoint_app.gui.preview.preview_dialog",
    "focalpoint_app.gui.securing.locking",
    "focalpoint_app.gui.shell.commands",
    "focalpoint_app.workflow.consultation.consolidating",
)
"""What a window loads when it first needs it: here it is loaded before any forks."""


def main() -> int:
    kills, seed = int(sys.argv[1]), int(sys.argv[2])
    chance = random.Random(seed)
    for name in LATER:
        import_module(name)
    for _ in range(0, kills, TOGETHER):
        with tempfile.TemporaryDirectory() as folder:
            round_of_kills(Path(folder), chance)
    return 0


def round_of_kills(folder: Path, chance: random.Random) -> None:
    windows = [started(folder / str(number)) for number in range(TOGETHER)]
    moments = sorted(chance.uniform(0.05, 1.6) for _ in windows)
    for (child, pipe, file), moment in zip(windows, moments, strict=True):
        typed = waited(pipe, moment)
        killed_at = time.monotonic()
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        typed += drained(pipe)
        sys.stdout.write(f"{lost(file, typed, killed_at):.3f} {len(typed)}\n")
        sys.stdout.flush()


def started(folder: Path) -> tuple[int, int, Path]:
    folder.mkdir()
    small_desk(folder).close()
    (file,) = folder.glob("*.focalpoint")
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        type_until_killed(file, folder, writing)
    os.close(writing)
    return child, reading, file


def type_until_killed(file: Path, home: Path, writing: int) -> None:
    """Runs in the child and never comes back."""
    try:
        os.environ["FOCALPOINT_HOME"] = str(home)
        application = prepared([], "light")
        program = Program(Settings(language="ar", scheme="light"))
        program.window.show()
        program.show_desk(open_review(file))
        page = program.window.page
        if not isinstance(page, QuestionnairePlace):
            raise TypeError(type(page))
        page.show_question(OTHER)
        field = program.window.focusWidget()
        count = 0

        def type_one() -> None:
            nonlocal count
            type_text(field, LETTERS[count % len(LETTERS)])
            os.write(writing, TIME.pack(time.monotonic()))
            count += 1

        timer = QTimer(interval=EVERY)
        timer.timeout.connect(type_one)
        timer.start()
        application.exec()
    finally:
        os._exit(1)


def waited(pipe: int, seconds: float) -> list[float]:
    """Times of the letters typed until so long after the first."""
    typed = times(os.read(pipe, TIME.size))
    while typed and time.monotonic() - typed[0] < seconds:
        typed += times(os.read(pipe, TIME.size))
    return typed


def drained(pipe: int) -> list[float]:
    content = b""
    while more := os.read(pipe, 65536):
        content += more
    os.close(pipe)
    return times(content)


def times(content: bytes) -> list[float]:
    return [moment for (moment,) in TIME.iter_unpack(content)]


def lost(file: Path, typed: list[float], killed_at: float) -> float:
    """Seconds of typing from the first lost letter to the kill; 0 if none is lost."""
    kept = len(kept_text(file))
    expected = "".join(LETTERS[n % len(LETTERS)] for n in range(kept))
    if kept_text(file) != expected:
        return float("inf")  # What is there was never typed like that.
    moments = [*typed[kept:], killed_at]
    return sum(min(end - begun, TURN) for begun, end in pairwise(moments))


def kept_text(file: Path) -> str:
    workspace = Workspace.open(file, writing=False)
    (review,) = workspace.reviews()
    workspace.close()
    desk = open_review(file, review_id=review.id)
    value = desk.answer(OTHER).value
    desk.close()
    return value.texts["ar"] if isinstance(value, TextValue) else ""


if __name__ == "__main__":
    sys.exit(main())
