"""How far a consultation is: what was asked, answered, used, and who is late."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from focalpoint_app.domain.contribution import Sent
from focalpoint_app.domain.questionnaire import Questionnaire
from focalpoint_app.domain.reminder import (
    Arrived,
    Reminder,
    answered_of,
    answers_by_stakeholder,
    commented_of,
    last_date,
)
from focalpoint_app.domain.stakeholder import Category, Stakeholder


@dataclass(frozen=True, slots=True)
class Expected:
    """One question that one institution was asked; ``due`` ISO 8601 or empty.

    ``article`` is ``untoc.5``, empty for a question that is no longer asked;
    ``request`` is the one in which it was asked last.
    """

    stakeholder: str
    category: Category
    question: str
    article: str
    due: str
    is_answered: bool
    is_used: bool
    is_commented: bool = False
    request: str = ""

    def is_late(self, today: date) -> bool:
        return not self.is_answered and self.due != "" and self.due < today.isoformat()


@dataclass(frozen=True, slots=True)
class Tally:
    """Numbers of questions; ``commented``: only commented on, not answered."""

    asked: int = 0
    answered: int = 0
    late: int = 0
    used: int = 0
    commented: int = 0


Pairs = frozenset[tuple[str, str]]
"""Of a stakeholder and a question, by their ids."""


@dataclass(frozen=True, slots=True)
class Heard:
    """All that was sent, oldest first, and came back; ``used``: what stands in the
    answers."""

    sent: tuple[Sent, ...]
    reminders: tuple[Reminder, ...]
    arrived: tuple[Arrived, ...]
    used: Pairs
    stakeholders: tuple[Stakeholder, ...]


def expected(questionnaire: Questionnaire, heard: Heard) -> tuple[Expected, ...]:
    """Each question once for each institution, as it was asked last: by the date that
    was given then, or by a reminder, and answered if anything came since."""
    categories = {each.id: each.category for each in heard.stakeholders}
    articles = {
        each.id: f"{each.part}.{each.article}"
        for each in questionnaire.questions.values()
    }
    return tuple(
        Expected(
            stakeholder=stakeholder,
            category=categories[stakeholder],
            question=question,
            article=articles.get(question, ""),
            due=now.due,
            is_answered=question in now.answered,
            is_used=(stakeholder, question) in heard.used,
            is_commented=question in now.commented,
            request=now.request,
        )
        for (stakeholder, question), now in _asked(heard).items()
    )


def tallied(
    expectations: Iterable[Expected], by: Callable[[Expected], str], today: date
) -> Mapping[str, Tally]:
    """By institution, article or category, as ``by`` says, in order of asking."""
    found: dict[str, list[Expected]] = {}
    for each in expectations:
        found.setdefault(by(each), []).append(each)
    return {
        name: Tally(
            asked=len(group),
            answered=sum(each.is_answered for each in group),
            late=sum(each.is_late(today) for each in group),
            used=sum(each.is_used for each in group),
            commented=sum(each.is_commented for each in group),
        )
        for name, group in found.items()
    }


@dataclass(frozen=True, slots=True)
class _Standing:
    """Of a request's questions, by their ids."""

    request: str
    due: str
    answered: frozenset[str]
    commented: frozenset[str]


def _asked(heard: Heard) -> dict[tuple[str, str], _Standing]:
    arrived = answers_by_stakeholder(heard.arrived)
    letters: dict[str, list[Reminder]] = {}
    for each in heard.reminders:
        letters.setdefault(each.request, []).append(each)
    found: dict[tuple[str, str], _Standing] = {}
    for sent in heard.sent:
        request = sent.request
        came = arrived.get(request.stakeholder, ())
        due = last_date(sent, letters.get(request.id, ()))
        commented = commented_of(sent, came)
        now = _Standing(request.id, due, answered_of(sent, came), commented)
        for asked in request.questions:
            found[request.stakeholder, asked.id] = now
    return found
