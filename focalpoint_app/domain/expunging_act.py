"""What an act of expunging says; a file of strangers may say anything in its place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

CONTRIBUTIONS, CLEARANCES = "contributions", "clearances"


@dataclass(frozen=True, slots=True)
class Expunging:
    """``contributions`` and ``clearances``: that those lose it too was decided, whether
    any held it or not.  ``subjects``: ids of what the passage was taken out of, all of
    them unless the act is of a ``former`` version, which named fewer."""

    reason: str
    contributions: bool
    clearances: bool
    subjects: frozenset[str]
    is_former: bool


def expunging_of(details: object) -> Expunging | None:
    """None where an act of expunging was never written down like this."""
    if not isinstance(details, Mapping):
        return None
    reason, left = details.get("reason"), details.get("left")
    besides, decided = details.get("besides"), _decided(details)
    if not isinstance(reason, str) or not isinstance(left, Mapping) or decided is None:
        return None
    if not _are_texts([*left, *left.values()]) or not _are_texts(besides or []):
        return None
    return Expunging(
        reason,
        CONTRIBUTIONS in decided,
        CLEARANCES in decided,
        frozenset((*left, *(besides or ()))),
        is_former=besides is None,
    )


def _decided(details: Mapping[str, Any]) -> tuple[str, ...] | None:
    """Up to version 10 of the file an act said only of what was found."""
    said, places = details.get("decided"), details.get("places")
    if not isinstance(places, Mapping):
        return None
    if said is not None:
        return tuple(said) if _are_texts(said) else None
    found, cleared = places.get(CONTRIBUTIONS), places.get(CLEARANCES)
    if not isinstance(found, str) or not _are_texts(cleared):
        return None
    named = {CONTRIBUTIONS: found != "0", CLEARANCES: bool(cleared)}
    return tuple(name for name, was in named.items() if was)


def _are_texts(found: object) -> bool:
    return isinstance(found, list) and all(isinstance(each, str) for each in found)
