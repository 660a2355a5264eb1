"""Marks that join words, with the blank that goes with them in each language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Punctuation:
    """``space`` parts a label that ends in a colon from what follows it."""

    comma: str = ", "
    semicolon: str = "; "
    colon: str = ": "
    space: str = " "


PUNCTUATION: Mapping[str, Punctuation] = {
    "ar": Punctuation(comma="، ", semicolon="؛ "),
    "fr": Punctuation(semicolon="\u00a0; ", colon="\u00a0: "),
    "zh": Punctuation(comma="，", semicolon="；", colon="：", space=""),
}
"""Languages that differ from English."""

_USUAL = Punctuation()


def punctuation(language: str) -> Punctuation:
    return PUNCTUATION.get(language, _USUAL)
