"""How long a thread computes before another comes in, and who waits for whom."""

from __future__ import annotations

import sys
import threading
from contextlib import ExitStack

import pytest

from focalpoint_app.storage.turns import Turns, short_turns


def test_the_usual_turn_comes_back_whoever_ends_last() -> None:
    usual = sys.getswitchinterval()
    with ExitStack() as later:
        with ExitStack() as earlier:
            earlier.enter_context(short_turns())
            later.enter_context(short_turns())
            short = sys.getswitchinterval()
        assert short < usual
        assert sys.getswitchinterval() == short
    assert sys.getswitchinterval() == usual


def test_long_work_goes_on_once_the_save_has_ended(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(f"{Turns.__module__}._PATIENCE", 3_600)
    turns, ended = Turns(), threading.Event()
    with turns.taken():
        working = threading.Thread(target=work_on, args=(turns, ended))
        working.start()
        assert not ended.wait(0.01)
    assert ended.wait(120)
    working.join()


def work_on(turns: Turns, ended: threading.Event) -> None:
    turns.step_aside()
    ended.set()


class Clock:
    """Goes on while somebody sleeps, and no further."""

    def __init__(self) -> None:
        self.now = 0.0

    def monotonic(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr(f"{Turns.__module__}.time", made)
    return made


def test_long_work_waits_for_one_save_and_not_for_whoever_never_ends(
    clock: Clock,
) -> None:
    turns = Turns()
    with turns.taken():
        turns.step_aside()
    assert 0.04 < clock.now < 0.1


def test_where_nobody_saves_long_work_does_not_wait(clock: Clock) -> None:
    Turns().step_aside()
    assert clock.now == 0
