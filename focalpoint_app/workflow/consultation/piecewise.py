"""Merging a contribution piece by piece, as somebody chooses each."""

from __future__ import annotations

from collections.abc import Mapping

from focalpoint_app.domain.answer import TextValue
from focalpoint_app.domain.contribution import Contribution
from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.merge.abreast import Piece
from focalpoint_app.domain.merge.three_way import pieces
from focalpoint_app.workflow.consultation.consolidating import (
    present_texts,
    said,
    sent_texts,
)
from focalpoint_app.workflow.consultation.edited_draft import edited_draft
from focalpoint_app.workflow.review.desk import Desk


def pieces_of(
    desk: Desk, contribution: Contribution
) -> Mapping[str, tuple[Piece, ...]]:
    """By language: ``first`` of a piece is what is now, ``second`` what came back.

    Raises:
        AppError: ``contribution.no_value``; also for what is no text.
    """
    value = said(desk, contribution)
    if not isinstance(value, TextValue):
        raise AppError("contribution.no_value")
    sent = edited_draft(sent_texts(desk, contribution), value.texts)
    now = present_texts(desk, contribution.question)
    return {
        language: pieces(sent.get(language, ""), now.get(language, ""), text)
        for language, text in value.texts.items()
        if text.strip()
    }
