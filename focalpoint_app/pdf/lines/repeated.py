"""Short texts that a document says again and again, broken into lines once."""

from __future__ import annotations

from focalpoint_app.pdf.glyphs.lettering import Lettering
from focalpoint_app.pdf.lines.breaking_lines import Line, broken_lines
from focalpoint_app.pdf.lines.measuring import longest_word
from focalpoint_app.pdf.lines.spans import Span, SpannedText

LONGEST = 80  # characters; labels and figures repeat, prose does not
MOST = 4_000  # texts of a document: some four megabytes


class Repeated:
    """Of one document, whose spans are compared by identity."""

    def __init__(self) -> None:
        self._plain: dict[tuple[Lettering, str], Span] = {}
        self._lines: dict[tuple[SpannedText, int, float], list[Line]] = {}
        self._longest: dict[tuple[SpannedText, int], float] = {}

    def plain(self, lettering: Lettering, colour: str) -> Span:
        """The one span of all text that is no link and in no language of its own."""
        known = self._plain.get((lettering, colour))
        if known is None:
            known = self._plain[lettering, colour] = Span(lettering, colour)
        return known

    def lines(self, text: SpannedText, base: int, measure: float) -> list[Line]:
        """As ``broken_lines``; the list is nobody's to change."""
        if len(text.text) > LONGEST:
            return broken_lines(text, base, measure)
        key = (text, base, measure)
        known = self._lines.get(key)
        if known is None:
            known = broken_lines(text, base, measure)
            if len(self._lines) < MOST:
                self._lines[key] = known
        return known

    def longest_word(self, text: SpannedText, base: int) -> float:
        known = self._longest.get((text, base))
        if known is None:
            known = self._longest[text, base] = longest_word(text, base)
        return known
