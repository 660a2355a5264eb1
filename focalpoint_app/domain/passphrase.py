"""Passphrases as people type them, and how long guessing one takes."""

from __future__ import annotations

import unicodedata

_BLANK = " "


def normalised(passphrase: str) -> str:
    """The same for the same keys, whatever keyboard, system or page they came from.

    NFKC (hamza may come as one character or as two, letters as presentation
    forms), every digit as 0-9, every blank as a space, and nothing invisible:
    marks of direction travel with what is pasted.
    """
    seen = "".join(each for each in passphrase if unicodedata.category(each) != "Cf")
    return "".join(map(_folded, unicodedata.normalize("NFKC", seen)))


def is_empty(passphrase: str) -> bool:
    """Nothing but blanks and what nobody sees: such a one would protect nothing."""
    return not normalised(passphrase).strip()


def _folded(character: str) -> str:
    kind = unicodedata.category(character)
    if kind == "Nd":
        return str(unicodedata.digit(character))
    return _BLANK if kind == "Zs" else character
