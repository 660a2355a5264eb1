"""Lines: broken in logical order on measured widths, then put in visual order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from focalpoint_app.pdf.borders import parted
from focalpoint_app.pdf.breaking import words
from focalpoint_app.pdf.lettering import Word
from focalpoint_app.pdf.levels import Levels, paragraph_levels, visual_order
from focalpoint_app.pdf.overlong import cut
from focalpoint_app.pdf.pens import BLANKS, Piece
from focalpoint_app.pdf.segments import Segment
from focalpoint_app.pdf.spans import Span, SpannedText


@dataclass(slots=True)
class Atom:
    """A word, or the part of it that has one level and one look."""

    word: Word
    level: int
    span: Span
    may_end: bool


@dataclass(frozen=True, slots=True)
class Line:
    """``segments`` in reading order of the base direction; ``width`` without blanks."""

    segments: tuple[Segment, ...]
    width: float
    base: int


def broken_lines(text: SpannedText, base: int, measure: float) -> list[Line]:
    """Lines no wider than ``measure`` points; an empty text gives one empty line."""
    levels = paragraph_levels(text.text, base)
    atoms = list(_atoms(text, levels))
    return [_line(chosen, base) for chosen in _chosen(atoms, measure)] or [
        Line((), 0.0, base)
    ]


def single_line(text: SpannedText, base: int) -> Line:
    return _line(list(_atoms(text, paragraph_levels(text.text, base))), base)


def _stretches(
    text: SpannedText, levels: Levels
) -> Iterator[tuple[int, int, int, Span]]:
    """Start, end, level and span of each stretch where neither changes."""
    spans = iter(text.spans)
    span_end, span = next(spans, (0, None))
    for run in levels.runs:
        start = run.start
        while start < run.end and span is not None:
            if span_end <= start:
                span_end, span = next(spans, (len(text.text), None))
                continue
            end = min(run.end, span_end)
            yield start, end, run.level, span
            start = end


def _atoms(text: SpannedText, levels: Levels) -> Iterator[Atom]:
    for start, end, level, span in _stretches(text, levels):
        tokens = words(text.text[start:end])
        shaped = span.lettering.words([t for t, _ in tokens], rtl=level % 2 == 1)
        for word, (_, may_end) in zip(shaped, tokens, strict=True):
            yield Atom(word, level, span, may_end)


def _chosen(atoms: list[Atom], measure: float) -> Iterator[list[Atom]]:
    """Greedy first fit, which ragged text does not need to improve upon."""
    line: list[Atom] = []
    width, last_end = 0.0, 0
    for atom in atoms:
        while line and width + atom.word.ink > measure:
            end = last_end or len(line)
            yield line[:end]
            line = line[end:]
            width, last_end = sum(kept.word.width for kept in line), 0
        if atom.word.ink > measure:
            *full, atom = _cut(atom, measure)
            yield from ([part] for part in full)
        line.append(atom)
        width += atom.word.width
        if atom.may_end:
            last_end = len(line)
    if line:
        yield line


def _cut(atom: Atom, measure: float) -> list[Atom]:
    rtl = atom.level % 2 == 1
    parts = cut(atom.word.text, atom.span.lettering, measure, rtl=rtl)
    return [Atom(part, atom.level, atom.span, may_end=True) for part in parts]


def _line(atoms: list[Atom], base: int) -> Line:
    segments = _segments(_without_outer_blanks(atoms))
    width = sum(segment.width for segment in segments)
    if base % 2:
        segments.reverse()
    return Line(tuple(parted(segments, base)), width, base)


def _without_outer_blanks(atoms: list[Atom]) -> list[Atom]:
    """Blanks at a line's end take no place and no level (L1)."""
    first, last = 0, len(atoms)
    while last and not atoms[last - 1].word.ink:
        last -= 1
    while first < last and not atoms[first].word.ink:
        first += 1
    kept = atoms[first:last]
    if kept and kept[-1].word.text[-1] in BLANKS:
        end = kept[-1]
        text = end.word.text.rstrip(BLANKS)
        word = end.span.lettering.word(text, rtl=end.level % 2 == 1)
        kept[-1] = Atom(word, end.level, end.span, may_end=True)
    return kept


def _visual(atoms: list[Atom]) -> Iterator[Atom]:
    """From left to right (L2): whole runs of a level change places, and the words
    of a right-to-left one."""
    runs = [list(run) for _, run in groupby(atoms, attrgetter("level"))]
    for place in visual_order([run[0].level for run in runs]):
        run = runs[place]
        yield from reversed(run) if run[0].level % 2 else run


class _Stroke(NamedTuple):
    """What one pen draws at one level in one go."""

    first: Atom
    pieces: list[Piece]

    def takes(self, atom: Atom, piece: Piece) -> bool:
        mine, begun = self.first, self.pieces[0]
        return (
            piece.pen is begun.pen
            and atom.level == mine.level
            and atom.span is mine.span
            and piece.alone == begun.alone
        )

    def segment(self, x: float) -> Segment:
        pieces, atom = self.pieces, self.first
        ends = (pieces[0].ends[0], pieces[-1].ends[1])
        return Segment(
            x,
            sum([piece.width for piece in pieces]),
            pieces[0].pen,
            "".join([piece.operators for piece in pieces]),
            atom.span,
            atom.level,
            ends,
        )


def _segments(atoms: list[Atom]) -> list[Segment]:
    """From left to right, as much as one pen draws at one level in one go."""
    segments: list[Segment] = []
    x = 0.0
    for stroke in _strokes(atoms):
        segments.append(stroke.segment(x))
        x += segments[-1].width
    return segments


def _strokes(atoms: list[Atom]) -> list[_Stroke]:
    strokes: list[_Stroke] = []
    for atom in _visual(atoms):
        for piece in atom.word.pieces:
            if strokes and strokes[-1].takes(atom, piece):
                strokes[-1].pieces.append(piece)
            else:
                strokes.append(_Stroke(atom, [piece]))
    return strokes
