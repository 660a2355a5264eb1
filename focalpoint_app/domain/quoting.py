"""Sentences that say whose they are: no two people write them by chance."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from focalpoint_app.domain.merge.sentences import sentences
from focalpoint_app.domain.resembling import bare_words

LEAST_WORDS = 5
LEAST_LETTERS = 25
"""Fewer of either, and it is what everybody says: "no data are kept of that".
A Chinese sign is a word and stands for two letters."""
_CHINESE = range(0x3400, 0xA000)


def telling(text: str) -> Iterable[str]:
    """The sentences of a text that are long enough to tell who wrote them, without
    stops, capitals and blanks."""
    for sentence in sentences(text):
        bare = bare_words(sentence)
        letters = sum(2 if ord(sign) in _CHINESE else 1 for w in bare for sign in w)
        if len(bare) >= LEAST_WORDS and letters >= LEAST_LETTERS:
            yield " ".join(bare)


def said_by_one(said: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    """Telling sentence to the one who says it, of pairs of who and a text.

    What several say is a form that all of them know.
    """
    found: dict[str, set[str]] = {}
    for who, text in said:
        for sentence in telling(text):
            found.setdefault(sentence, set()).add(who)
    return {each: who.pop() for each, who in found.items() if len(who) == 1}
