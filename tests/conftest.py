"""Tests run without a screen, in a home of their own, at any machine's pace."""

import os

import pytest
from hypothesis import HealthCheck, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# A loaded machine is no finding: laws are judged by what they say, not how fast.
settings.register_profile(
    "calm", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("calm")


@pytest.fixture(autouse=True)
def _own_home(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No test reads or writes the developer's settings, logs or rescued text."""
    monkeypatch.setenv("FOCALPOINT_HOME", str(tmp_path_factory.mktemp("home")))
