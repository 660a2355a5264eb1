"""How two states of one workspace differ."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Subject(StrEnum):
    """What differs; the order is that in which it is told.

    ``PROFILE`` is the State's, ``PAPER`` letterhead, sign-off lines and markings,
    ``RECORD`` what was done with contributions and with the review, letters and minutes
    at work included.
    """

    ANSWER = "answer"
    HISTORY = "history"
    SOURCE = "source"
    CLEARANCE = "clearance"
    REPLY = "reply"
    NOTE = "note"
    SCAN = "scan"
    INSTITUTION = "institution"
    ROUND = "round"
    REQUEST = "request"
    PROFILE = "profile"
    PAPER = "paper"
    RECORD = "record"


class Fate(StrEnum):
    """What becomes of it when the other state takes this one's place."""

    GONE = "gone"
    RETURNS = "returns"
    OTHER = "other"


@dataclass(frozen=True, slots=True, order=True)
class Difference:
    """``name``: a question's id, a source's id, a clearance's number, a file's name, an
    institution, a round; empty for what there is one of.
    """

    fate: Fate
    subject: Subject
    name: str
