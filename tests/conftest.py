"""Tests run without a screen, in a home of their own, at any machine's pace."""

import gc
import os
import re
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.offline.sockets import Listener
from tests.shared import share_in
from tests.soaked import soaked

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# A loaded machine is no finding: laws are judged by what they say, not how fast.
SLOW_IS_FINE = settings(
    deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
# The same code gets the same verdict everywhere; `make soak` goes looking further.
settings.register_profile("calm", SLOW_IS_FINE, derandomize=True)
settings.register_profile("soak", SLOW_IS_FINE, max_examples=soaked(1000))
settings.load_profile("calm")


_LONG = ("faults", "fuzz", "hostile", "journeys", "offline")
"""Rooms whose single files take longest; so do the tests that kill."""

_LISTENER = Listener()

gc.disable()  # Nothing of what is imported goes: a second of sweeps until all is there.


def pytest_configure(config: pytest.Config) -> None:
    if hasattr(config, "workerinput"):  # One of several processes, in its own folder.
        share_in(Path(config.option.basetemp).parent)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes longest begins first, or one of two processes ends alone with it."""
    items.sort(key=lambda item: not _is_long(item.path))


def pytest_collection_finish() -> None:
    """What was imported stays: sweeps need not look through it again and again."""
    gc.collect()
    gc.freeze()
    gc.enable()


def _is_long(path: Path) -> bool:
    room = path.relative_to(Path(__file__).parent).parts[0]
    return room in _LONG or path.stem in ("test_kill", "test_weight")


@pytest.fixture(autouse=True)
def heard(request: pytest.FixtureRequest) -> Iterator[list[str]]:
    """No test reaches a network; one marked ``loopback`` reaches this machine."""
    is_allowed = request.node.get_closest_marker("loopback") is not None
    with _LISTENER.watching(is_loopback_allowed=is_allowed) as events:
        yield events
    assert events == []


@pytest.fixture(scope="session")
def _numbered(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Folders' names.  pytest looks through all that are there for each next number,
    twice for each test: a thirtieth of the suite.  By hundreds, since the program looks
    through the folders above a file for marks of a cloud's.
    """
    folder = tmp_path_factory.mktemp("each")
    return (folder / str(number // 100) / str(number) for number in count())


@pytest.fixture
def tmp_path(_numbered: Iterator[Path], request: pytest.FixtureRequest) -> Path:
    """A folder of the test's own, as pytest's: it stays when the test has ended."""
    name = re.sub(r"\W", "_", request.node.name)[:30]
    folder = next(_numbered) / name
    folder.mkdir(parents=True)
    return folder


@pytest.fixture(autouse=True)
def _own_home(_numbered: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or writes the developer's settings, logs or rescued text."""
    home = next(_numbered)
    home.mkdir(parents=True)
    monkeypatch.setenv("FOCALPOINT_HOME", str(home))
