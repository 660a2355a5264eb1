"""What the runs of a paragraph are: plain text, a link, another language."""

from __future__ import annotations

from collections.abc import Sequence

from focalpoint_app.document.blocks import Run
from focalpoint_app.pdf.glyphs.document_fonts import Fonts
from focalpoint_app.pdf.layout.elements import Element, LinkElement, Role
from focalpoint_app.pdf.layout.look import ACCENT, Look
from focalpoint_app.pdf.lines.repeated import Repeated
from focalpoint_app.pdf.lines.spans import Span

_Key = tuple[bool, str | None, int]


class Spans:
    """The spans of one paragraph; runs that look and mean the same share one.

    What is neither link nor foreign has a span of the whole document, so that equal
    texts are set once.  Each link is an element of its own, although two lead to the
    same place.
    """

    def __init__(
        self, fonts: Fonts, look: Look, tag: Element | None, repeated: Repeated
    ) -> None:
        self._fonts = fonts
        self._look = look
        self._tag = tag
        self._repeated = repeated
        self._known: dict[_Key, Span] = {}

    def of(self, run: Run) -> Span:
        foreign = run.language if self._is_foreign(run) else None
        key = (run.bold, foreign, id(run) if run.link else 0)
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._new(run, is_plain=not any(key[1:]))
        return known

    def _new(self, run: Run, *, is_plain: bool) -> Span:
        if is_plain:
            lettering = self._fonts.lettering(self._look, bold=run.bold)
            return self._repeated.plain(lettering, self._look.colour)
        made = self._span(run)
        if self._tag is not None:
            self._tag.inner[made] = self._element(run, self._tag)
        return made

    def _is_foreign(self, run: Run) -> bool:
        tag = self._tag
        return tag is not None and run.language not in (None, tag.language)

    def _span(self, run: Run) -> Span:
        lettering = self._fonts.lettering(self._look, bold=run.bold)
        colour = ACCENT if run.link else self._look.colour
        return Span(lettering, colour, run.link)

    def _element(self, run: Run, tag: Element) -> Element:
        language = run.language or tag.language
        if run.link is None:
            return Element(Role.SPAN, language)
        says = run.text if run.link.startswith("#") else run.link
        return LinkElement(Role.LINK, language, target=run.link, says=says)


def language_of(runs: Sequence[Run]) -> str | None:
    """The one language all runs agree upon."""
    languages = {run.language for run in runs if run.text.strip()}
    return languages.pop() if len(languages) == 1 else None
