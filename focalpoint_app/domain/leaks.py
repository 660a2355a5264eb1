"""Whether a file that leaves says anything of what must stay."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

RUN = 12
"""Characters in a row that give a restricted text away."""

_BLANKS = re.compile(r"\s+")


def as_read(text: str) -> str:
    """As a reader of the page sees it: no format characters, one blank for many."""
    plain = unicodedata.normalize("NFKC", text)
    if not plain.isascii():
        plain = "".join(c for c in plain if unicodedata.category(c) != "Cf")
    return _BLANKS.sub(" ", plain).strip()


def leaked(
    told: Iterable[str], restricted: Iterable[str], permitted: Iterable[str]
) -> tuple[str, ...]:
    """The passages of *told* made of runs that only *restricted* texts have.

    Runs that also stand in a *permitted* text give nothing away.
    """
    secret = _runs(restricted)
    for text in permitted:
        if not secret:
            return ()
        # On a page it is set apart from what stands before and after it.
        secret.difference_update(_cut(f" {as_read(text)} "))
    found = (passage for text in told for passage in _passages(as_read(text), secret))
    return tuple(dict.fromkeys(found))


def _runs(texts: Iterable[str]) -> set[str]:
    found: set[str] = set()
    for text in texts:
        found.update(_cut(as_read(text)))
    return found


def _cut(text: str) -> Iterator[str]:
    return (text[place : place + RUN] for place in range(len(text) - RUN + 1))


def _passages(text: str, secret: set[str]) -> Iterator[str]:
    """Runs that overlap are one passage."""
    start = end = -1
    for place, run in enumerate(_cut(text)):
        if run not in secret:
            continue
        if place > end:
            if start >= 0:
                yield text[start:end]
            start = place
        end = place + RUN
    if start >= 0:
        yield text[start:end]
