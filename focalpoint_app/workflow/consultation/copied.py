"""Words of contributions that somebody copied into an answer by hand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from focalpoint_app.domain.attribution import Version, attributed
from focalpoint_app.domain.content import Field, FieldKey
from focalpoint_app.domain.contribution import Contribution, UseKind
from focalpoint_app.domain.merge.sentences import sentences
from focalpoint_app.domain.questionnaire import Kind
from focalpoint_app.domain.quoting import said_by_one, telling
from focalpoint_app.domain.respondents import came_when
from focalpoint_app.workflow.consultation.attributing import (
    said_texts,
    text_of,
    versions_of,
)
from focalpoint_app.workflow.consultation.consolidating import credit, sent_texts
from focalpoint_app.workflow.review.desk import Desk

Sentences = frozenset[str]


@dataclass(frozen=True, slots=True)
class Suspected:
    """A text of an answer in which sentences of contributions stand.

    ``whose``: each such sentence with the ids of those that have it, all of one
    institution, the most binding and then the latest first.
    """

    key: FieldKey
    text: str
    whose: Mapping[str, tuple[str, ...]]


Histories = tuple[tuple[Version, ...], ...]
"""Of one suspected text after the other."""


def credit_copied(desk: Desk, question: str) -> tuple[Contribution, ...]:
    """Credit the contributions whose sentences stand in the answer word for word and
    were written there after they came; those that were credited.

    One undoable step, as any insertion is.  Not what is common, what the author had
    written before, what was sent to them as a draft, or what was taken back once.  Of
    what an institution said in several replies the most binding is credited, and of
    these the latest, that had come before the words were written.
    """
    found = suspected(desk, question)
    return credit_written(desk, found, written_here(histories(desk, found)))


def suspected(desk: Desk, question: str) -> tuple[Suspected, ...]:
    """Cheap: nothing of the answer's history is looked at."""
    if desk.questionnaire.questions[question].kind is not Kind.TEXT:
        return ()
    keys = [FieldKey(question, Field.VALUE, each) for each in desk.review.languages]
    texts = {key: text_of(desk.book.content(key)) for key in keys}
    here = {key: set(telling(text)) for key, text in texts.items()}
    if not any(here.values()):
        return ()
    given = desk.workspace.contributions(desk.review.id, question)
    disowned = _disowned(desk, question)
    found = []
    for key in keys:
        said = _said(desk, key.language, given, disowned) if here[key] else {}
        whose = {each: said[each] for each in said if each in here[key]}
        if whose:
            found.append(Suspected(key, texts[key], whose))
    return tuple(found)


def histories(desk: Desk, found: Iterable[Suspected]) -> Histories:
    """What ``written_here`` needs: values, for a worker too."""
    return tuple(versions_of(desk, each.key) for each in found)


def written_here(versions: Histories) -> tuple[Sentences, ...]:
    """Of each text the telling sentences that come from no contribution.

    Of a long history it takes a third of a second.
    """
    return tuple(_own_sentences(each) for each in versions)


def credit_written(
    desk: Desk, found: Iterable[Suspected], own: Iterable[Sentences]
) -> tuple[Contribution, ...]:
    """As ``credit_copied``, of texts that stand as they were looked at."""
    made: dict[str, tuple[str, ...]] = {}
    question = ""
    for each, sentences_here in zip(found, own, strict=True):
        question = each.key.question
        if still_stands(desk, each):
            _find_revisions(desk, each, sentences_here, made)
    credited = tuple(map(desk.workspace.contribution, made))
    if credited:
        credit(desk, question, credited, made)
    return credited


def still_stands(desk: Desk, found: Suspected) -> bool:
    """Its text is as it was when it was looked at."""
    return text_of(desk.book.content(found.key)) == found.text


def _disowned(desk: Desk, question: str) -> Sentences:
    """Ids of contributions whose credit was taken back."""
    undone = desk.workspace.uses(desk.review.id, question, withdrawn=True)
    return frozenset(e.contribution for e in undone if e.kind is UseKind.COPIED)


def _find_revisions(
    desk: Desk, found: Suspected, own: Sentences, made: dict[str, tuple[str, ...]]
) -> None:
    """Adds to ``made`` the revisions in which words of contributions came in."""
    whose = {each: ids for each, ids in found.whose.items() if each in own}
    if not whose:
        return
    desk.seal(found.key.question)
    arrived = came_when(desk.workspace.receipts(desk.review.id))
    for sentence, ids in whose.items():
        first = _first_with(desk, found.key, sentence)
        if first is None:
            continue
        revision, time = first
        known = map(desk.workspace.contribution, ids)
        standing = (each for each in known if each.reply in arrived)
        mine = next((e.id for e in standing if arrived[e.reply] < time), None)
        if mine is not None:
            made[mine] = tuple(dict.fromkeys((*made.get(mine, ()), revision)))


def _own_sentences(versions: Iterable[Version]) -> Sentences:
    spans = attributed(tuple(versions))
    own = (each.text for each in spans if not each.origin.contributions)
    return frozenset(each for text in own for each in telling(text))


def _said(
    desk: Desk, language: str, given: Iterable[Contribution], disowned: Sentences
) -> Mapping[str, tuple[str, ...]]:
    """Telling sentence to the contributions that have it, as ``Suspected`` has them:
    of one institution only, nothing that the draft said which it was sent, nor what
    was taken back.
    """
    texts = [(e, said_texts(desk, e).get(language, "")) for e in _ranked(given)]
    by_one = said_by_one((each.stakeholder, text) for each, text in texts)
    found: dict[str, tuple[str, ...]] = {}
    gone: set[str] = set()
    for each, text in texts:
        mine = by_one.keys() & set(telling(text))
        if mine:
            mine -= set(telling(sent_texts(desk, each).get(language, "")))
        if each.id in disowned:
            gone |= mine
        for sentence in mine:
            found[sentence] = (*found.get(sentence, ()), each.id)
    return {each: ids for each, ids in found.items() if each not in gone}


def _ranked(given: Iterable[Contribution]) -> list[Contribution]:
    return sorted(given, key=lambda e: (e.standing.weight, e.time, e.id), reverse=True)


def _first_with(
    desk: Desk, key: FieldKey, sentence: str
) -> tuple[str, datetime] | None:
    """The revision in which it stood first, and when that was sealed."""
    for made in desk.workspace.history(desk.review.id, key):
        text = text_of(made.content)
        if any(sentence in telling(each) for each in sentences(text)):
            return made.id, made.time
    return None
