"""Who is asked: an institution or group, its addressee, the way letters take."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from focalpoint_app.domain.answer import Confidentiality


class Category(StrEnum):
    """The groups that the Conference asks States to hear (domain.md 3)."""

    GOVERNMENT = "government"
    REGIONAL = "regional"
    PRIVATE_SECTOR = "private_sector"
    CIVIL_SOCIETY = "civil_society"
    ACADEMIA = "academia"
    INDIGENOUS = "indigenous"
    INDIVIDUALS = "individuals"


class Route(StrEnum):
    """The way an official letter takes to its addressee."""

    DIRECT = "direct"
    FOREIGN_MINISTRY = "foreign_ministry"
    PRIME_MINISTER = "prime_minister"


@dataclass(frozen=True, slots=True)
class Addressee:
    """The office stays, its holder changes; letters name both."""

    office: str = ""
    protocol_title: str = ""
    holder: str = ""


@dataclass(frozen=True, slots=True)
class Liaison:
    """The officer who is rung up."""

    name: str = ""
    telephone: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class Stakeholder:
    """``id`` is a UUID; ``language`` that of letters and forms.

    ``is_anonymous``: neither file, history nor chain ever holds the name.
    ``audience`` is how confidential an answer may be that is shown to it, None for
    what its category may see; ``marking`` the highest national marking it may read.
    ``suggestion``: the one of the suggested institutions that it is, whatever it is
    called; empty for another.  It is told once and stays.
    """

    id: str
    name: str
    category: Category
    addressee: Addressee = Addressee()
    liaison: Liaison = Liaison()
    route: Route = Route.DIRECT
    language: str = "ar"
    is_anonymous: bool = False
    audience: Confidentiality | None = None
    marking: str = ""
    suggestion: str = ""

    @property
    def may_see(self) -> Confidentiality:
        """The narrowest audience whose answers it may be shown."""
        return self.audience or _MAY_SEE[self.category]


_MAY_SEE = dict.fromkeys(Category, Confidentiality.PUBLIC) | {
    Category.GOVERNMENT: Confidentiality.NATIONAL,
    Category.REGIONAL: Confidentiality.NATIONAL,
}


def folded_name(name: str) -> str:
    """Alike for names that differ in spaces and capitals only."""
    return " ".join(name.split()).casefold()


def unnamed(stakeholder: Stakeholder) -> Stakeholder:
    """An anonymous contributor as it may be kept: a code in place of all names."""
    if not stakeholder.is_anonymous:
        return stakeholder
    return replace(
        stakeholder,
        name=f"A-{stakeholder.id[:6].upper()}",
        addressee=Addressee(),
        liaison=Liaison(),
        suggestion="",
    )
