"""Consolidating: contributions go into the national answer, or are noted with why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from focalpoint_app.domain.answer import (
    ChoicesValue,
    TableValue,
    TextValue,
    Value,
)
from focalpoint_app.domain.assembly import (
    order_of,
    row_content,
    text_content,
    value_fields,
)
from focalpoint_app.domain.consultation import Request
from focalpoint_app.domain.content import Change, Content, Field, FieldKey
from focalpoint_app.domain.contribution import Contribution, Use, UseKind
from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.merge.three_way import Merged, merge, united
from focalpoint_app.domain.text import clean_text, is_blank
from focalpoint_app.exchange.entries import answer_from_edition
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.isolates import without_isolates
from focalpoint_app.language.punctuation import punctuation
from focalpoint_app.workflow.consultation.citing import cite_contents, last_order
from focalpoint_app.workflow.consultation.edited_draft import edited_draft
from focalpoint_app.workflow.consultation.markings import handling
from focalpoint_app.workflow.review.desk import Desk

Texts = Mapping[str, str]
Contents = dict[FieldKey, Content]

_NOTED = {UseKind.NOTED: "note", UseKind.ASKED_AGAIN: "ask"}
"""What the step is called that changes no answer."""


def said(desk: Desk, contribution: Contribution) -> Value | None:
    """What it answers, as a value of its question; None where it only comments."""
    question = desk.questionnaire.questions.get(contribution.question)
    entry = contribution.entry
    if question is None or entry is None:
        return None
    return answer_from_edition(
        question, {k: entry[k] for k in entry if k != "cites"}
    ).value


def insert(desk: Desk, contribution: Contribution, *, attributed: bool = False) -> None:
    """Take its answer over; texts are added to what is there.

    ``attributed`` puts before a text whose it is.

    Raises:
        AppError: ``contribution.no_value``, ``text.too_long``.
    """
    value = _given(desk, contribution)
    if isinstance(value, TextValue):
        texts = {
            language: _named(desk, contribution, language, text) if attributed else text
            for language, text in value.texts.items()
        }
        contents = _texts(desk, contribution, texts)
    else:
        contents = _values(desk, contribution, value)
    kind = UseKind.ATTRIBUTED if attributed else UseKind.INSERTED
    _use(desk, contribution, kind, contents)


def merging(desk: Desk, contribution: Contribution) -> Mapping[str, Merged]:
    """By language: what was sent, what is now and what came back, put together.

    Raises:
        AppError: ``contribution.no_value``; also for what is no text.
    """
    value = _given(desk, contribution)
    if not isinstance(value, TextValue):
        raise AppError("contribution.no_value")
    sent = edited_draft(sent_texts(desk, contribution), value.texts)
    now = present_texts(desk, contribution.question)
    return {
        language: merge(sent.get(language, ""), now.get(language, ""), text)
        for language, text in value.texts.items()
    }


def merge_in(
    desk: Desk, contribution: Contribution, settled: Texts | None = None
) -> None:
    """Write the merged texts, or those that somebody ``settled`` on."""
    texts = settled or {
        language: each.text for language, each in merging(desk, contribution).items()
    }
    contents = {
        _key(contribution.question, language): text_content(clean_text(text))
        for language, text in texts.items()
    }
    contents |= dict(cite_contents(desk, contribution.question, (contribution,)))
    _use(desk, contribution, UseKind.MERGED, contents)


def note_unused(desk: Desk, contribution: Contribution, reason: str) -> None:
    """Read and not taken over; ``use.no_reason`` without saying why."""
    _note(desk, contribution, UseKind.NOTED, reason)


def ask_again(desk: Desk, contribution: Contribution, reason: str) -> None:
    """What is unclear, for the next round; ``use.no_reason``."""
    _note(desk, contribution, UseKind.ASKED_AGAIN, reason)


def _note(desk: Desk, contribution: Contribution, kind: UseKind, reason: str) -> None:
    cleaned = clean_text(reason)
    if is_blank(cleaned):
        raise AppError("use.no_reason")
    step = desk.bare_step(_NOTED[kind], contribution.question)
    desk.workspace.add_use(_used(desk, contribution, kind, step.id, cleaned), step)


def _use(
    desk: Desk, contribution: Contribution, kind: UseKind, contents: Contents
) -> None:
    use_together(desk, contribution.question, (contribution,), kind, contents)


def use_together(
    desk: Desk,
    question: str,
    quoted: tuple[Contribution, ...],
    kind: UseKind,
    contents: Contents,
) -> None:
    """One undoable step, a use of each; AppError ``text.too_long``."""
    _write(desk, question, _Act(kind, quoted, {}, contents))


def credit(
    desk: Desk,
    question: str,
    quoted: tuple[Contribution, ...],
    made: Mapping[str, tuple[str, ...]],
) -> None:
    """Their words were copied by hand into revisions, ``made`` by contribution id: one
    undoable step, a use of each."""
    _write(desk, question, _Act(UseKind.COPIED, quoted, made, {}))


@dataclass(frozen=True, slots=True)
class _Act:
    kind: UseKind
    quoted: tuple[Contribution, ...]
    made: Mapping[str, tuple[str, ...]]
    contents: Contents


def _write(desk: Desk, question: str, act: _Act) -> None:
    contents = {**act.contents, **handling(desk, question, act.quoted)}
    changes = tuple(
        Change(key, desk.book.content(key), after)
        for key, after in contents.items()
        if desk.book.content(key) != after
    )
    name = "merge" if act.kind is UseKind.MERGED else "insert"
    step = replace(desk.bare_step(name, question), changes=changes)
    used = tuple(
        replace(
            _used(desk, each, act.kind, step.id), revisions=act.made.get(each.id, ())
        )
        for each in act.quoted
    )
    if changes:
        desk.workspace.use(step, *used)
        desk.book.remember(changes)
        desk.refresh((question,))
        return
    first, *others = used  # The answer says it already.
    desk.workspace.add_use(first, step)
    for each in others:
        desk.workspace.add_use(each)


def _used(
    desk: Desk, contribution: Contribution, kind: UseKind, step: str, reason: str = ""
) -> Use:
    return Use(
        id=desk.new_id(),
        review=desk.review.id,
        contribution=contribution.id,
        kind=kind,
        time=desk.clock(),
        author=desk.author.id,
        reason=reason,
        step=step,
    )


def _given(desk: Desk, contribution: Contribution) -> Value:
    value = said(desk, contribution)
    if value is None:
        raise AppError("contribution.no_value")
    return value


def _texts(desk: Desk, contribution: Contribution, texts: Texts) -> Contents:
    now = present_texts(desk, contribution.question)
    contents: Contents = {
        _key(contribution.question, language): text_content(
            clean_text(united(now.get(language, ""), text))
        )
        for language, text in texts.items()
        if not is_blank(text)
    }
    return contents | dict(cite_contents(desk, contribution.question, (contribution,)))


def _values(desk: Desk, contribution: Contribution, value: Value) -> Contents:
    question = contribution.question
    if isinstance(value, ChoicesValue):
        now = desk.answer(question).choices
        value = ChoicesValue(tuple(sorted({*now, *value.choices})))
    if isinstance(value, TableValue):
        contents = dict(_rows(desk, question, value))
    else:
        contents = dict(value_fields(question, value))
    return contents | dict(cite_contents(desk, contribution.question, (contribution,)))


def _rows(
    desk: Desk, question: str, value: TableValue
) -> Iterator[tuple[FieldKey, Content]]:
    """Rows of its own follow those that are there."""
    last = last_order(desk, question, Field.ROW)
    for row in value.rows:
        key = FieldKey(question, Field.ROW, item=row.id)
        known = desk.book.content(key)
        last += known is None
        yield key, row_content(row, last if known is None else order_of(known))


def _named(desk: Desk, contribution: Contribution, language: str, text: str) -> str:
    """``According to the Ministry of Justice: …`` in the text's language."""
    tr = Catalogue(language)
    names = {
        each.id: each.name
        for each in desk.workspace.stakeholders()
        if not each.is_anonymous
    }
    name = names.get(contribution.stakeholder)
    said_by = (
        tr("According to a contributor:")
        if name is None
        else tr("According to {institution}:", institution=name)
    )
    return f"{without_isolates(said_by)}{punctuation(language).space}{text}"


def sent_texts(desk: Desk, contribution: Contribution) -> Texts:
    """The draft that the request showed."""
    if not contribution.request:
        return {}
    request = desk.workspace.request(contribution.request).request
    return drafted(request, contribution.question)


def drafted(request: Request | None, question: str) -> Texts:
    """What a request showed as the answer to the question, if anything."""
    for asked in () if request is None else request.questions:
        if asked.id == question and asked.draft:
            value = asked.draft.get("value")
            return value if isinstance(value, Mapping) else {}
    return {}


def present_texts(desk: Desk, question: str) -> Texts:
    """The national answer's, by language."""
    value = desk.answer(question).value
    return value.texts if isinstance(value, TextValue) else {}


def _key(question: str, language: str) -> FieldKey:
    return FieldKey(question, Field.VALUE, language)
