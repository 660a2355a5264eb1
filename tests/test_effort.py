"""The guard lets a pause pass and nothing that is slow every time."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from tests.effort import HOPELESS, done_within


def taking(monkeypatch: pytest.MonkeyPatch, *seconds: float) -> Iterator[float]:
    """Attempts that take so long by a clock of the test's own."""
    left = iter(seconds)
    now = [0.0]
    monkeypatch.setattr("tests.effort.process_time", lambda: now[0])

    def attempt() -> float:
        now[0] += (took := next(left))
        return took

    return iter(attempt, None)


def test_what_keeps_within_its_bound_is_done_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    attempts = taking(monkeypatch, 0.5, 0.1)
    assert done_within(1, lambda: next(attempts)) == 0.5
    assert next(attempts) == 0.1


def test_a_pause_of_the_machine_costs_another_attempt(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    attempts = taking(monkeypatch, 3, 2, 0.9)
    assert done_within(1, lambda: next(attempts)) == 0.9


def test_what_is_slow_each_time_is_told_with_its_best(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    attempts = taking(monkeypatch, 3, 2, 4, 3)
    with pytest.raises(AssertionError, match=r"^2\.00 s of work where 1 s"):
        done_within(1, lambda: next(attempts))


def test_what_is_hopeless_is_not_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    attempts = taking(monkeypatch, HOPELESS + 1, 0)
    with pytest.raises(AssertionError):
        done_within(1, lambda: next(attempts))
    assert next(attempts) == 0


def test_work_is_measured_and_not_the_clock() -> None:
    assert done_within(0.2, lambda: time.sleep(0.25), attempts=1) is None
