"""Whose words an answer has, out of its history and of what was taken over."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from focalpoint_app.domain.attribution import Span, Version, attributed
from focalpoint_app.domain.content import Content, Field, FieldKey
from focalpoint_app.domain.contribution import Contribution
from focalpoint_app.domain.revision import Revision
from focalpoint_app.workflow.consultation.consolidating import said
from focalpoint_app.workflow.review.desk import Desk

Sources = Mapping[str, list[str]]
"""Revision id to the contributions that went into it."""
_NOW = "now"


def attribution(desk: Desk, question: str, language: str) -> tuple[Span, ...]:
    """Each sentence of the answer as it stands now, with where it came from."""
    return attributed(versions_of(desk, FieldKey(question, Field.VALUE, language)))


def versions_of(
    desk: Desk, key: FieldKey, sources: Sources | None = None
) -> tuple[Version, ...]:
    """All that ``attributed`` needs of a text: values, for a worker too.

    ``sources`` of the whole review, where many texts are looked at.
    """
    history = desk.workspace.history(desk.review.id, key)
    if sources is None:
        sources = desk.workspace.revision_sources(desk.review.id)
    named = {each for made in history for each in sources.get(made.id, ())}
    texts = {
        each.id: said_texts(desk, each).get(key.language, "")
        for each in standing(desk, named)
    }
    versions = (_version(each, sources, texts) for each in history)
    return (*versions, _standing(desk, key, history))


def standing(desk: Desk, named: Iterable[str]) -> tuple[Contribution, ...]:
    """Those of these contributions whose replies were not withdrawn.

    Read one by one: a question may have hundreds, an answer rests on a few.
    """
    workspace = desk.workspace
    withdrawn = workspace.known_replies(desk.review.id)
    found = (workspace.contribution(each) for each in sorted(named))
    return tuple(each for each in found if not withdrawn[each.reply])


def said_texts(desk: Desk, contribution: Contribution) -> Mapping[str, str]:
    """By language; empty where it says no text."""
    texts = getattr(said(desk, contribution), "texts", None)
    return texts if isinstance(texts, Mapping) else {}


def text_of(content: Content) -> str:
    """A text field's; empty where there is none, or where it was expunged."""
    return str(content.get("text", "")) if isinstance(content, Mapping) else ""


def _version(revision: Revision, sources: Sources, texts: Mapping[str, str]) -> Version:
    named = sources.get(revision.id, ())
    return Version(
        revision.id,
        revision.author,
        None if revision.expunged else text_of(revision.content),
        revision.parents,
        {each: texts[each] for each in named if texts.get(each)},
    )


def _standing(desk: Desk, key: FieldKey, history: tuple[Revision, ...]) -> Version:
    """What is typed and not sealed yet, on top of whatever nothing follows."""
    followed = {parent for each in history for parent in each.parents}
    heads = tuple(each.id for each in history if each.id not in followed)
    return Version(_NOW, desk.author.id, text_of(desk.book.content(key)), heads)
