"""A questionnaire: parts by instrument, articles, questions by provision."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from focalpoint_app.domain.condition import Condition

Texts = Mapping[str, str]
"""Language tag (``ar``, ``en`` ...) to a text in that language."""

CLOSING = "closing"
"""The article id of an instrument's last page: difficulties, assistance, practices."""


class Obligation(StrEnum):
    """How strongly the provision binds: shall, shall consider, may."""

    MANDATORY = "mandatory"
    CONSIDER = "consider"
    OPTIONAL = "optional"


class Kind(StrEnum):
    CHOICE = "choice"
    CHOICES = "choices"
    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    TABLE = "table"


class Role(StrEnum):
    """What a question is to the page; companions are shown under their parent."""

    MAIN = "main"
    NARRATIVE = "narrative"
    EXPLANATION = "explanation"
    CASES = "cases"
    FIGURES = "figures"
    FOLLOW_UP = "follow_up"
    DIFFICULTIES = "difficulties"
    ASSISTANCE_NEEDED = "assistance_needed"
    ASSISTANCE_RECEIVED = "assistance_received"
    PRACTICES = "practices"


@dataclass(frozen=True, slots=True)
class Choice:
    id: str
    text: Texts


@dataclass(frozen=True, slots=True)
class Column:
    """A table's column.  ``kind`` is number, text, date or choice."""

    id: str
    kind: Kind
    text: Texts
    unit: str | None = None
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """``provision`` is the Latin form, ``5(1)(a)(i)``, empty on closing pages.

    ``limit`` counts characters of one language's text.  ``aliases`` are ids
    that earlier versions used.  ``cites_law``: a *yes* must name law and
    provision.
    """

    id: str
    part: str
    article: str
    provision: str
    obligation: Obligation
    kind: Kind
    text: Texts
    guidance: Texts = field(default_factory=dict)
    limit: int | None = None
    choices: tuple[Choice, ...] = ()
    columns: tuple[Column, ...] = ()
    condition: Condition | None = None
    parent: str | None = None
    role: Role = Role.MAIN
    cites_law: bool = False
    tags: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()

    @property
    def is_alternative(self) -> bool:
        """One of a paragraph's mandatory questions of which one suffices."""
        return self.obligation is Obligation.MANDATORY and "either" in self.tags


@dataclass(frozen=True, slots=True)
class Article:
    """``tags`` hold ``title-from-memory`` where an authentic title was not seen."""

    id: str
    title: Texts
    questions: tuple[Question, ...]
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """One instrument: ``untoc``, ``tip``, ``som`` or ``firearms``."""

    id: str
    title: Texts
    short_title: Texts
    articles: tuple[Article, ...]

    @property
    def questions(self) -> Iterator[Question]:
        for article in self.articles:
            yield from article.questions


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two answers that cannot both be right, as data with its own sentence."""

    id: str
    when: Condition
    question: str
    text: Texts


@dataclass(frozen=True)
class Questionnaire:
    """``notice`` says that the wording is ours and not the official one."""

    id: str
    version: str
    cluster: int
    title: Texts
    notice: Texts
    languages: tuple[str, ...]
    parts: tuple[Part, ...]
    contradictions: tuple[Contradiction, ...] = ()

    @cached_property
    def questions(self) -> Mapping[str, Question]:
        """Every question by id, in the order in which it is asked."""
        return {each.id: each for part in self.parts for each in part.questions}

    @cached_property
    def companions(self) -> Mapping[str, tuple[Question, ...]]:
        """A parent's id to the questions shown under it, in order."""
        found: dict[str, list[Question]] = {}
        for question in self.questions.values():
            if question.parent is not None:
                found.setdefault(question.parent, []).append(question)
        return {parent: tuple(children) for parent, children in found.items()}

    def part(self, part_id: str) -> Part:
        return next(part for part in self.parts if part.id == part_id)

    def article(self, part_id: str, article_id: str) -> Article:
        articles = self.part(part_id).articles
        return next(article for article in articles if article.id == article_id)
