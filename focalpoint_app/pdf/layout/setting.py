"""Paragraphs set into a column: runs become lines, lines become bands."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from focalpoint_app.document.blocks import Direction, Paragraph, Run, Style
from focalpoint_app.pdf.glyphs.document_fonts import Fonts
from focalpoint_app.pdf.layout.bands import Band, Bond, Link, Words
from focalpoint_app.pdf.layout.look import ACCENT, STYLES, Align, Look
from focalpoint_app.pdf.lines.breaking_lines import Line, broken_lines
from focalpoint_app.pdf.lines.spans import Span, base_level, is_rtl, spanned

_ARABIC = re.compile(
    "[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc]"
)
_BASELINE = (0.70, 0.74)  # of the leading, for Arabic and for Latin
_LEADS = (Style.PROVISION, Style.LABEL, Style.CAPTION)  # what follows belongs to them


@dataclass(frozen=True, slots=True)
class Column:
    """Where text stands; ``rtl`` is the direction of the page, not of a paragraph."""

    left: float
    right: float
    rtl: bool

    @property
    def width(self) -> float:
        return self.right - self.left

    def indented(self, by: float, *, trailing: float = 0.0) -> Column:
        """Narrower at the leading edge (and at the trailing one)."""
        left, right = (trailing, by) if self.rtl else (by, trailing)
        return replace(self, left=self.left + left, right=self.right - right)


@dataclass(frozen=True, slots=True)
class Tongue:
    """The language and direction a text was given, both perhaps left open."""

    language: str | None = None
    direction: Direction = Direction.AUTO


class SetLine(NamedTuple):
    """A line with the height it takes and its place within that."""

    line: Line
    leading: float
    baseline: float
    aligned_right: bool


class Setter:
    """Sets text in the fonts of one document, in a language unless told otherwise."""

    def __init__(self, fonts: Fonts, language: str) -> None:
        self.fonts = fonts
        self.language = language
        self.rtl = is_rtl(language)

    def lines(
        self, runs: Sequence[Run], look: Look, tongue: Tongue, width: float
    ) -> list[SetLine]:
        spans: dict[tuple[bool, str | None], Span] = {}

        def span_of(run: Run) -> Span:
            key = (run.bold, run.link)
            if key not in spans:
                lettering = self.fonts.lettering(look, bold=run.bold)
                colour = ACCENT if run.link else look.colour
                spans[key] = Span(lettering, colour, run.link)
            return spans[key]

        language = tongue.language or _language_of(runs)
        found: list[SetLine] = []
        for text in spanned(runs, span_of):
            base = base_level(text.text, language, self.language, tongue.direction)
            lines = broken_lines(text, base, width)
            arabic = base % 2 == 1 or _ARABIC.search(text.text) is not None
            right = self.rtl if language is None and len(lines) == 1 else base % 2 == 1
            leading = look.leading[0 if arabic else 1]
            baseline = leading * _BASELINE[0 if arabic else 1]
            found += [SetLine(line, leading, baseline, right) for line in lines]
        return found

    def one_line(self, run: Run, look: Look) -> Line:
        (line,) = self.lines((run,), look, Tongue(), math.inf)
        return line.line

    def paragraph(
        self, paragraph: Paragraph, column: Column, align: Align | None = None
    ) -> list[Band]:
        """Bands of one paragraph with the space its style asks for."""
        look = STYLES[paragraph.style]
        if align is not None:
            look = replace(look, align=align)
        tongue = Tongue(paragraph.language, paragraph.direction)
        bands = self.text(paragraph.runs, look, tongue, column)
        if paragraph.anchor:
            bands[0].anchors = (paragraph.anchor,)
        if paragraph.keep_with_next or paragraph.style in _LEADS:
            bands[-1].bond = Bond.STUCK
        return bands

    def text(
        self, runs: Sequence[Run], look: Look, tongue: Tongue, column: Column
    ) -> list[Band]:
        lines = self.lines(runs, look, tongue, column.width)
        bands = [_band(line, look, column) for line in lines]
        _avoid_widows(bands)
        bands[0].before = look.before
        bands[-1].height += look.after
        return bands


def _language_of(runs: Sequence[Run]) -> str | None:
    """The one language all runs agree upon."""
    languages = {run.language for run in runs if run.text.strip()}
    return languages.pop() if len(languages) == 1 else None


def _band(line: SetLine, look: Look, column: Column) -> Band:
    words = placed(line, column, look.align)
    return Band(line.leading, (words,), links=links_in(words, line.leading))


def placed(line: SetLine, column: Column, align: Align) -> Words:
    room = column.width - line.line.width
    if align is Align.CENTRE:
        return Words(column.left + room / 2, line.baseline, line.line)
    x = column.left + (room if line.aligned_right else 0.0)
    return Words(x, line.baseline, line.line)


def links_in(words: Words, leading: float) -> tuple[Link, ...]:
    top, bottom = words.y - leading * 0.55, words.y + leading * 0.25
    return tuple(
        Link(segment.span.link, words.x + segment.x, segment.width, top, bottom)
        for segment in words.line.segments
        if segment.span.link
    )


def _avoid_widows(bands: list[Band]) -> None:
    """Neither the first nor the last line of a paragraph stands alone."""
    if len(bands) > 1:
        bands[0].bond = bands[-2].bond = Bond.STUCK
