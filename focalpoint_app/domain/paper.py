"""Papers at work: letters, minutes, replies, a round that is put together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any


class PaperKind(StrEnum):
    LETTER = "letter"
    MEETING = "meeting"
    REPLY = "reply"
    ROUND = "round"


@dataclass(frozen=True, slots=True)
class Paper:
    """``name`` is the letter's file or what the meeting is called.

    ``body`` is plain data; what it means is for ``letters`` and ``meetings`` to say.
    """

    id: str
    review: str
    kind: PaperKind
    name: str
    body: Mapping[str, Any]
    author: str
    time: datetime
