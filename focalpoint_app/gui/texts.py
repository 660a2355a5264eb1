"""Small choices of wording that need nothing heavy: the frame shows them first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.isolates import isolate
from focalpoint_app.language.punctuation import punctuation

if TYPE_CHECKING:
    from focalpoint_app.domain.author import Author


def in_language(texts: Mapping[str, str], language: str) -> str:
    """The text in this language, else in whichever comes first."""
    return texts.get(language) or next(iter(texts.values()), "")


def beginning(text: str, most: int) -> str:
    """Its first words, whole ones, of at most so many letters."""
    if len(text) <= most:
        return text
    return text[:most].rsplit(" ", 1)[0] + "…"


def listed(parts: list[str], tr: Catalogue) -> str:
    """Several words in a row, with the comma of the window's language.

    Each keeps to itself: names come in any language.
    """
    return _joined(parts, punctuation(tr.language).comma)


def dotted(*parts: str) -> str:
    """What stands side by side, each kept to itself; what is empty is passed over."""
    return _joined(parts, " · ")


def author_words(author: Author, tr: Catalogue) -> str:
    """Name, role, institution, as a sentence lists them."""
    return listed([author.name, author.role, author.institution], tr)


def _joined(parts: Iterable[str], between: str) -> str:
    there = [part for part in parts if part]
    return between.join(map(isolate, there)) if len(there) > 1 else "".join(there)
