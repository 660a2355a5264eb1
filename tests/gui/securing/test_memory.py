"""All memory of a locked window's process is searched for what was typed into it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import pytest

from tests.gui.securing.searched_window import LENGTH, letters
from tests.soaked import soaked

ROOT = Path(__file__).parents[3]
_ENOUGH = 16
"""Letters, by chance never beside one another again."""

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or not hasattr(os, "preadv"),
    reason="Linux alone shows a process its own memory",
)


_LEFT = 0.05
"""Of what was there before; half of it is, where nothing is written over."""


def test_behind_the_lock_an_answer_is_gone_from_memory(tmp_path: Path) -> None:
    """And it was there before, or the search says nothing."""
    before, after = searched(tmp_path, seed=7, count=200)
    assert before > 100
    assert after <= before * _LEFT


@pytest.mark.slow
@pytest.mark.parametrize("count", [100, 600])
def test_so_are_short_ones_and_long_ones(tmp_path: Path, count: int) -> None:
    for seed in range(soaked(5)):
        folder = tmp_path / str(seed)
        folder.mkdir()
        before, after = searched(folder, seed, count)
        assert before > 0
        assert after <= before * _LEFT, seed


def searched(folder: Path, seed: int, count: int) -> tuple[int, int]:
    """In how many places its letters stand together, before and behind the lock."""
    said = "".join(letters(seed, count))
    command = [sys.executable, "-m", "tests.gui.securing.searched_window"]
    arguments = [str(folder), str(seed), str(count)]
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(
        command + arguments, cwd=ROOT, env=env, stdout=subprocess.PIPE
    ) as window:
        assert window.stdout is not None
        found = [places(said, pieces(window.stdout)) for _ in range(2)]
    assert window.returncode == 0
    return found[0], found[1]


def pieces(told: IO[bytes]) -> Iterator[bytes]:
    while length := LENGTH.unpack(told.read(LENGTH.size))[0]:
        yield told.read(length)


def places(said: str, memory: Iterator[bytes]) -> int:
    """Of any stretch of it, as C++, Python and files have it."""
    stretches = [said[at : at + _ENOUGH] for at in range(0, len(said), _ENOUGH)]
    wanted = [e.encode(code) for e in stretches for code in ("utf-16-le", "utf-8")]
    return sum(piece.count(each) for piece in memory for each in wanted)
