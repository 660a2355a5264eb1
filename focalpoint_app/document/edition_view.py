"""What a submission prints: one edition's answers beside their questions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from focalpoint_app.domain.answer import Answer
from focalpoint_app.domain.clearance import Audience
from focalpoint_app.domain.facts import AnswerFacts
from focalpoint_app.domain.questionnaire import Questionnaire
from focalpoint_app.domain.sign_off import SignLine as SignLine
from focalpoint_app.domain.source import Source

SHORT_DIGEST = 16
"""Hexadecimal digits of the digest that stand in every page's foot."""


@dataclass(frozen=True)
class EditionView:
    """``digest`` and ``cleared`` are None for a draft."""

    questionnaire: Questionnaire
    parts: tuple[str, ...]
    answers: Mapping[str, Answer]
    sources: tuple[Source, ...]
    state: str
    audience: Audience
    digest: str | None = None
    cleared: datetime | None = None

    @property
    def is_draft(self) -> bool:
        return self.digest is None

    @property
    def short_digest(self) -> str:
        return (self.digest or "")[:SHORT_DIGEST]

    @cached_property
    def facts(self) -> AnswerFacts:
        return AnswerFacts(self.questionnaire, self.answers, self.parts)

    @cached_property
    def source_numbers(self) -> Mapping[str, int]:
        """Source id to its number, in the order in which answers first cite it."""
        cited: dict[str, None] = {}
        for source in self._cited_in_order():
            cited.setdefault(source)
        known = {source.id for source in self.sources}
        wanted = (each for each in cited if each in known)
        return {source: number for number, source in enumerate(wanted, start=1)}

    def _cited_in_order(self) -> Iterable[str]:
        for question in self.questionnaire.questions:
            if question in self.answers and self.facts.is_visible(question):
                yield from (cite.source for cite in self.answers[question].cites)
