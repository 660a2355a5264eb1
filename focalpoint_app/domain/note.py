"""A note beside a question: for colleagues, never in an edition."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Note:
    """``id`` is a UUID; ``author`` an author's id."""

    id: str
    question: str
    author: str
    time: datetime
    text: str
