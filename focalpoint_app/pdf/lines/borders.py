"""Guiding marks where one segment of a line meets the next."""

from __future__ import annotations

from collections.abc import Sequence

from focalpoint_app.pdf.lines.guides import LTR_MARK, RTL_MARK
from focalpoint_app.pdf.lines.segments import Segment


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
    return segment.between(segment.pen.aside(LTR_MARK, 10))


def _after_right(segment: Segment, before: Segment | None) -> Segment:
    """In a right-to-left line the pen goes back for each segment; MuPDF takes that
    for a new line unless the direction changes on the way.

    The marks lie a hair to the left, so that poppler, which sorts by place, keeps
    them in this order.  MuPDF must see them beside lone signs and Arabic digits, and
    before a vowel sign.
    """
    pen = segment.pen
    seen = _must_be_seen(segment, before)
    turned = ""
    if before is not None and before.ends_rtl:
        turned = pen.aside(LTR_MARK, 20, hidden=not seen)
    led = pen.aside(RTL_MARK, 10, hidden=not (seen or segment.starts_with_mark))
    after = ""
    if segment.is_rtl and before is not None:
        after = pen.aside(RTL_MARK, 30, hidden=not seen)
    return segment.between(turned + led, after)


def _must_be_seen(segment: Segment, before: Segment | None) -> bool:
    return _is_odd(segment) or (before is not None and _is_odd(before))


def _is_odd(segment: Segment) -> bool:
    return segment.is_lone_sign or segment.has_arabic_digits
