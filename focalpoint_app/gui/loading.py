"""What opening a review needs, imported once the window is painted."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from focalpoint_app.workflow.review.desk import Desk

_NEEDED = (
    "focalpoint_app.gui.session",
    "focalpoint_app.gui.questionnaire.place",
    "focalpoint_app.gui.securing.locking",
    "focalpoint_app.gui.shell.commands",
)


def imported() -> Callable[[Path], Desk]:
    """All that opening a review needs, imported while the frame already stands."""
    from focalpoint_app.workflow.review.opening import open_review

    for name in _NEEDED:
        import_module(name)
    return open_review
