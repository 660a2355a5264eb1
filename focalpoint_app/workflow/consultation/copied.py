"""Words of contributions that somebody copied into an answer by hand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime

from focalpoint_app.domain.attribution import attributed
from focalpoint_app.domain.content import Field, FieldKey
from focalpoint_app.domain.contribution import Contribution, UseKind
from focalpoint_app.domain.merge.sentences import sentences
from focalpoint_app.domain.questionnaire import Kind
from focalpoint_app.domain.quoting import said_by_one, telling
from focalpoint_app.workflow.consultation.attributing import (
    said_texts,
    text_of,
    versions_of,
)
from focalpoint_app.workflow.consultation.consolidating import credit, sent_texts
from focalpoint_app.workflow.review.desk import Desk

Sentences = frozenset[str]


def credit_copied(desk: Desk, question: str) -> tuple[Contribution, ...]:
    """Credit the contributions whose sentences stand in the answer word for word and
    were written there after they came; those that were credited.

    One undoable step, as any insertion is.  Not what is common, what the author had
    written before, what was sent to them as a draft, or what was taken back once.
    """
    if desk.questionnaire.questions[question].kind is not Kind.TEXT:
        return ()
    found: dict[str, tuple[str, ...]] = {}
    given = {each.id: each for each in _candidates(desk, question)}
    for language in desk.review.languages:
        key = FieldKey(question, Field.VALUE, language)
        for each, revisions in _copied(desk, key, given).items():
            found[each] = (*found.get(each, ()), *revisions)
    credited = tuple(given[each] for each in found)
    if credited:
        credit(desk, question, credited, found)
    return credited


def _candidates(desk: Desk, question: str) -> Iterator[Contribution]:
    workspace, review = desk.workspace, desk.review.id
    undone = workspace.uses(review, question, withdrawn=True)
    disowned = {e.contribution for e in undone if e.kind is UseKind.COPIED}
    for each in workspace.contributions(review, question):
        if each.id not in disowned:
            yield each


def _copied(
    desk: Desk, key: FieldKey, given: Mapping[str, Contribution]
) -> dict[str, tuple[str, ...]]:
    """Contribution id to the revisions in which its words came into the text."""
    here = set(telling(text_of(desk.book.content(key))))
    said = _said(desk, key.language, given) if here else {}
    if here.isdisjoint(said):  # Where each sentence is from costs far more to know.
        return {}
    own = _own_sentences(desk, key)
    whose = {sentence: each for sentence, each in said.items() if sentence in own}
    if not whose:
        return {}
    desk.seal(key.question)
    found: dict[str, tuple[str, ...]] = {}
    for sentence, each in whose.items():
        came = _first_with(desk, key, sentence)
        if came is not None and came[1] > given[each].time:
            found[each] = tuple(dict.fromkeys((*found.get(each, ()), came[0])))
    return found


def _own_sentences(desk: Desk, key: FieldKey) -> Sentences:
    """Telling ones of the text as it stands that come from no contribution."""
    spans = attributed(versions_of(desk, key))
    own = (each.text for each in spans if not each.origin.contributions)
    return frozenset(each for text in own for each in telling(text))


def _said(
    desk: Desk, language: str, given: Mapping[str, Contribution]
) -> Mapping[str, str]:
    """Telling sentence to the contribution that has it: of one institution only, its
    latest; nothing that the draft said which it was sent."""
    texts = {
        each: said_texts(desk, one).get(language, "") for each, one in given.items()
    }
    by_one = said_by_one(
        (given[each].stakeholder, text) for each, text in texts.items()
    )
    found = {}
    for each, text in texts.items():
        mine = by_one.keys() & set(telling(text))
        if mine:
            sent = set(telling(sent_texts(desk, given[each]).get(language, "")))
            found.update(dict.fromkeys(mine - sent, each))
    return found


def _first_with(
    desk: Desk, key: FieldKey, sentence: str
) -> tuple[str, datetime] | None:
    """The revision in which it stood first, and when that was sealed."""
    for made in desk.workspace.history(desk.review.id, key):
        text = text_of(made.content)
        if any(sentence in telling(each) for each in sentences(text)):
            return made.id, made.time
    return None
