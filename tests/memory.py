"""What Python's own objects still hold, for texts that should be forgotten."""

from __future__ import annotations

import gc
import os


def mark() -> str:
    """A word that is nowhere else, not in the test's own code either."""
    return f"زكريا{os.urandom(6).hex()}"


def holding(said: str) -> list[str]:
    """Kinds of objects that lead to a text or bytes with this word; what was freed
    and not written over yet is not among them."""
    gc.collect()
    folded = said.encode()
    found = []
    for each in gc.get_objects():  # A comprehension would hold the word itself.
        for inner in gc.get_referents(each):
            is_text = isinstance(inner, str) and said in inner
            if is_text or (isinstance(inner, bytes) and folded in inner):
                found.append(type(each).__name__)
    return found
