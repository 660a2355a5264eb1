"""How long a thread computes before another comes in, and who waits for whom."""

from __future__ import annotations

import sys
import threading
import time
from contextlib import ExitStack

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


def test_long_work_goes_on_once_the_save_has_ended() -> None:
    turns, ended = Turns(), threading.Event()
    with turns.taken():
        working = threading.Thread(target=work_on, args=(turns, ended))
        working.start()
        assert not ended.wait(0.01)
    assert ended.wait(5)
    working.join()


def work_on(turns: Turns, ended: threading.Event) -> None:
    turns.step_aside()
    ended.set()


def test_long_work_waits_for_one_save_and_not_for_whoever_never_ends() -> None:
    turns = Turns()
    with turns.taken():
        begun = time.monotonic()
        turns.step_aside()
        assert 0.04 < time.monotonic() - begun < 5


def test_where_nobody_saves_long_work_does_not_wait() -> None:
    turns = Turns()
    begun = time.thread_time()
    for _ in range(1_000):
        turns.step_aside()
    assert time.thread_time() - begun < 0.1
