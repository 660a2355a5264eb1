"""Institutions that are suggested to begin with, article by article."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache

from focalpoint_app.domain.stakeholder import Category, Stakeholder, folded_name
from focalpoint_app.exchange.frame import catalogue_of
from focalpoint_app.language.institution_words import INSTITUTIONS
from focalpoint_app.language.names import OFFICIAL_LANGUAGES
from focalpoint_app.platform.places import resources_folder
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
        suggestion=suggestion.id,
    )


def suggestion_of(stakeholder: Stakeholder) -> Suggestion | None:
    """The one that it was made from, whatever it is called now.

    An institution that came otherwise, as from a list, goes by its name in any of
    the languages.
    """
    by_id = {each.id: each for each in suggestions()}
    if stakeholder.suggestion in by_id:
        return by_id[stakeholder.suggestion]
    return _by_name().get(folded_name(stakeholder.name))


@cache
def _by_name() -> Mapping[str, Suggestion]:
    return {
        folded_name(suggested_name(each, language)): each
        for each in suggestions()
        for language in OFFICIAL_LANGUAGES
    }
