"""A paragraph's words with their widths, in logical order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from focalpoint_app.pdf.glyphs.lettering import Word
from focalpoint_app.pdf.levels.paragraph import Levels
from focalpoint_app.pdf.lines.breaking import words
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
        if self.stretches and self.stretches[-1][1:] == (level, span):
            self.stretches.pop()
        self.stretches.append(Stretch(len(self.words), level, span))

    def stretches_within(self, start: int, end: int) -> Iterator[tuple[int, Stretch]]:
        """Those with words from ``start`` up to ``end``, and where each begins."""
        for stretch in self.stretches:
            if start >= end:
                return
            if stretch.end > start:
                yield start, stretch
                start = stretch.end


def measured(text: SpannedText, levels: Levels, measure: float) -> Measured:
    """Words wider than ``measure`` points are cut up."""
    found = Measured()
    for start, end, level, span in _stretches(text, levels):
        tokens = words(text.text[start:end])
        rtl = level % 2 == 1
        shaped = span.lettering.words([token for token, _ in tokens], rtl=rtl)
        for word, (_, may_end) in zip(shaped, tokens, strict=True):
            if word.ink > measure:
                parts = cut(word.text, span.lettering, measure, rtl=rtl)
                found.words += parts
                found.may_end += [True] * len(parts)
            else:
                found.words.append(word)
                found.may_end.append(may_end)
        found.extend(level, span)
    return found


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
