"""What a submission prints: one edition's answers beside their questions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from focalpoint_app.domain.answer import Answer
from focalpoint_app.domain.clearance import Audience
from focalpoint_app.domain.consulted import Consulted
from focalpoint_app.domain.facts import AnswerFacts
from focalpoint_app.domain.questionnaire import Questionnaire
from focalpoint_app.domain.sign_off import SignLine as SignLine
from focalpoint_app.domain.source import Source

SHORT_DIGEST = 16
"""Hexadecimal digits of the digest that stand in every page's foot."""


@dataclass(frozen=True)
class EditionView:
    """``digest``, ``cleared`` and ``clearance`` (its id) are None for a draft.

    A *working* view shows answers as they stood when they were ``taken``: skipped
    ones with the reason, and whatever their confidentiality.  ``printed``: the
    questions whose sources are listed, all where it is None.  ``consulted``: the
    consultation, where its record is a section.
    """

    questionnaire: Questionnaire
    parts: tuple[str, ...]
    answers: Mapping[str, Answer]
    sources: tuple[Source, ...]
    state: str
    audience: Audience
    digest: str | None = None
    cleared: datetime | None = None
    clearance: str | None = None
    taken: datetime | None = None
    printed: frozenset[str] | None = None
    consulted: Consulted | None = None

    @property
    def is_draft(self) -> bool:
        return self.digest is None

    @property
    def is_working(self) -> bool:
        return self.taken is not None

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

    @cached_property
    def citing(self) -> Mapping[str, tuple[str, ...]]:
        """Source id to the questions whose answers cite it, each once, in order."""
        found: dict[str, dict[str, None]] = {}
        for question in self._answered():
            for cite in self.answers[question].cites:
                found.setdefault(cite.source, {}).setdefault(question)
        return {source: tuple(questions) for source, questions in found.items()}

    def _cited_in_order(self) -> Iterable[str]:
        for question in self._answered():
            yield from (cite.source for cite in self.answers[question].cites)

    def _answered(self) -> Iterable[str]:
        for question in self.questionnaire.questions:
            if self.printed is not None and question not in self.printed:
                continue
            answer = self.answers.get(question)
            if answer and answer.is_given and self.facts.is_visible(question):
                yield question
