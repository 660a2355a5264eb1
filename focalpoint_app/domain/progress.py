"""How far a consultation is: what was asked, answered, used, and who is late."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from focalpoint_app.domain.contribution import Contribution, Sent
from focalpoint_app.domain.questionnaire import Questionnaire
from focalpoint_app.domain.stakeholder import Category, Stakeholder


@dataclass(frozen=True, slots=True)
class Expected:
    """One question that one institution was asked; ``due`` ISO 8601 or empty.

    ``article`` is ``untoc.5``, empty for a question that is no longer asked.
    """

    stakeholder: str
    category: Category
    question: str
    article: str
    due: str
    is_answered: bool
    is_used: bool

    def is_late(self, today: date) -> bool:
        return not self.is_answered and self.due != "" and self.due < today.isoformat()


@dataclass(frozen=True, slots=True)
class Tally:
    """Numbers of questions."""

    asked: int = 0
    answered: int = 0
    late: int = 0
    used: int = 0


@dataclass(frozen=True, slots=True)
class Heard:
    """All that was sent and came back; ``in_use``: ids of contributions."""

    sent: tuple[Sent, ...]
    contributions: tuple[Contribution, ...]
    in_use: frozenset[str]
    stakeholders: tuple[Stakeholder, ...]


Pairs = frozenset[tuple[str, str]]
"""Of a stakeholder and a question, by their ids."""


def expected(questionnaire: Questionnaire, heard: Heard) -> tuple[Expected, ...]:
    """Each question once for each institution, with the last date it was given."""
    given = {(each.stakeholder, each.question) for each in heard.contributions}
    used = {
        (each.stakeholder, each.question)
        for each in heard.contributions
        if each.id in heard.in_use
    }
    people = heard.stakeholders, frozenset(given), frozenset(used)
    return expectations(questionnaire, heard.sent, *people)


def expectations(
    questionnaire: Questionnaire,
    sent: Iterable[Sent],
    stakeholders: Iterable[Stakeholder],
    answered: Pairs,
    used: Pairs,
) -> tuple[Expected, ...]:
    """As ``expected``, where what was said need not be read."""
    categories = {each.id: each.category for each in stakeholders}
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
            due=due,
            is_answered=(stakeholder, question) in answered,
            is_used=(stakeholder, question) in used,
        )
        for (stakeholder, question), due in _asked(sent).items()
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
        )
        for name, group in found.items()
    }


def _asked(sent: Iterable[Sent]) -> dict[tuple[str, str], str]:
    found: dict[tuple[str, str], str] = {}
    for each in sent:
        request = each.request
        for asked in request.questions:
            found[request.stakeholder, asked.id] = request.due
    return found
