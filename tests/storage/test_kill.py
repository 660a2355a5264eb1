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
import traceback
from pathlib import Path

import pytest

from focalpoint_app.domain.content import Field, FieldKey, Step
from focalpoint_app.storage import Workspace
from focalpoint_app.storage.ciphers.ciphering import Key
from tests.soaked import soaked
from tests.storage.samples import AT, LAYLA, change, new_workspace, reopened, text

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs fork")

KEYS = tuple(FieldKey(f"untoc.5.{n}", Field.VALUE, "ar") for n in range(4))
TYPED = "نصّ قانوني طويل يُكتب دون توقف "
KEYS_OF_FILES = (
    pytest.param(None, id="plain"),
    pytest.param(Key(bytes(range(32)), bytes(range(16))), id="encrypted"),
)
LONGEST = 0.01
"""Seconds from what was heard last to the kill; a save takes one to three ms."""


@pytest.mark.parametrize("key", KEYS_OF_FILES)
def test_a_hundred_kills_lose_no_acknowledged_save(path: Path, key: Key | None) -> None:
    assert killed_again_and_again(path, 100, key) > 100


@pytest.mark.slow
@pytest.mark.parametrize("key", KEYS_OF_FILES)
def test_a_thousand_kills_lose_no_acknowledged_save(
    path: Path, key: Key | None
) -> None:
    times = soaked(1000)
    assert killed_again_and_again(path, times, key) > times


def killed_again_and_again(path: Path, times: int, key: Key | None) -> int:
    """The number of acknowledged saves, all of them found again."""
    workspace = new_workspace(path, key)
    workspace.save("r1", [change(KEYS[0], text("0"))], LAYLA.id, AT)
    workspace.close()
    chance = random.Random(20261122)
    last = 0
    for _ in range(times):
        last = _one_kill(path, last, chance)
    return _found(path, last)


def _one_kill(path: Path, last: int, chance: random.Random) -> int:
    """How many saves were acknowledged until then.

    The child looks for what was acknowledged before, so each file is opened once.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        _type_until_killed(path, last, writing)
    os.close(writing)
    heard = b""
    if chance.random() > 0.1:  # The others die while they open it.
        heard = _heard(reading, saves=chance.randrange(4))
    time.sleep(chance.uniform(0.0, LONGEST))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return _acknowledged(heard + _drained(reading), last)


def _type_until_killed(path: Path, last: int, writing: int) -> None:
    """Runs in the child and never comes back."""
    try:
        workspace = reopened(path)
        number = _number_in(workspace, last)
        os.write(writing, b"%d " % number)
        while True:
            number += 1
            _type(workspace, number)
            os.write(writing, b".")
    finally:  # Reached by an error alone.
        traceback.print_exc()
        os.write(writing, b"broken ")
        os._exit(1)


def _heard(reading: int, saves: int) -> bytes:
    """Until it opened the file and acknowledged so many; or broke."""
    heard = b""
    while b" " not in heard or heard.count(b".") < saves:
        content = os.read(reading, 65536)
        if not content:
            break
        heard += content
    return heard


def _acknowledged(heard: bytes, last: int) -> int:
    """What was heard: the last save found, a blank, a point for each new one."""
    found, blank, points = heard.partition(b" ")
    if not blank:
        return last
    assert set(points) <= set(b"."), heard
    return int(found) + len(points)


def _type(workspace: Workspace, number: int) -> None:
    """One autosave of the window: text and undo step; now and then it is sealed."""
    changes = tuple(change(key, text(f"{TYPED * 9}{number}")) for key in KEYS)
    step = Step(f"s{number // 10}", "typing", KEYS[0].question, changes)
    workspace.save("r1", changes, LAYLA.id, AT, step)
    if number % 7 == 0:
        workspace.seal("r1", None, AT)


def _drained(reading: int) -> bytes:
    heard = b""
    while content := os.read(reading, 65536):
        heard += content
    os.close(reading)
    return heard


def _found(path: Path, acknowledged: int) -> int:
    workspace = reopened(path)
    number = _number_in(workspace, acknowledged)
    workspace.close()
    return number


def _number_in(workspace: Workspace, acknowledged: int) -> int:
    """The last save in the file, which is whole."""
    saved = {_number(content) for content in workspace.fields("r1").values()}
    (number,) = saved  # One save is one transaction: its fields never disagree.
    assert acknowledged <= number <= acknowledged + 1
    steps = workspace.undo_steps("r1")
    if number:
        assert _number(steps[-1].step.changes[0].after) == number
    assert workspace.verify_chain("r1") == ()
    return number


def _number(content: object) -> int:
    assert isinstance(content, dict)
    said = content["text"].removeprefix(TYPED * 9)
    return int(said)
