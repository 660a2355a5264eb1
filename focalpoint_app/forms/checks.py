"""What a schema cannot say: ids, provisions, conditions and lists that fit together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from focalpoint_app.domain.condition import Answered, Condition, Is, leaves
from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.questionnaire import (
    CLOSING,
    Kind,
    Question,
    Questionnaire,
)
from focalpoint_app.forms.entries import Entry
from focalpoint_app.forms.faults import fault
from focalpoint_app.language.provisions import is_provision

MAX_LIMIT = 100_000
Origins = Mapping[str, Entry]


def duplicates(origins: list[tuple[str, Entry]]) -> Iterator[AppError]:
    seen: set[str] = set()
    for identifier, entry in origins:
        if identifier in seen:
            yield fault("form.duplicate_id", entry, id=identifier)
        seen.add(identifier)


def inconsistencies(form: Questionnaire, origins: Origins) -> Iterator[AppError]:
    """Every fault of a questionnaire whose files have the right shape."""
    for question in form.questions.values():
        entry = origins[question.id]
        yield from _misplaced(question, entry, form)
        yield from _unfit_kind(question, entry)
        yield from _repeated_items(question, entry)
        yield from _unknown_names(question.condition, form, entry)
    for contradiction in form.contradictions:
        entry = origins[f"contradiction {contradiction.id}"]
        if contradiction.question not in form.questions:
            name = contradiction.question
            yield fault("form.unknown_question", entry, id=name)
        yield from _unknown_names(contradiction.when, form, entry)
    for identifier in _in_cycles(form):
        yield fault("form.condition_cycle", origins[identifier], id=identifier)


def _misplaced(
    question: Question, entry: Entry, form: Questionnaire
) -> Iterator[AppError]:
    if not f"{question.id}.".startswith(f"{question.part}.{question.article}."):
        yield fault("form.id_outside_article", entry, id=question.id)
    if question.parent is not None and question.parent not in form.questions:
        yield fault("form.unknown_question", entry, id=question.parent)
    if question.article == CLOSING:
        return
    for alias in question.aliases:
        if alias in form.questions:
            yield fault("form.duplicate_id", entry, id=alias)
    article = question.provision.split("(")[0]
    if not is_provision(question.provision) or article != question.article:
        value = question.provision
        yield fault("form.bad_provision", entry, id=question.id, value=value)


def _unfit_kind(question: Question, entry: Entry) -> Iterator[AppError]:
    is_closed = question.kind in (Kind.CHOICE, Kind.CHOICES)
    if is_closed != bool(question.choices):
        yield fault("form.choices_and_kind", entry, id=question.id)
    if (question.kind is Kind.TABLE) != bool(question.columns):
        yield fault("form.columns_and_kind", entry, id=question.id)
    for column in question.columns:
        if (column.kind is Kind.CHOICE) != bool(column.choices):
            yield fault("form.choices_and_kind", entry, id=column.id)
    if question.limit is not None and (
        question.kind is not Kind.TEXT or question.limit > MAX_LIMIT
    ):
        yield fault("form.bad_limit", entry, id=question.id, most=MAX_LIMIT)


def _repeated_items(question: Question, entry: Entry) -> Iterator[AppError]:
    choices = [choice.id for choice in question.choices]
    columns = [column.id for column in question.columns]
    for names in (choices, columns):
        for name in sorted({each for each in names if names.count(each) > 1}):
            yield fault("form.duplicate_id", entry, id=name)


def _unknown_names(
    condition: Condition | None, form: Questionnaire, entry: Entry
) -> Iterator[AppError]:
    for leaf in leaves(condition) if condition is not None else ():
        question = form.questions.get(leaf.question)
        if question is None:
            yield fault("form.unknown_question", entry, id=leaf.question)
        elif not isinstance(leaf, Answered):
            wanted = Kind.CHOICE if isinstance(leaf, Is) else Kind.CHOICES
            known = {choice.id for choice in question.choices}
            if leaf.choice not in known or question.kind is not wanted:
                gaps = {"id": leaf.question, "choice": leaf.choice}
                yield fault("form.unknown_choice", entry, **gaps)


def _in_cycles(form: Questionnaire) -> Iterator[str]:
    """Questions that depend on themselves, through conditions and parents."""
    depends = {question.id: _needs(question) for question in form.questions.values()}
    settled: set[str] = set()
    while True:
        freed = {
            identifier
            for identifier, needs in depends.items()
            if identifier not in settled
            and all(each in settled or each not in depends for each in needs)
        }
        if not freed:
            return (yield from (each for each in depends if each not in settled))
        settled |= freed


def _needs(question: Question) -> frozenset[str]:
    named = leaves(question.condition) if question.condition else ()
    parents = {question.parent} if question.parent else set()
    return frozenset({leaf.question for leaf in named} | parents)
