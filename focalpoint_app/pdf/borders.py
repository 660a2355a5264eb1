"""Guiding marks where one segment of a line meets the next."""

from __future__ import annotations

from collections.abc import Sequence

from focalpoint_app.pdf.guides import LTR_MARK, RTL_MARK
from focalpoint_app.pdf.pens import Pen
from focalpoint_app.pdf.segments import Segment


def parted(segments: Sequence[Segment], base: int) -> list[Segment]:
    """Segments in reading order with marks at their borders."""
    around = [None, *segments]
    return [
        _after_right(segment, before) if base % 2 else _after_left(segment, before)
        for before, segment in zip(around, segments, strict=False)
    ]


def _after_left(segment: Segment, before: Segment | None) -> Segment:
    """In a left-to-right line, what follows Arabic must not be drawn into it."""
    if before is None or segment.is_rtl or not before.is_rtl:
        return segment
    return segment.drawn_as(_left_of(segment.pen, 10, LTR_MARK) + segment.operators)


def _after_right(segment: Segment, before: Segment | None) -> Segment:
    """In a right-to-left line the pen goes back for each segment; MuPDF takes that
    for a new line unless the direction changes on the way.

    The marks lie a hair to the left, so that poppler, which sorts by place, keeps
    them in this order.
    """
    pen = segment.pen
    marks = [(10, RTL_MARK)]
    if before is not None and before.ends_rtl:
        marks.insert(0, (20, LTR_MARK))
    operators = "".join(_left_of(pen, shift, mark) for shift, mark in marks)
    operators += segment.operators
    if segment.is_rtl and before is not None:
        operators += _left_of(pen, 30, RTL_MARK)
    return segment.drawn_as(operators)


def _left_of(pen: Pen, shift: int, mark: str) -> str:
    return f">{shift}<{pen.silent(mark)}>-{shift}<"
