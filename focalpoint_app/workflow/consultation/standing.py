"""Who is holding up what: numbers per institution, article and category."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from focalpoint_app.domain.progress import Heard, Tally, expected, tallied
from focalpoint_app.domain.reminder import Stage
from focalpoint_app.workflow.consultation.following import Followed, Requests
from focalpoint_app.workflow.consultation.in_use import in_use
from focalpoint_app.workflow.review.desk import Desk


@dataclass(frozen=True, slots=True)
class HeldUp:
    """One institution that is late: ``articles`` (``untoc.5``) wait for it."""

    followed: Followed
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """Numbers by id, what hurts most first; ``held_up`` the longest late first."""

    institutions: tuple[tuple[str, Tally], ...]
    articles: tuple[tuple[str, Tally], ...]
    categories: tuple[tuple[str, Tally], ...]
    held_up: tuple[HeldUp, ...]


def standing(desk: Desk, requests: Requests, today: date) -> Standing:
    """Of the whole consultation of this review."""
    numbers = _numbers(desk, requests, today)
    late = [e for e in requests.followed(today) if e.state.stage is Stage.LATE]
    late.sort(key=lambda each: (each.state.days or 0, each.stakeholder.name))
    return Standing(
        sorted_by_pain(numbers["stakeholder"]),
        sorted_by_pain(numbers["article"]),
        sorted_by_pain(numbers["category"]),
        tuple(HeldUp(each, _articles(desk, each)) for each in late),
    )


def _numbers(
    desk: Desk, requests: Requests, today: date
) -> Mapping[str, Mapping[str, Tally]]:
    """As ``consulted.progress``, reading of what was said only what was taken over."""
    workspace, review = desk.workspace, desk.review.id
    heard = Heard(
        sent=requests.standing(),
        reminders=workspace.reminders(review),
        arrived=workspace.arrived(review),
        used=frozenset((each.stakeholder, each.question) for each in in_use(desk)),
        stakeholders=workspace.stakeholders(),
    )
    found = expected(desk.questionnaire, heard)
    return {
        "stakeholder": tallied(found, lambda each: each.stakeholder, today),
        "article": tallied(found, lambda each: each.article, today),
        "category": tallied(found, lambda each: each.category.value, today),
    }


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


def _articles(desk: Desk, followed: Followed) -> tuple[str, ...]:
    """Of the questions asked, in the questionnaire's order."""
    known = desk.questionnaire.questions
    asked = (known.get(each.id) for each in followed.sent.request.questions)
    return tuple(dict.fromkeys(f"{q.part}.{q.article}" for q in asked if q is not None))
