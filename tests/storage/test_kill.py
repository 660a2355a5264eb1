"""Killed while typing without a pause: no acknowledged save is ever lost.

The oracle is the pipe: what the child told its parent it had saved must be in
the file, and nothing in the file may be what the child never wrote.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from pathlib import Path

import pytest

from focalpoint_app.domain.content import Field, FieldKey, Step
from focalpoint_app.storage import Workspace
from focalpoint_app.storage.ciphers.ciphering import Key
from tests.storage.samples import AT, LAYLA, change, new_workspace, reopened, text

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs fork")

KEYS = tuple(FieldKey(f"untoc.5.{n}", Field.VALUE, "ar") for n in range(4))
TYPED = "نصّ قانوني طويل يُكتب دون توقف "
KEYS_OF_FILES = (
    pytest.param(None, id="plain"),
    pytest.param(Key(bytes(range(32)), bytes(range(16))), id="encrypted"),
)
LONGEST = 0.1
"""Seconds of typing before the kill; a save takes one to three milliseconds."""


@pytest.mark.parametrize("key", KEYS_OF_FILES)
def test_a_hundred_kills_lose_no_acknowledged_save(path: Path, key: Key | None) -> None:
    assert killed_again_and_again(path, 100, key) > 100


@pytest.mark.slow
@pytest.mark.parametrize("key", KEYS_OF_FILES)
def test_a_thousand_kills_lose_no_acknowledged_save(
    path: Path, key: Key | None
) -> None:
    assert killed_again_and_again(path, 1000, key) > 1000


def killed_again_and_again(path: Path, times: int, key: Key | None) -> int:
    """The number of acknowledged saves, all of them found again."""
    workspace = new_workspace(path, key)
    workspace.save("r1", [change(KEYS[0], text("0"))], LAYLA.id, AT)
    workspace.close()
    chance = random.Random(20261122)
    last = 0
    for _ in range(times):
        opens_first = chance.random() > 0.1  # The others die while they open it.
        acknowledged = _one_kill(path, last, chance.uniform(0.0, LONGEST), opens_first)
        last = _found(path, acknowledged)
    return last


def _one_kill(path: Path, last: int, seconds: float, opens_first: bool) -> int:
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        _type_until_killed(path, last, writing)
    os.close(writing)
    if opens_first:
        os.read(reading, 1)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return last + _drained(reading)


def _type_until_killed(path: Path, last: int, writing: int) -> None:
    """Runs in the child and never comes back."""
    try:
        workspace = reopened(path)
        os.write(writing, b"o")
        while True:
            last += 1
            _type(workspace, last)
            os.write(writing, b".")
    finally:
        os._exit(1)


def _type(workspace: Workspace, number: int) -> None:
    """One autosave of the window: text and undo step; now and then it is sealed."""
    changes = tuple(change(key, text(f"{TYPED * 9}{number}")) for key in KEYS)
    step = Step(f"s{number // 10}", "typing", KEYS[0].question, changes)
    workspace.save("r1", changes, LAYLA.id, AT, step)
    if number % 7 == 0:
        workspace.seal("r1", None, AT)


def _drained(reading: int) -> int:
    count = 0
    while content := os.read(reading, 65536):
        count += content.count(b".")
    os.close(reading)
    return count


def _found(path: Path, acknowledged: int) -> int:
    """The last save in the file, which is whole."""
    workspace = reopened(path)
    saved = {_number(content) for content in workspace.fields("r1").values()}
    (number,) = saved  # One save is one transaction: its fields never disagree.
    assert acknowledged <= number <= acknowledged + 1
    steps = workspace.undo_steps("r1")
    if number:
        assert _number(steps[-1].step.changes[0].after) == number
    assert workspace.verify_chain("r1") == ()
    workspace.close()
    return number


def _number(content: object) -> int:
    assert isinstance(content, dict)
    said = content["text"].removeprefix(TYPED * 9)
    return int(said)
