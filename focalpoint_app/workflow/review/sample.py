"""The sample: the fictional State XAA's filled review, made anew from its data."""

from __future__ import annotations

import json
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path
from typing import Any

from focalpoint_app.domain.author import Author
from focalpoint_app.domain.profile import Membership, StateProfile
from focalpoint_app.domain.review import PARTS
from focalpoint_app.exchange.entries import source_from_data
from focalpoint_app.platform.places import resources_folder
from focalpoint_app.workflow.review.answering import now
from focalpoint_app.workflow.review.desk import Desk
from focalpoint_app.workflow.review.incoming import import_answers
from focalpoint_app.workflow.review.opening import NewReview, discard, new_review
from focalpoint_app.workflow.review.sample_consultation import hold_consultation

STATE = "XAA"
BEGUN = timedelta(days=143)
"""How long the sample's review has been going on: its answers are due soon."""


def sample_review(path: Path, language: str) -> Desk:
    """Make the sample at ``path``; ``language`` leads, the other one follows."""
    folder = resources_folder() / "sample"
    people = tuple(_author(each) for each in _json(folder / "people.json")["authors"])
    languages = (language, *(each for each in ("ar", "en") if each != language))
    desk = new_review(
        path,
        NewReview(
            STATE,
            languages=languages,
            start=now().date() - BEGUN,
            author=people[0],
            profile=_profile(_json(folder / "profile.json")),
        ),
    )
    with ExitStack() as unless_filled:
        unless_filled.callback(discard, path)
        unless_filled.callback(desk.close)
        _fill(desk, folder, people)
        unless_filled.pop_all()
    return desk


def _fill(desk: Desk, folder: Path, people: tuple[Author, ...]) -> None:
    for source in _json(folder / "sources.json"):
        desk.save_source(source_from_data(source))
    for position, part in enumerate(PARTS):
        desk.write_as(people[position % len(people)])
        import_answers(desk, folder / f"{part}.json")
    for note in _json(folder / "notes.json"):
        desk.write_as(people[note["author"]])
        desk.add_note(note["question"], note["text"])
    desk.write_as(people[0])
    hold_consultation(desk, _json(folder / "consultation.json"))
    desk.workspace.forget_steps(desk.review.id)  # One Ctrl+Z would empty a part.


def _author(data: dict[str, str]) -> Author:
    return Author(Desk.new_id(), data["name"], data["role"], data["institution"])


def _profile(data: dict[str, Any]) -> StateProfile:
    memberships = {
        part: Membership(**each) for part, each in data.pop("memberships").items()
    }
    units = tuple(data.pop("constituent_units", ()))
    return StateProfile(memberships=memberships, constituent_units=units, **data)


def _json(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))
