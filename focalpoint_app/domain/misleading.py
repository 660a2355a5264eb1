"""What in a text shows nothing, or looks like something else (Unicode TR 36 and 39)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

# Fillers, invisible operators, deprecated controls, annotations, tags.  Soft hyphens,
# word joiners, marks and isolates of direction belong to plain writing.
_UNSEEN = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2061-\u2064\u206a-\u206f\u2800\u3164"
    "\uffa0\ufff9-\ufffb\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
# Where letters join, as in Arabic, joiners say how; between these they hide something.
_WITHIN = re.compile(
    "(?<=[0-9A-Za-z\u00c0-\u052f])[\u200b-\u200d]+(?=[0-9A-Za-z\u00c0-\u052f])"
)
_WORD = re.compile("[A-Za-z\u00c0-\u052f]+")
_ALIKE = frozenset("aceiopsxyABCEHIKMOPTXYавсеіоруѕхАВСЕНІКМОРТХУΑΒΕΗΙΚΜΝΟΡΤΥΧΖνο")
"""Letters of Latin, Cyrillic and Greek that fonts draw like one of another."""

_LONGEST = 40


def misleading(text: str) -> tuple[str, ...]:
    """Characters that show nothing as ``U+2063``, and words of two alphabets whose
    letters look alike; each once, in their order."""
    return tuple(dict.fromkeys((*_unseen(text), *_mixed(text))))


def _unseen(text: str) -> Iterator[str]:
    for found in (*_UNSEEN.finditer(text), *_WITHIN.finditer(text)):
        yield from (f"U+{ord(each):04X}" for each in found[0])


def _mixed(text: str) -> Iterator[str]:
    for word in _WORD.findall(text):
        if not word.isascii() and not _ALIKE.isdisjoint(word):
            alphabets = {_alphabet(letter) for letter in word} - {""}
            if len(alphabets) > 1:
                yield word[:_LONGEST]


def _alphabet(letter: str) -> str:
    name = unicodedata.name(letter, "").partition(" ")[0]
    return name if name in ("LATIN", "CYRILLIC", "GREEK") else ""
