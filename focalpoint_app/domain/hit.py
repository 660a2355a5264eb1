"""What a search found."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class HitKind(StrEnum):
    """In the order in which hits are listed."""

    QUESTION = "question"
    ANSWER = "answer"
    SOURCE = "source"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Hit:
    """``subject`` is the question's id, the source's for a source.

    ``field`` and ``item`` say which field of an answer; ``item`` is a note's id.
    ``snippet`` is cut from the text itself; ``start`` and ``end`` bound the first
    matching word in it, both 0 where it could not be placed.
    """

    kind: HitKind
    subject: str
    snippet: str
    language: str = ""
    field: str = ""
    item: str = ""
    start: int = 0
    end: int = 0
