"""Who can sign with the cards and tokens that were found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.dates import written_date
from focalpoint_app.language.isolates import isolate

if TYPE_CHECKING:
    from focalpoint_app.workflow.submitting.keys import FoundToken


@dataclass(frozen=True, slots=True)
class Holder:
    """``label`` is what names this certificate among all that were found."""

    name: str
    token: str
    label: str
    until: datetime
    may_sign: bool


def holders_of(found: Sequence[FoundToken]) -> tuple[Holder, ...]:
    """One for each person on each token; who can sign, for the longest time, leads."""
    best: dict[tuple[str, str], Holder] = {}
    on_tokens = Counter(
        name for token in found for name in {c.name for c in token.certificates}
    )
    for token in found:
        for each in token.certificates:
            label = each.name if on_tokens[each.name] == 1 else token.label
            holder = Holder(
                each.name, token.label, label, each.not_after, each.fault is None
            )
            known = best.get((token.serial, each.name))
            if known is None or _better(holder, known):
                best[token.serial, each.name] = holder
    return tuple(best.values())


def holder_words(holder: Holder, tr: Catalogue) -> str:
    """``Salma Haddad · card 1 · until 3 May 2028``."""
    day = written_date(holder.until.date().isoformat(), tr.language, tr.digits)
    until = tr("valid until {date}", date=day)
    return " · ".join((isolate(holder.name), isolate(holder.token), until))


def _better(one: Holder, other: Holder) -> bool:
    return (one.may_sign, one.until) > (other.may_sign, other.until)
