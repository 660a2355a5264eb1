"""The computer goes to sleep: told by a bus as logind tells it, and by the clocks."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest
from PySide6.QtDBus import QDBusConnection, QDBusMessage
from pytestqt.qtbot import QtBot

from focalpoint_app.gui.securing.sleep import Sleep

WAIT = 20_000
LOGIND = "org.freedesktop.login1"


@pytest.fixture
def buses() -> Iterator[tuple[QDBusConnection, QDBusConnection]]:
    """A bus of our own: one end listens, the other speaks as logind."""
    command = ["dbus-daemon", "--session", "--nofork", "--print-address"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as daemon:
        assert daemon.stdout is not None
        address = daemon.stdout.readline().strip()
        ends = [
            QDBusConnection.connectToBus(address, name) for name in ("here", "there")
        ]
        assert ends[1].registerService(LOGIND)
        yield ends[0], ends[1]
        for name in ("here", "there"):
            QDBusConnection.disconnectFromBus(name)
        daemon.kill()


@pytest.mark.skipif(sys.platform != "linux", reason="logind is Linux's")
def test_logind_says_it_before(
    buses: tuple[QDBusConnection, QDBusConnection], qtbot: QtBot
) -> None:
    assert shutil.which("dbus-daemon")
    here, there = buses
    sleep = Sleep(bus=here)
    said = QDBusMessage.createSignal(
        "/org/freedesktop/login1", f"{LOGIND}.Manager", "PrepareForSleep"
    )
    said.setArguments([True])
    with qtbot.waitSignal(sleep.noticed, timeout=WAIT):
        there.send(said)


@pytest.mark.parametrize("clock", ["time", "monotonic"])
def test_either_clock_that_jumps_says_it_after(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, clock: str
) -> None:
    sleep = Sleep()
    woken = getattr(time, clock)() + 3600
    monkeypatch.setattr(time, clock, lambda: woken)
    with qtbot.waitSignal(sleep.noticed, timeout=WAIT):
        sleep.look()


def test_a_busy_machine_is_not_asleep(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    sleep = Sleep()
    late = time.time() + 12
    monkeypatch.setattr(time, "time", lambda: late)
    with qtbot.assertNotEmitted(sleep.noticed):
        sleep.look()
