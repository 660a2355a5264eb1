"""Text that is kept though it is no answer: made storable, none of it dropped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from focalpoint_app.domain.consultation import Trace
from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.text import HARD_LIMIT, clean_text

MOST_TEXTS = 10_000
MOST_LETTERS = 12_000_000
_AT_ONCE = HARD_LIMIT // 20
"""Letters cleaned together: one may become eighteen."""

_UNSTORABLE = re.compile(
    "[\x00\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\U0001fffe\U0001ffff]"
)


def kept_texts(texts: Iterable[str]) -> tuple[str, ...]:
    """The texts that say something, cut where one is longer than a store takes.

    Raises:
        AppError: ``reply.overblown`` over ``MOST_TEXTS`` or ``MOST_LETTERS``.
    """
    return tuple(_counted(piece for text in texts for piece in _pieces(text)))


def kept_traces(traces: Iterable[Trace]) -> tuple[Trace, ...]:
    """As ``kept_texts``; each piece of a long one has the same author and time."""
    return tuple(
        replace(each, text=piece, author=kept_line(each.author), time=_time(each.time))
        for each in traces
        for piece in _counted(_pieces(each.text))
    )


def kept_line(text: str, longest: int = 400) -> str:
    """One line of at most so many characters, for names and numbers of letters."""
    return " ".join(_storable(text[:HARD_LIMIT]).split())[:longest]


def _counted(pieces: Iterable[str]) -> Iterator[str]:
    texts = letters = 0
    for piece in filter(str.strip, pieces):
        texts, letters = texts + 1, letters + len(piece)
        if texts > MOST_TEXTS or letters > MOST_LETTERS:
            raise AppError("reply.overblown")
        yield piece


def _pieces(text: str) -> Iterator[str]:
    for start in range(0, len(text), _AT_ONCE):
        yield _storable(text[start : start + _AT_ONCE]).strip()


def _storable(text: str) -> str:
    return clean_text(_UNSTORABLE.sub("\ufffd", text))


def _time(text: str) -> str:
    """As the file says it, if it says a time."""
    return text if re.fullmatch(r"[0-9T:.Z+-]{4,40}", text) else ""
