"""Papers at work as what they are of; what others wrote there is damage."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.paper import Paper, PaperKind
from focalpoint_app.domain.shapes import fits
from focalpoint_app.workflow.review.desk import Desk

T = TypeVar("T")


def kept_papers(
    desk: Desk,
    kind: PaperKind,
    said: Callable[[Paper], tuple[Any, object]],
    made: Callable[[Paper], T],
) -> tuple[T, ...]:
    """Newest first.  ``said``: a type and the plain data that have to fit it.

    Raises:
        AppError: ``workspace.damaged`` where they do not.
    """
    papers = desk.workspace.papers(desk.review.id, kind)
    try:
        if all(fits(*said(each)) for each in papers):
            return tuple(made(each) for each in papers)
    except (KeyError, TypeError, ValueError) as exc:
        raise AppError("workspace.damaged", path=str(desk.path)) from exc
    raise AppError("workspace.damaged", path=str(desk.path))
