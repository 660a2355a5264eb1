"""A real file for every test, copied from one made once."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from focalpoint_app.storage import Workspace
from tests.storage.samples import new_workspace, reopened


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("made") / "once.focalpoint"
    new_workspace(path).close()
    return path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    folder = tmp_path / "مراجعات 2026"
    folder.mkdir()
    return folder / "دولة XAA #1?.focalpoint"


@pytest.fixture
def closed(path: Path, made_once: Path) -> Path:
    """A workspace at rest."""
    shutil.copy(made_once, path)
    return path


@pytest.fixture
def workspace(closed: Path) -> Iterator[Workspace]:
    opened = reopened(closed)
    yield opened
    opened.close()
