"""What an autosave needs is learned once: then it serves every file."""

from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from sqlalchemy import Connection

from focalpoint_app.storage.database import Database
from focalpoint_app.storage.engines import forget_said
from tests.storage.samples import reopened


@pytest.fixture
def rehearsed(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Path]]:
    """On which files an autosave was tried without a trace."""
    files: list[Path] = []
    original = Database.rehearsing

    def noted(database: Database) -> AbstractContextManager[Connection]:
        files.append(database.path)
        return original(database)

    monkeypatch.setattr(Database, "rehearsing", noted)
    forget_said()
    yield files
    forget_said()


def test_what_one_file_taught_serves_the_next(
    closed: Path, rehearsed: list[Path]
) -> None:
    for _ in range(3):
        reopened(closed).close()

    assert rehearsed == [closed]


def test_what_was_forgotten_is_learned_again(
    closed: Path, rehearsed: list[Path]
) -> None:
    reopened(closed).close()
    forget_said()
    reopened(closed).close()

    assert rehearsed == [closed, closed]
