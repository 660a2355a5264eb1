"""UN short names of States, by ISO 3166 alpha-3 code."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from focalpoint_app.language.places import bundled

FICTIONAL_STATE = "XAA"
"""The State of the sample review; ISO 3166 leaves the code to its users."""

_LETTERS = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "Й": "И\uffff", "й": "и\uffff"})
"""Short i is a letter of its own that follows i, not an i with an accent."""

_FIRST_CHINESE = "\u2e80"
_SOUNDS = str.maketrans("斐瑙汶秘", "飞脑文必")
"""Characters that GB 2312 has by their strokes, or under another sound of theirs, with
one of everyday use that sounds as they do in names of States."""


class State(NamedTuple):
    code: str
    name: str


def is_state(code: str) -> bool:
    """Whether it is a Member State, an observer, Cook Islands, Niue or the sample's."""
    return code in _names()


def state_name(code: str, language: str) -> str:
    """Its short name, in English where the language has none; KeyError if unknown."""
    names = _names()[code]
    return names.get(language, names["en"])


@cache
def states(language: str) -> tuple[State, ...]:
    """The real States in alphabetical order of the language."""
    found = [
        State(code, state_name(code, language))
        for code in _names()
        if code != FICTIONAL_STATE
    ]
    return tuple(sorted(found, key=lambda state: alphabetical(state.name)))


def alphabetical(name: str) -> str:
    """A key to sort by: Arabic's article, hamza and all accents do not count.

    Chinese names go by sound, in the order in which GB 2312 has the characters of
    everyday use.
    """
    if name[:1] >= _FIRST_CHINESE:
        return name.translate(_SOUNDS).encode("gb18030").decode("latin-1")
    bare = name.removeprefix("ال").translate(_LETTERS)
    parted = unicodedata.normalize("NFKD", bare)
    return "".join(
        each for each in parted if not unicodedata.combining(each)
    ).casefold()


@cache
def _names() -> Mapping[str, Mapping[str, str]]:
    path = bundled("resources") / "states.json"
    names: dict[str, dict[str, str]] = json.loads(path.read_text(encoding="utf-8"))
    return names
