"""The whole journey where there is no network, and with the system listening."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.offline.apart import interfaces_up, without_interfaces

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="strace is Linux's")

# Sockets that are files: who has which account, and the desktop's own bus.
NAMED = ("/nscd/socket", "/dbus/", "/bus", "/userdb/")
_FAMILY = re.compile(r"\bsocket(?:pair)?\((AF_\w+|0x\w+)")
_REACHED = re.compile(r"\b(?:connect|bind|sendto|sendmsg)\(\d+.*?sa_family=(AF_\w+)")
_PATH = re.compile(r'connect\(.*?sun_path=@?"([^"]+)"')


@pytest.fixture(scope="module")
def trace(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What the system saw of a review made, checked, cleared, signed and verified."""
    folder = tmp_path_factory.mktemp("offline")
    apart = without_network()
    if not apart:
        pytest.skip("this machine allows nobody a name space without interfaces")
    listened = folder / "trace"
    listening = ["strace", "-f", "-qq", "--seccomp-bpf", "-e", "trace=network"]
    journey = [sys.executable, "-m", "focalpoint_app.demonstration"]
    ran = subprocess.run(
        [*apart, *listening, "-o", str(listened), *journey, "--folder", str(folder)],
        cwd=ROOT,
        env={
            "PATH": "/usr/bin:/bin",
            "FOCALPOINT_HOME": str(folder / "home"),
            "QT_QPA_PLATFORM": "offscreen",
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert (folder / "submission.pdf").stat().st_size > 100_000
    assert (folder / "window.png").exists()
    return listened.read_text(encoding="utf-8", errors="replace")


def without_network() -> list[str]:
    """The command that takes the interfaces away, for root or for anyone."""
    for command in (["unshare", "--net"], ["unshare", "--map-root-user", "--net"]):
        if shutil.which("unshare") and succeeds([*command, "true"]):
            return command
    return []


def succeeds(command: list[str]) -> bool:
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def test_the_journey_is_made_without_any_interface(trace: str) -> None:
    assert "ENETUNREACH" not in trace


def test_the_program_opens_no_socket_but_those_that_are_files(trace: str) -> None:
    assert set(_FAMILY.findall(trace)) <= {"AF_UNIX"}
    assert set(_REACHED.findall(trace)) <= {"AF_UNIX"}


def test_those_are_the_systems_own_and_are_named(trace: str) -> None:
    paths = set(_PATH.findall(trace))
    assert [each for each in paths if not any(part in each for part in NAMED)] == []


def test_the_other_journeys_are_made_where_no_interface_is_up() -> None:
    """As ``tests/journeys/conftest.py`` has it; afterwards all is as it was."""
    before = interfaces_up()
    with without_interfaces() as is_apart:
        if not is_apart:
            pytest.skip("this machine allows nobody a name space without interfaces")
        assert interfaces_up() == []
    assert interfaces_up() == before


def test_the_system_does_hear_a_socket(tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    code = "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM)"
    command = ["strace", "-f", "-qq", "-e", "trace=network", "-o", str(trace)]
    subprocess.run([*command, sys.executable, "-c", code], check=True)
    assert "AF_INET" in _FAMILY.findall(trace.read_text(encoding="utf-8"))
