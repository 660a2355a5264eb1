"""Directions of texts, and isolates that keep a gap from disturbing its line."""

import unicodedata

RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur"})
RIGHT_TO_LEFT_MARK = "\u200f"
LEFT_TO_RIGHT_MARK = "\u200e"
FIRST_STRONG_ISOLATE = "\u2068"
POP_ISOLATE = "\u2069"
_OPENERS = "\u2066\u2067\u2068"
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e")
"""Embeddings and overrides, which turn all that follows them."""
_STRONG = {"L": "ltr", "R": "rtl", "AL": "rtl"}


def is_rtl(language: str) -> bool:
    """Whether the language tag (``ar``, ``ar-EG``) is written from right to left."""
    return language.replace("_", "-").split("-")[0].lower() in RIGHT_TO_LEFT


def direction_of(text: str) -> str | None:
    """``ltr`` or ``rtl`` by the first strong character, None without one.

    Text inside isolates does not count (UAX #9, rule P2).
    """
    depth = 0
    for character in text:
        if character in _OPENERS:
            depth += 1
        elif character == POP_ISOLATE:
            depth = max(0, depth - 1)
        elif depth == 0 and (
            found := _STRONG.get(unicodedata.bidirectional(character))
        ):
            return found
    return None


def has_rtl(text: str) -> bool:
    """Whether any character of it runs from right to left."""
    return any(unicodedata.bidirectional(each) in {"R", "AL"} for each in text)


def isolate(text: str) -> str:
    """The text between U+2068 and U+2069; empty text stays empty.

    So does a row of isolates: around it, one of no direction of its own would turn
    a right-to-left sentence's list to run from left to right.
    """
    if not text or _is_row(text):
        return text
    return f"{FIRST_STRONG_ISOLATE}{_balanced(text)}{POP_ISOLATE}"


def without_isolates(text: str) -> str:
    """For places that show no text, as file names and exact comparison."""
    return "".join(each for each in text if each not in _OPENERS + POP_ISOLATE)


def _is_row(text: str) -> bool:
    starts, ends = text[0] == FIRST_STRONG_ISOLATE, text[-1] == POP_ISOLATE
    is_whole = starts and ends and _balanced(text) == text
    return is_whole and direction_of(text) is None and _TURNING.isdisjoint(text)


def _balanced(text: str) -> str:
    """A stray pop would end our own isolate, an open one would swallow it."""
    kept: list[str] = []
    depth = 0
    for character in text:
        if character == POP_ISOLATE and depth == 0:
            continue
        depth += (character in _OPENERS) - (character == POP_ISOLATE)
        kept.append(character)
    return "".join(kept) + POP_ISOLATE * depth
