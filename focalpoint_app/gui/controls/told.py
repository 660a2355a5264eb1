"""Words of a page's fixed parts, set again whenever the language changes."""

from __future__ import annotations

from collections.abc import Callable

from focalpoint_app.language.catalogue import Catalogue


class Told:
    """Remembers who says which English sentence (marked with ``N_``)."""

    def __init__(self) -> None:
        self._said: list[tuple[Callable[[str], object], str]] = []

    def add(self, say: Callable[[str], object], sentence: str) -> None:
        self._said.append((say, sentence))

    def retranslate(self, tr: Catalogue) -> None:
        for say, sentence in self._said:
            say(tr(sentence))
