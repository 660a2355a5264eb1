"""What a ministry prints on top of its first page, and what may stand there."""

from __future__ import annotations

from dataclasses import dataclass

from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.picture import picture_size

MOST_LINES = 6
LONGEST_LINE = 200
MOST_BYTES = 5_000_000
MOST_PIXELS = 4000
"""Along either side of the picture."""


@dataclass(frozen=True, slots=True)
class Letterhead:
    """``picture`` is a PNG or JPEG, an emblem; ``language`` that of the lines."""

    lines: tuple[str, ...] = ()
    picture: bytes | None = None
    language: str | None = None


def refuse_unprintable(letterhead: Letterhead) -> None:
    """
    Raises:
        AppError: ``letterhead.too_many_lines``, ``letterhead.line_too_long``,
            ``picture.unknown``, ``picture.too_large``, ``picture.too_wide``.
    """
    if len(letterhead.lines) > MOST_LINES:
        raise AppError("letterhead.too_many_lines", limit=MOST_LINES)
    if any(len(line) > LONGEST_LINE for line in letterhead.lines):
        raise AppError("letterhead.line_too_long", limit=LONGEST_LINE)
    if letterhead.picture is not None:
        _refuse_unfit(letterhead.picture)


def _refuse_unfit(picture: bytes) -> None:
    if len(picture) > MOST_BYTES:
        raise AppError("picture.too_large", limit=MOST_BYTES // 1_000_000)
    size = picture_size(picture)
    if size is None:
        raise AppError("picture.unknown")
    if max(size) > MOST_PIXELS:
        width, height = size
        raise AppError(
            "picture.too_wide", width=width, height=height, limit=MOST_PIXELS
        )
