"""A review: one cluster, the instruments in force, its start and languages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from focalpoint_app.domain.calendar import after_months

PARTS = ("untoc", "tip", "som", "firearms")
ANSWER_MONTHS = 6
"""Months from the start to the answers (domain.md 1.2, step 4)."""


@dataclass(frozen=True, slots=True)
class Review:
    """``languages``: those in which answers are written, the first one leads."""

    id: str
    questionnaire: str
    version: str
    cluster: int
    parts: tuple[str, ...]
    languages: tuple[str, ...]
    start: date | None = None

    @property
    def answers_due(self) -> date | None:
        return after_months(self.start, ANSWER_MONTHS) if self.start else None
