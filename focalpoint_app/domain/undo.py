"""What a save does to the list of undoable steps."""

from __future__ import annotations

from dataclasses import dataclass

from focalpoint_app.domain.content import Step

STEPS_KEPT = 500
"""Undoable steps a review remembers; older ones are forgotten."""


@dataclass(frozen=True, slots=True)
class Undone:
    """The saved contents took this step back."""

    step: str


@dataclass(frozen=True, slots=True)
class Redone:
    """The saved contents did this step again."""

    step: str


StepEvent = Step | Undone | Redone
"""A ``Step`` is recorded, or replaces the last one of the same id (typing grows)."""


@dataclass(frozen=True, slots=True)
class StepRecord:
    step: Step
    is_done: bool
