"""How much of a questionnaire a document covers: all, an instrument, an article."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from focalpoint_app.domain.questionnaire import Questionnaire
from focalpoint_app.gui.texts import in_language
from focalpoint_app.gui.words import article_name
from focalpoint_app.language.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class Scope:
    """Both empty: all instruments in force.  ``article`` as ``untoc.5``."""

    part: str = ""
    article: str = ""


def scopes(
    questionnaire: Questionnaire, parts: tuple[str, ...], tr: Catalogue
) -> Iterator[tuple[Scope, str]]:
    """Everything, then each instrument with its articles, and what they are called."""
    yield Scope(), tr("All instruments in force")
    for name in parts:
        part = questionnaire.part(name)
        title = in_language(part.short_title, tr.language)
        yield Scope(name), title
        for article in part.articles:
            words = f"{title} · {article_name(article, tr)}"
            yield Scope(name, f"{name}.{article.id}"), words
