"""What a submission's cover, heads and feet say of its data, and might say instead."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import date

from focalpoint_app.document.cover import cleared_on, edition_for
from focalpoint_app.document.edition_view import EditionView
from focalpoint_app.document.frame import page_label
from focalpoint_app.document.wording import Wording
from focalpoint_app.domain.clearance import Audience
from focalpoint_app.language.states import state_name, states
from focalpoint_app.pdf.verifying.expected import Either, Surroundings

_YEARS = 10  # before and after


def surroundings(view: EditionView, wording: Wording) -> Surroundings:
    """In the document's own language."""
    state = _state(view.state, wording.language)
    edition = Either(
        edition_for(view.audience, wording),
        tuple(edition_for(each, wording) for each in Audience if each != view.audience),
    )
    cover = [state, edition]
    if view.cleared is not None:
        day = view.cleared.date()
        others = tuple(cleared_on(each, wording) for each in set(_other_days(day)))
        cover.append(Either(cleared_on(day, wording), others))
    return Surroundings(
        tuple(cover), (state,), page_label(wording), view.short_digest or ""
    )


def _state(code: str, language: str) -> Either:
    others = (each.name for each in states(language) if each.code != code)
    return Either(state_name(code, language), tuple(others))


def _other_days(day: date) -> Iterator[date]:
    """With another day, another month or another year."""
    changes = (
        *({"day": n} for n in range(1, 32)),
        *({"month": n} for n in range(1, 13)),
        *({"year": n} for n in range(day.year - _YEARS, day.year + _YEARS + 1)),
    )
    for change in changes:
        with suppress(ValueError):  # No month has that day.
            other = day.replace(**change)
            if other != day:
                yield other
