"""A program that works on a file on a share until it is killed."""

from __future__ import annotations

import itertools
import os
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from focalpoint_app.domain.answer import TextValue
from focalpoint_app.workflow.review.opening import open_review
from focalpoint_app.workflow.safekeeping.staying import put_back

ASKED = "som.6.1.a"


def _say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def _hold(path: Path, said: str, *, midway: bool) -> None:
    desk = open_review(path)
    if midway:
        desk.choose(ASKED, "in_part")
        put_back(desk)
    desk.choose(ASKED, said)
    _say("held")
    time.sleep(60)


def _count(path: Path) -> None:
    """Each number is told once it is saved; it is put back after every third."""
    desk = open_review(path)
    question = f"{ASKED}.narrative"
    value = desk.answer(question).value
    start = int(value.texts.get("en", "0")) if isinstance(value, TextValue) else 0
    for number in itertools.count(start + 1):
        desk.write(question, "en", str(number))
        _say(str(number))
        if number % 3 == 0:
            put_back(desk)


@contextmanager
def away(
    path: Path, said: str = "", *, midway: bool = False
) -> Iterator[tuple[int, IO[str]]]:
    """Its number, and what it tells line by line; it is killed in the end at least.

    It says *said*, maybe puts it back midway, and holds the file; without a word it
    counts.  Forked: what it needs is loaded.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            sys.stdout = os.fdopen(writing, "w")
            if said:
                _hold(path, said, midway=midway)
            else:
                _count(path)
        finally:
            os._exit(1)
    os.close(writing)
    with os.fdopen(reading) as lines:
        try:
            yield child, lines
        finally:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
