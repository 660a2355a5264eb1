"""A real file for every test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from focalpoint_app.storage import Workspace
from tests.storage.samples import new_workspace


@pytest.fixture
def path(tmp_path: Path) -> Path:
    folder = tmp_path / "مراجعات 2026"
    folder.mkdir()
    return folder / "دولة XAA #1?.focalpoint"


@pytest.fixture
def workspace(path: Path) -> Iterator[Workspace]:
    opened = new_workspace(path)
    yield opened
    opened.close()


@pytest.fixture
def closed(path: Path) -> Path:
    """A workspace at rest."""
    new_workspace(path).close()
    return path
