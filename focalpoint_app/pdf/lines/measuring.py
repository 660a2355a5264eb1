"""A paragraph's words with their widths, in logical order."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from focalpoint_app.pdf.glyphs.lettering import Word
from focalpoint_app.pdf.levels.paragraph import Levels, paragraph_levels
from focalpoint_app.pdf.lines.breaking import ends
from focalpoint_app.pdf.lines.overlong import cut
from focalpoint_app.pdf.lines.spans import Span, SpannedText


class Stretch(NamedTuple):
    """Neighbouring words of one level and one look; ``end`` is the place after."""

    end: int
    level: int
    span: Span


@dataclass(slots=True)
class Measured:
    """``may_end`` tells of each word whether a line may end after it."""

    words: list[Word] = field(default_factory=list)
    may_end: list[bool] = field(default_factory=list)
    stretches: list[Stretch] = field(default_factory=list)

    def extend(self, level: int, span: Span) -> None:
        """The words since the last stretch make a new one, or belong to it."""
        stretches = self.stretches
        if stretches and stretches[-1].level == level and stretches[-1].span is span:
            stretches.pop()
        stretches.append(Stretch(len(self.words), level, span))

    def stretches_within(self, start: int, end: int) -> Iterator[tuple[int, Stretch]]:
        """Those with words from ``start`` up to ``end``, and where each begins."""
        place = bisect_right(self.stretches, start, key=attrgetter("end"))
        while start < end:
            stretch = self.stretches[place]
            yield start, stretch
            start, place = stretch.end, place + 1


def measured(text: SpannedText, levels: Levels, measure: float) -> Measured:
    """Words wider than ``measure`` points are cut up."""
    found = _uncut(text, levels)
    if found.words and max([word.ink for word in found.words]) > measure:
        return _cut_up(found, measure)
    return found


def _uncut(given: SpannedText, levels: Levels) -> Measured:
    found = Measured()
    text = given.text
    places = ends(text)
    first = 0
    for start, end, level, span in _stretches(given, levels):
        last = bisect_left(places, end, first)
        tokens = [text[start:end]]
        if last > first:
            edges = [start, *places[first:last], end]
            tokens = [text[a:b] for a, b in pairwise(edges)]
        found.words += span.lettering.words(tokens, rtl=level % 2 == 1)
        may_end = places[last] == end
        found.may_end += [True] * (last - first) + [may_end]
        found.extend(level, span)
        first = last + may_end
    return found


def longest_word(text: SpannedText, base: int) -> float:
    """The width of the widest part that no line end may cut, in points."""
    found = measured(text, paragraph_levels(text.text, base), math.inf)
    longest = width = 0.0
    for word, may_end in zip(found.words, found.may_end, strict=True):
        longest = max(longest, width + word.ink)
        width = 0.0 if may_end else width + word.width
    return longest


def _cut_up(found: Measured, measure: float) -> Measured:
    """A line may end between the parts of a word, and after it if it might before."""
    cut_up = Measured()
    start = 0
    for end, level, span in found.stretches:
        for word, may_end in zip(
            found.words[start:end], found.may_end[start:end], strict=True
        ):
            parts = [word]
            if word.ink > measure:
                parts = cut(word.text, span.lettering, measure, rtl=level % 2 == 1)
            cut_up.words += parts
            cut_up.may_end += [True] * (len(parts) - 1) + [may_end]
        cut_up.extend(level, span)
        start = end
    return cut_up


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
