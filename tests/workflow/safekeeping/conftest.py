"""A shared folder, and a file in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from focalpoint_app.workflow.review.opening import new_review
from tests.workflow.safekeeping.sharing import ASKED, WANTED


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    folder = tmp_path / "OneDrive - وزارة العدل"
    folder.mkdir()
    return folder


@pytest.fixture
def file(shared: Path) -> Path:
    """It says *yes*."""
    path = shared / "xaa.focalpoint"
    desk = new_review(path, WANTED)
    desk.choose(ASKED, "yes")
    desk.close()
    return path
