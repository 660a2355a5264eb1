"""Institutions that are suggested to begin with, article by article."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache

from focalpoint_app.domain.stakeholder import Category, Stakeholder
from focalpoint_app.exchange.frame import catalogue_of
from focalpoint_app.language.institution_words import INSTITUTIONS
from focalpoint_app.language.names import OFFICIAL_LANGUAGES
from focalpoint_app.platform.places import resources_folder
from focalpoint_app.workflow.consultation.stakeholders import folded_name
from focalpoint_app.workflow.review.desk import Desk


@dataclass(frozen=True, slots=True)
class Suggestion:
    """``name`` is an English sentence for ``tr``; ``articles`` are ``untoc.5``."""

    id: str
    name: str
    category: Category
    articles: tuple[str, ...]


@cache
def suggestions() -> tuple[Suggestion, ...]:
    """Those of ``resources/institutions.json``, in its order."""
    path = resources_folder() / "institutions.json"
    return tuple(
        Suggestion(
            each["id"],
            INSTITUTIONS[each["id"]],
            Category(each["category"]),
            tuple(each["articles"]),
        )
        for each in json.loads(path.read_text(encoding="utf-8"))
    )


def suggested(articles: Collection[str]) -> tuple[Suggestion, ...]:
    """Those that have something to say on any of the articles."""
    return tuple(e for e in suggestions() if not set(e.articles).isdisjoint(articles))


def suggested_name(suggestion: Suggestion, language: str) -> str:
    """What it is called there."""
    return catalogue_of(language)(suggestion.name)


def suggested_stakeholder(
    desk: Desk, suggestion: Suggestion, language: str
) -> Stakeholder:
    """A new one, named in the language that its letters will have."""
    return Stakeholder(
        desk.new_id(),
        suggested_name(suggestion, language),
        suggestion.category,
        language=language,
    )


def articles_by_name() -> dict[str, tuple[str, ...]]:
    """Articles that are suggested for whoever is called so, in any language.

    Names are folded as ``folded_name`` does.
    """
    return {
        folded_name(suggested_name(each, language)): each.articles
        for each in suggestions()
        for language in OFFICIAL_LANGUAGES
    }
