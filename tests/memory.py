"""What Python's own objects still hold, for texts that should be forgotten."""

from __future__ import annotations

import gc
import os


def mark() -> str:
    """A word that is nowhere else, not in the test's own code either."""
    return f"زكريا{os.urandom(6).hex()}"


_AT_ONCE = 1_000


def holding(said: str) -> list[str]:
    """Kinds of objects that lead to a text or bytes with this word; what was freed
    and not written over yet is not among them."""
    gc.collect()
    found = []
    everything = gc.get_objects()
    for start in range(0, len(everything), _AT_ONCE):
        some = everything[start : start + _AT_ONCE]
        if not _is_in(said, _texts_of(*some)):
            continue
        for each in some:
            if _is_in(said, _texts_of(each)):
                found.append(type(each).__name__)
    return found


def _texts_of(*objects: object) -> set[str | bytes]:
    """Of a thousand at once: a process of tests has millions."""
    inner = gc.get_referents(*objects)
    return {each for each in inner if isinstance(each, str | bytes)}


def _is_in(said: str, texts: set[str | bytes]) -> bool:
    folded = said.encode()
    for each in texts:  # A comprehension would hold the word itself.
        if (said in each) if isinstance(each, str) else (folded in each):
            return True
    return False
