"""Paragraphs set into a column: runs become lines, lines become bands."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import NamedTuple

from focalpoint_app.document.blocks import Direction, Paragraph, Run, Style
from focalpoint_app.pdf.glyphs.document_fonts import Fonts
from focalpoint_app.pdf.layout.bands import Band, Bond, Link, Words
from focalpoint_app.pdf.layout.elements import Element, LinkElement, Role
from focalpoint_app.pdf.layout.look import STYLES, Align, Look
from focalpoint_app.pdf.layout.tagging import Spans, language_of
from focalpoint_app.pdf.lines.breaking_lines import Line
from focalpoint_app.pdf.lines.repeated import Repeated
from focalpoint_app.pdf.lines.spans import base_level, is_rtl, spanned

_ARABIC = re.compile(
    "[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc]"
)
_BASELINE = (0.70, 0.74)  # of the leading, for Arabic and for Latin
_TOUCHING = 0.5  # points between two parts of one link
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
    tag: Element | None = None


class Setter:
    """Sets text in the fonts of one document, in a language unless told otherwise.

    ``inside`` is what the text becomes a part of; ``repeated`` is the document's.
    """

    def __init__(
        self,
        fonts: Fonts,
        language: str,
        inside: Element | None = None,
        repeated: Repeated | None = None,
    ) -> None:
        self.fonts = fonts
        self.language = language
        self.rtl = is_rtl(language)
        self.inside = inside or Element(Role.DOCUMENT, language)
        self.repeated = repeated or Repeated()

    @contextmanager
    def within(self, element: Element) -> Iterator[None]:
        around, self.inside = self.inside, element
        try:
            yield
        finally:
            self.inside = around

    def lines(
        self,
        runs: Sequence[Run],
        look: Look,
        tongue: Tongue,
        width: float,
        tag: Element | None = None,
    ) -> list[SetLine]:
        """``tag`` is what the lines are the text of."""
        language = tongue.language or language_of(runs)
        spans = Spans(self.fonts, look, tag, self.repeated)
        found: list[SetLine] = []
        for text in spanned(runs, spans.of):
            base = base_level(text.text, language, self.language, tongue.direction)
            lines = self.repeated.lines(text, base, width)
            arabic = base % 2 == 1 or _ARABIC.search(text.text) is not None
            right = self.rtl if language is None and len(lines) == 1 else base % 2 == 1
            leading = look.leading[0 if arabic else 1]
            baseline = leading * _BASELINE[0 if arabic else 1]
            found += [SetLine(line, leading, baseline, right, tag) for line in lines]
        return found

    def longest_word(self, runs: Sequence[Run], look: Look) -> float:
        """In points: narrower, a column cuts it."""
        spans = Spans(self.fonts, look, None, self.repeated)
        texts = spanned(runs, spans.of)
        return max(self.repeated.longest_word(text, int(self.rtl)) for text in texts)

    def one_line(self, run: Run, look: Look) -> Line:
        (line,) = self.lines((run,), look, Tongue(), math.inf)
        return line.line

    def paragraph(
        self,
        paragraph: Paragraph,
        column: Column,
        align: Align | None = None,
        role: Role = Role.P,
    ) -> list[Band]:
        """Bands of one paragraph with the space its style asks for."""
        look = STYLES[paragraph.style]
        if align is not None:
            look = replace(look, align=align)
        tongue = Tongue(paragraph.language, paragraph.direction)
        bands = self.text(paragraph.runs, look, tongue, column, role)
        if paragraph.anchor:
            bands[0].anchors = (paragraph.anchor,)
        if paragraph.keep_with_next or paragraph.style in _LEADS:
            bands[-1].bond = Bond.STUCK
        return bands

    def text(
        self,
        runs: Sequence[Run],
        look: Look,
        tongue: Tongue,
        column: Column,
        role: Role = Role.P,
    ) -> list[Band]:
        tag = self.inside.child(role, tongue.language or language_of(runs))
        lines = self.lines(runs, look, tongue, column.width, tag)
        bands = [_band(line, look, column) for line in lines]
        _avoid_widows(bands)
        bands[0].before = look.before
        bands[-1].height += look.after
        return bands


def _band(line: SetLine, look: Look, column: Column) -> Band:
    words = placed(line, column, look.align)
    return Band(line.leading, (words,), links=links_in(words, line.leading))


def placed(line: SetLine, column: Column, align: Align) -> Words:
    room = column.width - line.line.width
    if align is Align.CENTRE:
        return Words(column.left + room / 2, line.baseline, line.line, line.tag)
    x = column.left + (room if line.aligned_right else 0.0)
    return Words(x, line.baseline, line.line, line.tag)


def links_in(words: Words, leading: float) -> tuple[Link, ...]:
    """A rectangle for each link of the line, or several where it comes in parts."""
    if words.tag is None or not words.tag.inner:
        return ()
    top, bottom = words.y - leading * 0.55, words.y + leading * 0.25
    return tuple(
        Link(tag.target, words.x + start, end - start, top, bottom, tag, tag.says)
        for tag, start, end in _linked(words.line, words.tag)
    )


def _linked(line: Line, tag: Element) -> Iterator[tuple[LinkElement, float, float]]:
    """Each link with where it starts and ends; neighbours are one.

    Isolates take no place, and lie on the far side of what they isolate.
    """
    open_link: LinkElement | None = None
    start = end = 0.0
    inked = [segment for segment in line.segments if segment.width]
    for segment in sorted(inked, key=attrgetter("x")):
        link = tag.inner.get(segment.span)
        if link is not open_link or segment.x > end + _TOUCHING:
            if open_link is not None:
                yield open_link, start, end
            open_link = link if isinstance(link, LinkElement) else None
            start = segment.x
        end = segment.x + segment.width
    if open_link is not None:
        yield open_link, start, end


def _avoid_widows(bands: list[Band]) -> None:
    """Neither the first nor the last line of a paragraph stands alone."""
    if len(bands) > 1:
        bands[0].bond = bands[-2].bond = Bond.STUCK
