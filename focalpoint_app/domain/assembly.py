"""Answers from their fields, and fields from answers: the two forms are one thing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from focalpoint_app.domain.answer import (
    NOT_COLLECTED,
    Answer,
    AnswerState,
    Cell,
    ChoicesValue,
    ChoiceValue,
    Cite,
    Confidentiality,
    DateValue,
    NumberValue,
    Row,
    TableValue,
    TextValue,
    Value,
)
from focalpoint_app.domain.canonical import decimal_text
from focalpoint_app.domain.content import Content, Field, FieldKey
from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.questionnaire import Kind, Question, Questionnaire

Fields = Mapping[FieldKey, Content]


def answers_of(
    questionnaire: Questionnaire, fields: Fields, only: Iterable[str] | None = None
) -> dict[str, Answer]:
    """Answers by question id; fields of unknown questions are left aside."""
    wanted = None if only is None else frozenset(only)
    grouped: dict[str, list[tuple[FieldKey, Content]]] = {}
    for key, content in fields.items():
        if content is not None and (wanted is None or key.question in wanted):
            grouped.setdefault(key.question, []).append((key, content))
    questions = questionnaire.questions
    return {
        question_id: answer_of(questions[question_id], dict(group))
        for question_id, group in grouped.items()
        if question_id in questions
    }


def answer_of(question: Question, fields: Fields) -> Answer:
    """One question's answer from its own fields.

    Raises:
        AppError: ``answer.damaged``: they say what no answer of ours does.
    """
    try:
        return _answer(question, fields)
    except (KeyError, TypeError, ValueError, ArithmeticError) as exc:
        raise AppError("answer.damaged", question=question.id) from exc


def _answer(question: Question, fields: Fields) -> Answer:
    plain = {
        key.field: content
        for key, content in fields.items()
        if isinstance(content, str)
        and key.field in (Field.SKIP, Field.CONFIDENTIALITY, Field.STATE)
    }
    return Answer(
        value=_value(question, fields),
        cites=tuple(_cites(fields)),
        skipped=plain.get(Field.SKIP),
        confidentiality=Confidentiality(plain.get(Field.CONFIDENTIALITY, "reviewing")),
        state=AnswerState(plain.get(Field.STATE, "draft")),
    )


def fields_of(question: Question, answer: Answer) -> dict[FieldKey, Content]:
    """The fields that say this answer; defaults are not written."""
    found = dict(value_fields(question.id, answer.value))
    for order, cite in enumerate(answer.cites, start=1):
        key = FieldKey(question.id, Field.CITE, item=cite.id)
        found[key] = cite_content(cite, order)
    if answer.skipped is not None:
        found[FieldKey(question.id, Field.SKIP)] = answer.skipped
    if answer.confidentiality is not Confidentiality.REVIEWING:
        key = FieldKey(question.id, Field.CONFIDENTIALITY)
        found[key] = answer.confidentiality.value
    if answer.state is not AnswerState.DRAFT:
        found[FieldKey(question.id, Field.STATE)] = answer.state.value
    return found


def value_fields(
    question_id: str, value: Value | None
) -> Iterator[tuple[FieldKey, Content]]:
    match value:
        case TextValue(texts, directions):
            for language, text in texts.items():
                key = FieldKey(question_id, Field.VALUE, language)
                yield key, text_content(text, directions.get(language, ()))
        case TableValue(rows):
            for order, row in enumerate(rows, start=1):
                key = FieldKey(question_id, Field.ROW, item=row.id)
                yield key, row_content(row, order)
        case None:
            return
        case _:
            yield FieldKey(question_id, Field.VALUE), _scalar_content(value)


def text_content(text: str, directions: tuple[str, ...] = ()) -> Content:
    if any(directions):
        return {"text": text, "directions": list(directions)}
    return {"text": text}


def row_content(row: Row, order: int) -> Content:
    """``order`` places the row in its table; equal ones fall back on the id."""
    cells = {name: _cell_content(cell) for name, cell in row.cells.items()}
    return {"cells": cells, "order": str(order)}


def cite_content(cite: Cite, order: int) -> Content:
    return {
        "source": cite.source,
        "provision": cite.provision,
        "order": str(order),
    }


def order_of(content: Content) -> int:
    """Where a row or citation stands; 0 where it does not say."""
    if isinstance(content, Mapping) and isinstance(content.get("order"), str):
        return int(str(content["order"]))
    return 0


def _scalar_content(value: Value) -> Content:
    match value:
        case ChoiceValue(choice):
            return choice
        case ChoicesValue(choices):
            return sorted(choices)
        case NumberValue(number):
            return decimal_text(number)
        case DateValue(date):
            return date
    raise TypeError(f"{type(value).__name__} has fields of its own")


def _value(question: Question, fields: Fields) -> Value | None:
    if question.kind is Kind.TABLE:
        return _table(question, fields)
    found = {k.language: c for k, c in fields.items() if k.field is Field.VALUE}
    if not found:
        return None
    if question.kind is Kind.TEXT:
        return _text(found)
    content = found.get("")
    match question.kind, content:
        case Kind.CHOICE, str(choice):
            return ChoiceValue(choice)
        case Kind.CHOICES, [*choices]:
            return ChoicesValue(tuple(sorted(str(each) for each in choices)))
        case Kind.NUMBER, str(number):
            return NumberValue(Decimal(number))
        case Kind.DATE, str(date):
            return DateValue(date)
    return None


def _text(found: Mapping[str, Content]) -> TextValue | None:
    texts: dict[str, str] = {}
    directions: dict[str, tuple[str, ...]] = {}
    for language, content in sorted(found.items()):
        if not isinstance(content, Mapping):
            continue
        texts[language] = str(content["text"])
        marks = content.get("directions")
        if isinstance(marks, list):
            directions[language] = tuple(str(mark) for mark in marks)
    return TextValue(texts, directions) if texts else None


def _table(question: Question, fields: Fields) -> TableValue | None:
    kinds = {column.id: column.kind for column in question.columns}
    rows = [
        Row(key.item, _cells(content.get("cells"), kinds))
        for key, content in _in_order(fields, Field.ROW)
    ]
    return TableValue(tuple(rows)) if rows else None


def _cites(fields: Fields) -> Iterator[Cite]:
    for key, content in _in_order(fields, Field.CITE):
        yield Cite(key.item, str(content["source"]), str(content["provision"]))


def _in_order(
    fields: Fields, field: Field
) -> list[tuple[FieldKey, Mapping[str, Content]]]:
    found = [
        (key, content)
        for key, content in fields.items()
        if key.field is field and isinstance(content, Mapping)
    ]
    return sorted(found, key=lambda pair: (order_of(pair[1]), pair[0].item))


def _cells(data: Content, kinds: Mapping[str, Kind]) -> dict[str, Cell]:
    if not isinstance(data, Mapping):
        return {}
    return {
        name: _cell(str(content), kinds.get(name, Kind.TEXT))
        for name, content in data.items()
        if content is not None
    }


def _cell(text: str, kind: Kind) -> Cell:
    return Decimal(text) if kind is Kind.NUMBER and text != NOT_COLLECTED else text


def _cell_content(cell: Cell) -> str:
    return cell if isinstance(cell, str) else decimal_text(cell)
