"""A reply held against the questionnaire: what is an answer, what is kept beside."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from focalpoint_app.domain.answer import Confidentiality
from focalpoint_app.domain.consultation import Entry, Flaw, Given, Reply, Trace
from focalpoint_app.domain.contribution import Contribution, Receipt, nameless
from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.questionnaire import Kind, Question, Questionnaire
from focalpoint_app.domain.text import clean_text
from focalpoint_app.exchange.answer_entry import patch_of
from focalpoint_app.exchange.source_entry import is_language

Questions = Mapping[str, Question]

_is_known_language = lru_cache(is_language)
_AUDIENCES = {each.value: each for each in Confidentiality}
_CHECKED = ("value", "directions", "skipped")
_KEPT = (*_CHECKED, "cites", "confidentiality")


@dataclass(frozen=True, slots=True)
class Assigned:
    """``unassigned``: what no question takes, word for word."""

    given: tuple[Given, ...]
    unassigned: tuple[str, ...]
    flaws: tuple[Flaw, ...]


def contribution_id(reply: str, question: str) -> str:
    """The same on every machine that receives the reply, whose id is its own."""
    return f"{reply}/{question}"


def open_questions(questionnaire: Questionnaire) -> Questions:
    """By their ids, those of earlier versions included; of any length."""
    unlimited = {
        question.id: replace(question, limit=None)
        for question in questionnaire.questions.values()
    }
    old = {
        alias: question for question in unlimited.values() for alias in question.aliases
    }
    return old | unlimited


def assigned(reply: Reply, questions: Questions) -> Assigned:
    """Every word finds its question or stays beside; nothing is dropped.

    Raises:
        AppError: ``text.*`` for text that cannot be kept at all.
    """
    given: dict[str, Given] = {}
    unassigned = [clean_text(each) for each in reply.unassigned]
    flaws = list(reply.flaws)
    for each in reply.given:
        question = questions.get(each.question)
        refusal = _refusal(question, each)
        if refusal is None and question is not None and question.id not in given:
            given[question.id] = _kept(reply.id, question, each)
        else:
            unassigned.extend(_words(each))
            flaws.extend([refusal] if refusal else [])
    return Assigned(tuple(given.values()), tuple(unassigned), tuple(flaws))


def contributions(
    receipt: Receipt, given: tuple[Given, ...], *, is_anonymous: bool
) -> tuple[Contribution, ...]:
    """One for each question; traces of an anonymous contributor name nobody."""
    return tuple(
        Contribution(
            id=contribution_id(receipt.id, each.question),
            reply=receipt.id,
            request=receipt.request,
            question=each.question,
            stakeholder=receipt.stakeholder,
            standing=receipt.standing,
            time=receipt.time,
            entry=each.entry,
            traces=tuple(_trace(trace, is_anonymous) for trace in each.traces),
            audience=_audience(each.entry),
            marking=receipt.register.marking,
        )
        for each in given
    )


def without_names(receipt: Receipt, *, is_anonymous: bool) -> Receipt:
    return nameless(receipt) if is_anonymous else receipt


def _kept(reply: str, question: Question, given: Given) -> Given:
    entry = given.entry
    if entry is not None:
        entry = {name: entry[name] for name in _KEPT if name in entry}
    if entry and question.kind is Kind.TABLE and entry.get("value"):
        entry = {**entry, "value": _identified(reply, question, entry["value"])}
    return Given(question.id, entry, given.traces)


def _identified(
    reply: str, question: Question, rows: list[dict[str, Any]]
) -> list[dict[str, Any]]:
    """A row that came without an id gets one, the same on every machine."""
    return [
        {"id": contribution_id(reply, f"{question.id}/{number}"), **row}
        for number, row in enumerate(rows)
    ]


def _refusal(question: Question | None, given: Given) -> Flaw | None:
    """None where the question takes it."""
    if question is None:
        return Flaw("answers.unknown_question", given.question,
                    {"question": given.question})  # fmt: skip
    if given.entry is None:
        return None
    try:
        _check(question, given.entry)
    except AppError as exc:
        context = {name: str(value) for name, value in exc.context.items()}
        return Flaw(exc.code, given.question, context)
    return None


def _check(question: Question, entry: Entry) -> None:
    """As answers are, but for what is thrown away: 30,000 texts cleaned in vain."""
    texts = entry.get("value") if entry.keys() == {"value"} else None
    if question.kind is Kind.CHOICE and any(
        each.id == texts for each in question.choices
    ):
        return
    if question.kind is not Kind.TEXT or not isinstance(texts, Mapping):
        known = {name: entry[name] for name in _CHECKED if name in entry}
        patch_of(question, known, ())
        return
    for tag, text in texts.items():  # What no store takes, the store refuses.
        if not (isinstance(text, str) and _is_known_language(tag)):
            raise AppError("answers.wrong_entry", question=question.id)


def _audience(entry: Entry | None) -> Confidentiality:
    """As the contributor said, if it did."""
    said = (entry or {}).get("confidentiality")
    return _AUDIENCES.get(str(said), Confidentiality.REVIEWING)


def _trace(trace: Trace, is_anonymous: bool) -> Trace:
    author = "" if is_anonymous else clean_text(trace.author)
    return replace(trace, text=clean_text(trace.text), author=author)


def _words(given: Given) -> Iterator[str]:
    said = "\n".join(_strings((given.entry or {}).get("value")))
    if said:
        yield f"{given.question}: {said}"
    for trace in given.traces:
        yield f"{given.question}: {clean_text(trace.text)}"


def _strings(value: Any) -> Iterator[str]:
    match value:
        case None:
            return
        case Mapping():
            for name in value:
                if name != "id":
                    yield from _strings(value[name])
        case list() | tuple():
            for each in value:
                yield from _strings(each)
        case _:
            yield clean_text(str(value))
