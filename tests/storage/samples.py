"""A small questionnaire, a person, a source, and changes to write with."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from focalpoint_app.domain.author import Author
from focalpoint_app.domain.content import Change, Content, Field, FieldKey
from focalpoint_app.domain.profile import Membership, StateProfile
from focalpoint_app.domain.questionnaire import (
    Article,
    Kind,
    Obligation,
    Part,
    Question,
    Questionnaire,
)
from focalpoint_app.domain.questionnaire_data import questionnaire_to_data
from focalpoint_app.domain.review import Review
from focalpoint_app.domain.source import Source, SourceKind
from focalpoint_app.storage import LOCAL, Place, Workspace
from focalpoint_app.storage.ciphers.ciphering import Key
from focalpoint_app.storage.file.held import Made

AT = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
PROFILE = StateProfile(
    "XAA",
    {"untoc": Membership(ratification="2003-09-29", reservations="المادة 35")},
    constituent_units=("الشمال", "الجنوب"),
    calendar="hijri",
)
LAYLA = Author("a-layla", "ليلى", "expert", "وزارة العدل")
OMAR = Author("a-omar", "عمر")
LAW = Source("law-1", SourceKind.LAW, {"ar": "قانون مكافحة الجريمة المنظمة"}, "5", 2010)
REVIEW = Review(
    "r1", "cluster-1", "2026.1", 1, ("untoc",), ("ar", "en"), date(2025, 11, 1)
)
NARRATIVE = FieldKey("untoc.5.1.narrative", Field.VALUE, "ar")
CHOICE = FieldKey("untoc.5.1", Field.VALUE)


def local(_path: Path) -> Place:
    return LOCAL


def at(minutes: int) -> datetime:
    return AT + timedelta(minutes=minutes)


def text(words: str) -> Content:
    return {"text": words}


def change(key: FieldKey, after: Content, before: Content = None) -> Change:
    return Change(key, before, after)


def questionnaire_data() -> dict[str, Any]:
    questions = (
        Question(
            "untoc.5.1",
            "untoc",
            "5",
            "5(1)",
            Obligation.MANDATORY,
            Kind.CHOICE,
            {
                "ar": "هل تجرّم دولتكم المشاركة في جماعة إجرامية منظمة؟",
                "en": "Is participation in an organized criminal group an offence?",
            },
        ),
        Question(
            "untoc.5.1.narrative",
            "untoc",
            "5",
            "5(1)",
            Obligation.MANDATORY,
            Kind.TEXT,
            {"ar": "بيّنوا النصوص", "en": "Describe the provisions"},
            parent="untoc.5.1",
        ),
    )
    article = Article("5", {"en": "Participation"}, questions)
    part = Part("untoc", {"en": "Convention"}, {"en": "UNTOC"}, (article,))
    form = Questionnaire("cluster-1", "2026.1", 1, {}, {}, ("ar", "en"), (part,))
    return questionnaire_to_data(form)


def new_workspace(path: Path, key: Key | None = None) -> Workspace:
    """Open for writing, with one author and one review."""
    workspace = Workspace.begin(path, Made(PROFILE, AT, key), judge=local)
    workspace.save_author(LAYLA)
    workspace.save_author(OMAR)
    workspace.set_current_author(LAYLA.id)
    workspace.add_review(REVIEW, questionnaire_data())
    return workspace


def closed_workspace(path: Path) -> Path:
    """As ``new_workspace`` makes it, at rest: a copy of one and the same."""
    path.write_bytes(_made_once())
    return path


@cache
def _made_once() -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "once.focalpoint"
        new_workspace(path).close()
        return path.read_bytes()


def reopened(path: Path, *, writing: bool = True) -> Workspace:
    return Workspace.open(path, writing=writing, judge=local)
