"""Which questions a stakeholder is asked: by id, instrument, article, tag."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from fnmatch import fnmatchcase

from focalpoint_app.domain.questionnaire import Obligation, Question, Questionnaire


@dataclass(frozen=True, slots=True)
class Selection:
    """All that is said must hold; what is empty asks nothing of a question.

    ``patterns`` are globs over ids (``untoc.5.*``); ``articles`` are ``untoc.5``;
    ``ids`` names questions one by one.
    """

    patterns: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    obligations: tuple[Obligation, ...] = ()
    tags: tuple[str, ...] = ()
    ids: frozenset[str] = frozenset()

    def takes(self, question: Question) -> bool:
        return all(
            (
                _matches(question.id, self.patterns),
                _among(question.id, self.ids),
                _among(question.part, self.parts),
                _among(f"{question.part}.{question.article}", self.articles),
                _among(question.obligation, self.obligations),
                not self.tags or not set(self.tags).isdisjoint(question.tags),
            )
        )


def selected(
    questionnaire: Questionnaire, parts: Collection[str], selection: Selection
) -> tuple[Question, ...]:
    """In the questionnaire's order, of the instruments in force."""
    return tuple(
        question
        for question in questionnaire.questions.values()
        if question.part in parts and selection.takes(question)
    )


def _matches(question: str, patterns: tuple[str, ...]) -> bool:
    return not patterns or any(fnmatchcase(question, each) for each in patterns)


def _among(value: str, wanted: Collection[str]) -> bool:
    return not wanted or value in wanted
