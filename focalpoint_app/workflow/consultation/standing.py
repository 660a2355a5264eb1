"""Who is holding up what: numbers per institution, article and category."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from focalpoint_app.domain.progress import Expected, Heard, Tally, expected, tallied
from focalpoint_app.workflow.consultation.following import Followed, Requests
from focalpoint_app.workflow.consultation.in_use import in_use
from focalpoint_app.workflow.review.desk import Desk


@dataclass(frozen=True, slots=True)
class HeldUp:
    """A request whose date is past: ``open`` questions, of these ``articles``
    (``untoc.5``), wait for its institution.
    """

    followed: Followed
    articles: tuple[str, ...]
    open: int


@dataclass(frozen=True, slots=True)
class Standing:
    """Numbers by id, what hurts most first; ``held_up`` the longest late first."""

    institutions: tuple[tuple[str, Tally], ...]
    articles: tuple[tuple[str, Tally], ...]
    categories: tuple[tuple[str, Tally], ...]
    held_up: tuple[HeldUp, ...]


def standing(desk: Desk, requests: Requests, today: date) -> Standing:
    """Of the whole consultation of this review."""
    found = _expected(desk, requests)
    return Standing(
        sorted_by_pain(tallied(found, lambda each: each.stakeholder, today)),
        sorted_by_pain(tallied(found, lambda each: each.article, today)),
        sorted_by_pain(tallied(found, lambda each: each.category.value, today)),
        tuple(_held_up(desk, requests, found, today)),
    )


def _held_up(
    desk: Desk, requests: Requests, found: Iterable[Expected], today: date
) -> Iterator[HeldUp]:
    """By the same questions that the numbers count as late."""
    late: dict[str, set[str]] = {}
    for each in found:
        if each.is_late(today):
            late.setdefault(each.request, set()).add(each.question)
    followed = [each for each in requests.followed(today) if each.id in late]
    followed.sort(key=lambda each: (each.state.days or 0, each.stakeholder.name))
    for waiting in followed:
        still = late[waiting.id]
        yield HeldUp(waiting, _articles(desk, still), len(still))


def _expected(desk: Desk, requests: Requests) -> tuple[Expected, ...]:
    """As ``consulted.progress``, reading of what was said only what was taken over."""
    workspace, review = desk.workspace, desk.review.id
    heard = Heard(
        sent=requests.standing(),
        reminders=workspace.reminders(review),
        arrived=workspace.arrived(review),
        used=frozenset((each.stakeholder, each.question) for each in in_use(desk)),
        stakeholders=workspace.stakeholders(),
    )
    return expected(desk.questionnaire, heard)


def sorted_by_pain(tallies: Mapping[str, Tally]) -> tuple[tuple[str, Tally], ...]:
    """Late ones first, then what is still open, then what was not used."""
    return tuple(
        sorted(
            tallies.items(),
            key=lambda each: (
                -each[1].late,
                each[1].answered - each[1].asked,
                each[1].used - each[1].answered,
                -each[1].asked,
            ),
        )
    )


def _articles(desk: Desk, questions: Collection[str]) -> tuple[str, ...]:
    """In the questionnaire's order; what is no longer asked has none."""
    asked = desk.questionnaire.questions.values()
    return tuple(
        dict.fromkeys(f"{q.part}.{q.article}" for q in asked if q.id in questions)
    )
