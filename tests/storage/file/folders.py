"""What lies in a folder, and how an opening there is refused."""

from pathlib import Path

import pytest

from focalpoint_app.domain.errors import AppError
from focalpoint_app.storage import Workspace
from tests.storage.samples import local

Folder = dict[str, tuple[bytes, int, int]]


def folder_of(path: Path) -> Folder:
    """Every file's bytes, time and mode."""
    return {
        each.name: (each.read_bytes(), each.stat().st_mtime_ns, each.stat().st_mode)
        for each in path.parent.iterdir()
        if each.is_file()
    }


def refusal(path: Path, *, writing: bool) -> AppError:
    before = folder_of(path)
    with pytest.raises(AppError) as caught:
        Workspace.open(path, writing=writing, judge=local)
    assert folder_of(path) == before
    return caught.value
