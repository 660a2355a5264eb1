"""How two states of one workspace differ."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Subject(StrEnum):
    """What differs; the order is that in which it is told."""

    ANSWER = "answer"
    HISTORY = "history"
    SOURCE = "source"
    CLEARANCE = "clearance"
    REPLY = "reply"
    NOTE = "note"


class Fate(StrEnum):
    """What becomes of it when the other state takes this one's place."""

    GONE = "gone"
    RETURNS = "returns"
    OTHER = "other"


@dataclass(frozen=True, slots=True, order=True)
class Difference:
    """``name``: a question's id, a source's id, a clearance's number, a file's name."""

    fate: Fate
    subject: Subject
    name: str
