"""The State profile: what the country has told the world about each instrument."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Membership:
    """One instrument: dates (``YYYY-MM-DD`` or empty) and acts in the State's words."""

    signature: str = ""
    ratification: str = ""
    entry_into_force: str = ""
    reservations: str = ""
    declarations: str = ""
    notifications: str = ""


@dataclass(frozen=True, slots=True)
class StateProfile:
    """``state`` is ISO 3166-1 alpha-3, ``XAA`` for the fictional State.

    ``calendar`` is ``gregorian`` or ``hijri``: how the gazette dates its texts.
    """

    state: str
    memberships: Mapping[str, Membership] = field(default_factory=dict)
    legal_system: str = ""
    place_of_treaties: str = ""
    gazette: str = ""
    constituent_units: tuple[str, ...] = ()
    calendar: str = "gregorian"

    def signature(self, part: str) -> str:
        """ISO date, or empty where unknown."""
        membership = self.memberships.get(part)
        return membership.signature if membership else ""

    def ratification(self, part: str) -> str:
        """ISO date of ratification or accession, or empty where unknown."""
        membership = self.memberships.get(part)
        return membership.ratification if membership else ""

    def entry_into_force(self, part: str) -> str:
        """ISO date, or empty where unknown."""
        membership = self.memberships.get(part)
        return membership.entry_into_force if membership else ""
