"""Answers from a file into the review: all of them or none, one step to undo."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from pathlib import Path
from uuid import uuid4

from focalpoint_app.domain.answer import (
    Answer,
    Row,
    TableValue,
    TextValue,
)
from focalpoint_app.domain.assembly import (
    cite_content,
    fields_of,
    row_content,
    value_fields,
)
from focalpoint_app.domain.author import Author
from focalpoint_app.domain.content import Change, Content, Field, FieldKey, Step
from focalpoint_app.domain.questionnaire import Question
from focalpoint_app.domain.source import Source
from focalpoint_app.exchange.answer_entry import AnswerPatch
from focalpoint_app.exchange.answers_in import (
    IncomingAnswers,
    read_answers,
    read_answers_file,
)
from focalpoint_app.storage.errors import put_off
from focalpoint_app.workflow.review.desk import Desk


def import_answers(desk: Desk, path: Path, by: Author | None = None) -> int:
    """Take an answers file in; returns how many fields it changed.

    ``by`` answers for it in place of the desk's author, for this once.

    Raises:
        AppError, RefusedEntriesError: nothing was changed.
    """
    content, known = read_answers_file(path), desk.sources
    incoming = read_answers(content, desk.questionnaire, known)
    sources = tuple(_completed(known.get(each.id), each) for each in incoming.sources)
    incoming = replace(incoming, sources=sources)
    if by is not None:
        desk.workspace.save_author(by)
    return _take_in(desk, incoming, by or desk.author)


def _completed(known: Source | None, named: Source) -> Source:
    """A source matched by its id keeps what the file does not say of it."""
    if known is None:
        return named
    said = {
        each.name: value
        for each in fields(named)
        if (value := getattr(named, each.name)) not in ("", None)
    }
    return replace(known, **{**said, "title": {**known.title, **named.title}})


def _take_in(desk: Desk, incoming: IncomingAnswers, by: Author) -> int:
    changes = tuple(
        Change(key, desk.book.content(key), after)
        for question, patch in incoming.patches.items()
        for key, after in _contents(desk, question, patch).items()
        if desk.book.content(key) != after
    )
    if changes:
        _publish(desk, changes, incoming.sources, by)
    else:
        desk.workspace.save_sources(incoming.sources)
    return len(changes)


def _publish(
    desk: Desk, changes: tuple[Change, ...], sources: tuple[Source, ...], by: Author
) -> None:
    step = Step(str(uuid4()), "import", changes[0].key.question, changes)
    desk.seal()
    desk.workspace.publish(desk.review.id, step, sources, by.id, desk.clock())
    desk.book.remember(changes)
    desk.refresh(tuple({change.key.question for change in changes}))
    with put_off():  # The import is done; a full disk may seal it at the next closing.
        desk.seal()


def _contents(
    desk: Desk, question_id: str, patch: AnswerPatch | None
) -> dict[FieldKey, Content]:
    question = desk.questionnaire.questions[question_id]
    present = desk.book.of(question_id)
    if patch is None:
        return dict.fromkeys(present)
    found: dict[FieldKey, Content] = {}
    found.update(_value(question, patch, present))
    found.update(_cites(question, patch, present))
    found.update(_plain(question, patch))
    return found


def _value(
    question: Question, patch: AnswerPatch, present: Mapping[FieldKey, Content]
) -> Iterator[tuple[FieldKey, Content]]:
    if "value" not in patch.named:
        return
    keep = isinstance(patch.value, TextValue)
    for key in present:
        gone = not keep or key.language in patch.cleared_languages
        if key.field in (Field.VALUE, Field.ROW) and gone:
            yield key, None
    if isinstance(patch.value, TableValue):
        yield from _rows(question, patch.value.rows)
    else:
        yield from value_fields(question.id, patch.value)


def _rows(
    question: Question, rows: tuple[Row, ...]
) -> Iterator[tuple[FieldKey, Content]]:
    for order, row in enumerate(rows, start=1):
        yield FieldKey(question.id, Field.ROW, item=row.id), row_content(row, order)


def _cites(
    question: Question, patch: AnswerPatch, present: Mapping[FieldKey, Content]
) -> Iterator[tuple[FieldKey, Content]]:
    """The list replaces the one there; a citation that stays keeps its id."""
    if "cites" not in patch.named:
        return
    standing = {
        (str(c["source"]), str(c["provision"])): key
        for key, c in present.items()
        if key.field is Field.CITE and isinstance(c, Mapping)
    }
    yield from ((key, None) for key in standing.values())
    for order, cite in enumerate(patch.cites, start=1):
        fresh = FieldKey(question.id, Field.CITE, item=cite.id)
        key = standing.pop((cite.source, cite.provision), fresh)
        yield key, cite_content(cite, order)


def _plain(
    question: Question, patch: AnswerPatch
) -> Iterator[tuple[FieldKey, Content]]:
    answer = Answer(
        skipped=patch.skipped or None,
        confidentiality=patch.confidentiality,
        state=patch.state,
    )
    wanted = fields_of(question, answer)
    for name in ("skipped", "confidentiality", "state"):
        if name in patch.named:
            field = Field.SKIP if name == "skipped" else Field(name)
            key = FieldKey(question.id, field)
            yield key, wanted.get(key)
