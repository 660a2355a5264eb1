"""Lines: broken in logical order on measured widths, then put in visual order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from focalpoint_app.pdf.glyphs.lettering import Word
from focalpoint_app.pdf.glyphs.pens import BLANKS, Piece
from focalpoint_app.pdf.levels.paragraph import paragraph_levels, visual_order
from focalpoint_app.pdf.lines.borders import parted
from focalpoint_app.pdf.lines.measuring import Measured, measured
from focalpoint_app.pdf.lines.segments import Segment
from focalpoint_app.pdf.lines.spans import Span, SpannedText


class Line(NamedTuple):
    """``segments`` in reading order of the base direction; ``width`` without blanks."""

    segments: tuple[Segment, ...]
    width: float
    base: int


def broken_lines(text: SpannedText, base: int, measure: float) -> list[Line]:
    """Lines no wider than ``measure`` points; an empty text gives one empty line."""
    found = measured(text, paragraph_levels(text.text, base), measure)
    ends = list(_ends(found, measure))
    starts = [0, *ends]
    return [
        _line(_runs(found, start, end), base)
        for start, end in zip(starts, ends, strict=False)
    ] or [Line((), 0.0, base)]


def _ends(found: Measured, measure: float) -> Iterator[int]:
    """Greedy first fit, which ragged text does not need to improve upon."""
    words, may_end = found.words, found.may_end
    width, start, last_end = 0.0, 0, 0
    for place, word in enumerate(words):
        while place > start and width + word.ink > measure:
            start = last_end if last_end > start else place
            width = sum([kept.width for kept in words[start:place]])
            yield start
        width += word.width
        if may_end[place]:
            last_end = place + 1
    if words:
        yield len(words)


class _Run(NamedTuple):
    """The words of a line that have one level and one look, in logical order."""

    words: list[Word]
    level: int
    span: Span

    @property
    def is_rtl(self) -> bool:
        return self.level % 2 == 1


def _runs(found: Measured, start: int, end: int) -> list[_Run]:
    """Blanks at a line's ends take no place and no level (L1)."""
    words = found.words
    while end > start and not words[end - 1].ink:
        end -= 1
    while start < end and not words[start].ink:
        start += 1
    runs = [
        _Run(words[begin : min(stretch.end, end)], stretch.level, stretch.span)
        for begin, stretch in found.stretches_within(start, end)
    ]
    if runs:
        _cut_last_blank(runs[-1])
    return runs


def _cut_last_blank(run: _Run) -> None:
    text = run.words[-1].text
    if text[-1] in BLANKS:
        inked = text.rstrip(BLANKS)
        run.words[-1] = run.span.lettering.word(inked, rtl=run.is_rtl)


def _line(runs: list[_Run], base: int) -> Line:
    segments = _segments(runs)
    width = sum([segment.width for segment in segments])
    if base % 2:
        segments.reverse()
    return Line(tuple(parted(segments, base)), width, base)


def _segments(runs: list[_Run]) -> list[Segment]:
    """From left to right, as much as one pen draws at one level in one go."""
    segments: list[Segment] = []
    x = 0.0
    for place in visual_order([run.level for run in runs]):
        run = runs[place]
        for pieces in _drawn_together(run):
            segments.append(_segment(x, pieces, run))
            x += segments[-1].width
    return segments


def _drawn_together(run: _Run) -> Iterator[list[Piece]]:
    words = reversed(run.words) if run.is_rtl else run.words
    pieces = [piece for word in words for piece in word.pieces]
    pen, alone = pieces[0].pen, pieces[0].alone
    start = 0
    for place, piece in enumerate(pieces):
        if piece.pen is not pen or piece.alone is not alone:
            yield pieces[start:place]
            pen, alone = piece.pen, piece.alone
            start = place
    yield pieces[start:] if start else pieces


def _segment(x: float, pieces: list[Piece], run: _Run) -> Segment:
    pen, operators, width, ends, _ = pieces[0]
    if len(pieces) > 1:
        width = sum([piece.width for piece in pieces])
        operators = "".join([piece.operators for piece in pieces])
        ends = (ends[0], pieces[-1].ends[1])
    return Segment(x, width, pen, operators, run.span, run.level, ends)
