"""UN short names of States, by ISO 3166 alpha-3 code."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from focalpoint_app.language.alphabetical import alphabetical
from focalpoint_app.language.places import bundled

FICTIONAL_STATE = "XAA"
"""The State of the sample review; ISO 3166 leaves the code to its users."""


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


@cache
def _names() -> Mapping[str, Mapping[str, str]]:
    path = bundled("resources") / "states.json"
    names: dict[str, dict[str, str]] = json.loads(path.read_text(encoding="utf-8"))
    return names
