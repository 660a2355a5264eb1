"""A desk on a real file, with the small questionnaire of ``builders``."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from focalpoint_app.domain.author import Author
from focalpoint_app.domain.profile import StateProfile
from focalpoint_app.domain.questionnaire_data import questionnaire_to_data
from focalpoint_app.domain.review import Review
from focalpoint_app.domain.source import Source, SourceKind, cleaned_source
from focalpoint_app.storage.workspace import Workspace
from focalpoint_app.workflow.review.desk import Desk
from tests.builders import questionnaire

AMAL = Author("amal", "أمل الحداد", "خبيرة حكومية", "وزارة العدل")
SAMIR = Author("samir", "سمير نصار", "جهة الوصل", "وزارة الخارجية")
LAW = Source("law-1", SourceKind.LAW, {"ar": "قانون مكافحة الجريمة المنظمة"})
REVIEW = Review("r1", "cluster-1", "1", 1, ("untoc", "som"), ("ar", "en"))


class Clock:
    """A second later at every look."""

    def __init__(self) -> None:
        self.time = datetime(2026, 11, 22, 8, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.time += timedelta(seconds=1)
        return self.time


def made(path: Path, *, with_law: bool = False) -> Desk:
    path.write_bytes(_made_once(with_law))
    return reopened(path)


@cache
def _made_once(with_law: bool) -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "once.focalpoint"
        workspace = Workspace.create(path, StateProfile("XAA"), Clock()())
        workspace.save_author(AMAL)
        workspace.set_current_author(AMAL.id)
        workspace.add_review(REVIEW, questionnaire_to_data(questionnaire()))
        if with_law:
            workspace.save_source(cleaned_source(LAW))
        workspace.close()
        return path.read_bytes()


def reopened(path: Path) -> Desk:
    workspace = Workspace.open(path, writing=True)
    return Desk(workspace, REVIEW, questionnaire(), AMAL, Clock())


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = made(tmp_path / "review.focalpoint", with_law=True)
    yield desk
    desk.close()
