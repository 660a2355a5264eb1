"""How a Word form marks what is what: a tag for each control, a bookmark besides.

Word keeps both.  LibreOffice before 7.5 and some online editors lose the tags and
keep the bookmarks.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, auto

from focalpoint_app.domain.consultation import Asked, Request
from focalpoint_app.exchange.frame import RESPONDENT

FRAME_TAG = "focalpoint#frame"
NAMESPACE = "urn:focalpoint:request"
"""Of the part that says which request a form belongs to."""

PROPERTY = "focalpoint-request"
_LONGEST_TAG = 64  # characters; Word calls a file with a longer one damaged


class Role(Enum):
    FRAME = auto()
    QUESTION = auto()
    ANSWER = auto()
    OPTION = auto()
    CELL = auto()
    RESPONDENT = auto()


@dataclass(frozen=True, slots=True)
class Place:
    """What a control is for.  ``owner`` is a question's id or a name of RESPONDENT;
    ``part`` a choice's or a column's id.
    """

    role: Role
    owner: str = ""
    part: str = ""


def tag(*parts: str) -> str:
    """``untoc.5.1.a.i`` or ``untoc.5.1.a.i#text``; a digest where that is too long."""
    text = "#".join(parts)
    if len(text) <= _LONGEST_TAG:
        return text
    return hashlib.sha256(text.encode()).hexdigest()


def bookmark(place: int) -> str:
    """Of the question at this place in the request, from 0."""
    return f"focalpoint_q{place + 1}"


def respondent_bookmark(name: str) -> str:
    return f"focalpoint_r_{name}"


def places_of(request: Request) -> Mapping[str, Place]:
    """Every tag that a form of the request holds."""
    found = {FRAME_TAG: Place(Role.FRAME)}
    for asked in request.questions:
        found.update(_of_question(asked))
    for name in RESPONDENT:
        found[tag("reply", name)] = Place(Role.RESPONDENT, name)
    return found


def bookmarks_of(request: Request) -> Mapping[str, Place]:
    found = {
        bookmark(place): Place(Role.QUESTION, asked.id)
        for place, asked in enumerate(request.questions)
    }
    for name in RESPONDENT:
        found[respondent_bookmark(name)] = Place(Role.RESPONDENT, name)
    return found


def _of_question(asked: Asked) -> Iterator[tuple[str, Place]]:
    yield tag(asked.id), Place(Role.ANSWER, asked.id)
    yield tag(asked.id, "text"), Place(Role.QUESTION, asked.id)
    yield tag(asked.id, "frame"), Place(Role.FRAME, asked.id)
    for choice in asked.choices:
        yield tag(asked.id, "is", choice.id), Place(Role.OPTION, asked.id, choice.id)
    for column in asked.columns:
        yield tag(asked.id, "cell", column.id), Place(Role.CELL, asked.id, column.id)
