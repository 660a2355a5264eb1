"""A packet's questions as a questionnaire, so that the same window can ask them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from focalpoint_app.domain.condition import Condition, leaves
from focalpoint_app.domain.consultation import Asked, Option, Request
from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.questionnaire import (
    CLOSING,
    Article,
    Choice,
    Column,
    Kind,
    Obligation,
    Part,
    Question,
    Questionnaire,
    Role,
)
from focalpoint_app.domain.questionnaire_data import structure_hash
from focalpoint_app.workflow.submitting.editions import shipped_questionnaire

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*(\.[A-Za-z0-9_-]+)*")
"""What may become part of a file's name, as where a text is rescued to."""


def form_of(request: Request) -> Questionnaire:
    """Only what is asked, worded as it was sent.

    Where this program has the very questionnaire, it lends its titles, conditions and
    other languages; else all is as the packet says it.

    Raises:
        AppError: ``packet.damaged`` for ids that no questionnaire has.
    """
    if not request.questions or not all(_ID.fullmatch(q.id) for q in request.questions):
        raise AppError("packet.damaged")
    shipped = _shipped(request)
    known = _known(shipped, request)
    questions = tuple(_questions(request, known))
    return Questionnaire(
        id=request.questionnaire,
        version=request.version,
        cluster=shipped.cluster if shipped else 1,
        title=shipped.title if shipped else {request.language: request.questionnaire},
        notice=shipped.notice if shipped else {},
        languages=_languages(request, shipped if known else None),
        parts=tuple(_parts(questions, shipped, request.language)),
    )


def _shipped(request: Request) -> Questionnaire | None:
    """Ours of the same name, whatever its version."""
    try:
        return shipped_questionnaire(request.questionnaire)
    except (AppError, ValueError):
        return None


def _known(shipped: Questionnaire | None, request: Request) -> Mapping[str, Question]:
    if shipped is None or structure_hash(shipped) != request.structure:
        return {}
    return shipped.questions


def _languages(request: Request, shipped: Questionnaire | None) -> tuple[str, ...]:
    others = shipped.languages if shipped else ()
    return (request.language, *(each for each in others if each != request.language))


def _questions(request: Request, known: Mapping[str, Question]) -> Iterable[Question]:
    """Each once; a companion only under a parent that was asked before it."""
    seen: set[str] = set()
    asked = frozenset(each.id for each in request.questions)
    for each in request.questions:
        if each.id in seen:
            continue
        found = known.get(each.id)
        question = (
            _worded(found, each, request.language, asked)
            if found is not None and found.kind.value == each.kind
            else _as_sent(each, request.language)
        )
        parent = each.parent if each.parent in seen else None
        seen.add(each.id)
        yield replace(question, parent=parent)


def _worded(
    known: Question, asked: Asked, language: str, all_asked: frozenset[str]
) -> Question:
    return replace(
        known,
        text={**known.text, language: asked.text},
        guidance={**known.guidance, language: asked.guidance},
        limit=asked.limit or None,
        condition=_kept(known.condition, all_asked),
    )


def _kept(condition: Condition | None, asked: frozenset[str]) -> Condition | None:
    """One that rests on what nobody asks would hide the question for good."""
    if condition is None:
        return None
    rests_on = {each.question for each in leaves(condition)}
    return condition if rests_on <= asked else None


def _as_sent(asked: Asked, language: str) -> Question:
    part, article = _place(asked.id)
    heading = f"{asked.provision}: " if asked.provision else ""
    return Question(
        id=asked.id,
        part=part,
        article=article,
        provision="",
        obligation=Obligation.OPTIONAL,
        kind=Kind(asked.kind),
        text={language: heading + asked.text},
        guidance={language: asked.guidance} if asked.guidance else {},
        limit=asked.limit or None,
        choices=_choices(asked.choices, language),
        columns=tuple(_column(each, language) for each in asked.columns),
        role=Role.FOLLOW_UP if asked.parent else Role.MAIN,
    )


def _place(question: str) -> tuple[str, str]:
    """``untoc.5.1.a``: its instrument and its article."""
    part, _, rest = question.partition(".")
    return part, rest.partition(".")[0] or CLOSING


def _choices(options: Iterable[Option], language: str) -> tuple[Choice, ...]:
    return tuple(Choice(each.id, {language: each.text}) for each in options)


def _column(option: Option, language: str) -> Column:
    kinds = {each.value: each for each in Kind}
    kind = kinds.get(option.kind, Kind.TEXT)
    words = {language: option.text}
    return Column(option.id, kind, words, None, _choices(option.choices, language))


def _parts(
    questions: tuple[Question, ...], shipped: Questionnaire | None, language: str
) -> Iterable[Part]:
    named = {each.id: each for each in shipped.parts} if shipped else {}
    for part in dict.fromkeys(each.part for each in questions):
        own = tuple(each for each in questions if each.part == part)
        plain = Part(part, {language: part}, {language: part}, ())
        known = named.get(part, plain)
        yield replace(known, articles=tuple(_articles(own, known, language)))


def _articles(
    questions: tuple[Question, ...], known: Part, language: str
) -> Iterable[Article]:
    titles = {each.id: each for each in known.articles}
    for article in dict.fromkeys(each.article for each in questions):
        own = tuple(each for each in questions if each.article == article)
        plain = Article(article, {language: ""}, ())
        yield replace(titles.get(article, plain), questions=own)
