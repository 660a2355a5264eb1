"""Guiding marks where one segment of a line meets the next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from focalpoint_app.pdf.glyphs.pens import Pen
from focalpoint_app.pdf.lines.guides import LTR_MARK, RTL_MARK
from focalpoint_app.pdf.lines.numerals import from_last_to_first
from focalpoint_app.pdf.lines.segments import Nature, Segment


def parted(segments: Sequence[Segment], base: int) -> list[Segment]:
    """Segments in reading order with marks at their borders."""
    return list(_after_right(segments) if base % 2 else _after_left(segments))


def _after_left(segments: Sequence[Segment]) -> Iterator[Segment]:
    """In a left-to-right line, what follows Arabic must not be drawn into it."""
    yield from segments[:1]
    for before, segment in pairwise(segments):
        if before.is_rtl and not segment.is_rtl:
            yield segment.between(segment.pen.aside(LTR_MARK, 10))
        else:
            yield segment


def _after_right(segments: Sequence[Segment]) -> Iterator[Segment]:
    """In a right-to-left line the pen goes back for each segment; MuPDF takes that
    for a new line unless the direction changes on the way."""
    before: Nature | None = None
    for segment in segments:
        nature = segment.nature
        if nature.is_odd and not nature.is_rtl:
            segment = from_last_to_first(segment)
        yield segment.between(*_marks(segment.pen, nature, before))
        before = nature


def _marks(pen: Pen, nature: Nature, before: Nature | None) -> tuple[str, str]:
    """What is drawn before a segment and after it.

    The marks lie a hair to the left, so that poppler, which sorts by place, keeps
    them in this order.  MuPDF must see them beside lone signs and Arabic digits, and
    before a vowel sign.
    """
    seen = nature.is_odd or (before is not None and before.is_odd)
    turns = before is not None and before.ends_rtl
    closes = before is not None and nature.is_rtl
    border = (turns, seen, nature.starts_with_mark, closes)
    known = pen.borders.get(border)
    if known is None:
        turned = pen.aside(LTR_MARK, 20, hidden=not seen) if turns else ""
        led = pen.aside(RTL_MARK, 10, hidden=not (seen or nature.starts_with_mark))
        after = pen.aside(RTL_MARK, 30, hidden=not seen) if closes else ""
        known = pen.borders[border] = (turned + led, after)
    return known
