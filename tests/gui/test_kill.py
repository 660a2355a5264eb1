"""A window killed while somebody types without a pause loses a second at most."""

import os
import subprocess
import sys

import pytest

from tests.soaked import soaked

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs fork")


def losses(kills: int, seed: int) -> list[float]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.gui.killed_window", str(kills), str(seed)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
    )
    return [float(line.split()[0]) for line in done.stdout.splitlines()]


def test_at_most_the_last_second_is_lost() -> None:
    found = losses(24, 20261122)

    assert len(found) == 24
    assert max(found) <= 1.0
    assert max(found) > 0.0  # Else nothing was being typed when it was killed.


@pytest.mark.slow
def test_two_hundred_windows_lose_at_most_the_last_second() -> None:
    assert max(losses(soaked(200), 7)) <= 1.0
