"""Who contributed, counted once however many letters say it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from focalpoint_app.domain.consultation import Respondent
from focalpoint_app.domain.contribution import Contribution, Receipt, superseded


@dataclass(frozen=True, slots=True)
class People:
    """``uncounted``: replies that give no numbers."""

    women: int = 0
    men: int = 0
    uncounted: int = 0


def by_file(receipts: Iterable[Receipt]) -> tuple[tuple[Receipt, ...], ...]:
    """What came of one file for one institution is one reply: the receipt, then those
    of its loose text that was assigned later."""
    groups: dict[tuple[str, str], list[Receipt]] = {}
    for each in receipts:
        groups.setdefault((each.stakeholder, each.digest), []).append(each)
    return tuple(map(tuple, groups.values()))


def came_when(receipts: Iterable[Receipt]) -> dict[str, datetime]:
    """Reply id to when its file came, however much later its loose text was
    assigned."""
    return {each.id: file[0].time for file in by_file(receipts) for each in file}


def people_of(
    receipts: Iterable[Receipt], contributions: Iterable[Contribution]
) -> People:
    """In the replies that stand: a reply that says all anew counts its people anew."""
    counted = tuple(_respondents(by_file(receipts), tuple(contributions)))
    return People(
        women=sum(each.women or 0 for each in counted),
        men=sum(each.men or 0 for each in counted),
        uncounted=sum(each.women is None and each.men is None for each in counted),
    )


def _respondents(
    replies: Iterable[tuple[Receipt, ...]], contributions: tuple[Contribution, ...]
) -> Iterator[Respondent]:
    replies_of = {each.id: each.reply for each in contributions}
    said: dict[str, list[str]] = {}
    for each in contributions:
        said.setdefault(each.reply, []).append(each.id)
    places = superseded(contributions)
    for first, *rest in replies:
        mine = {first.id, *(each.id for each in rest)}
        words = [word for each in mine for word in said.get(each, ())]
        if not words or not all(
            word in places and replies_of[places[word]] not in mine for word in words
        ):
            yield first.respondent
